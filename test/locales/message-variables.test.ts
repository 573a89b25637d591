import { expect, it } from 'vitest'
import { readMessages } from '../../src/locales/message-variables.ts'

it('finds variables in terms, selections, functions and other messages', () => {
  const source = [
    '-brand = { $case -> *[nominative] Desk',
    ' }',
    'inner = { $x }',
    'outer = { -brand } { inner } { NUMBER($n) } { $sex ->',
    '    [male] { $him }',
    '   *[female] { $her }',
    ' } { $count ->',
    '    [0] none',
    '   *[other] { $count }',
    ' }',
  ].join('\n')
  const messages = readMessages(source)
  expect([...messages.keys()]).toEqual(['inner', 'outer'])
  expect(Object.fromEntries(messages.get('outer') ?? [])).toEqual({
    x: 'printed',
    n: 'counted',
    sex: new Set(['male', 'female']),
    him: 'printed',
    her: 'printed',
    count: 'counted',
  })
})

it.each([
  ['a = 1\na = 2', /"a" is there twice/],
  ['a = {', /"a" \(line 1\) is not valid Fluent/],
  ['a = 1\nlost', /line 2 belongs to no message: lost/],
  ['a = 1\n  .b = 2', /"a" has an attribute/],
  ['a = { "" }{ b }', /"b" is referred to, but not there/],
  ['a = { b }\nb = { a }', /refers to itself/],
  [
    'a = { $x -> \n [one] 1\n *[other] 2\n }{ $x ->\n *[male] 3\n }',
    /number here and a name there/,
  ],
])('refuses %j, which Fluent would accept in part', (source, reason) => {
  expect(() => readMessages(source)).toThrow(reason)
})
