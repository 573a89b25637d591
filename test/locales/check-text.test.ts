import { expect, it } from 'vitest'
import { checkText } from '../../src/locales/check-text.ts'

it.each([
  ['menu-settings', 'Options'],
  ['menu-settings', 'Two\nlines'],
  ['menu-greeting', 'Hi!'],
  ['menu-greeting', '{ $name }, { menu-settings }'],
  ['form-too-many-files', '{ $limit ->\n [one] One\n *[other] { $limit }\n}'],
])('accepts for %s the text %j', (key, text) => {
  expect(checkText('en', key, text)).toBeNull()
})

it.each([
  ['no-such-text', 'x', /^there is no text "no-such-text"$/],
  ['constructor', 'x', /^there is no text/],
  ['menu-settings', '', /is empty|not valid/],
  ['menu-settings', '{ broken', /not valid Fluent/],
  ['menu-settings', 'x }', /not valid Fluent/],
  ['menu-settings', '{ no-such-text }', /"no-such-text" is referred to, but not there/],
  ['menu-settings', '{ menu-settings }', /refers to itself/],
  ['menu-settings', 'Hi\n.title = x', /has an attribute/],
  ['menu-settings', 'Hi { $name }', /no variable "\$name" \(it has: none\)/],
  ['menu-greeting', 'Hi { $nmae }', /no variable "\$nmae" \(it has: \$name, \$desk\)/],
])('refuses for %s the text %j', (key, text, reason) => {
  expect(checkText('en', key, text)).toMatch(reason)
})
