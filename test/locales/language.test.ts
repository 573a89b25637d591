import { expect, it } from 'vitest'
import { chooseLanguage } from '../../src/locales/language.ts'

it.each([
  ['tr', 'uk', 'tr'],
  [undefined, 'uk', 'uk'],
  [undefined, 'uk-UA', 'uk'],
  [undefined, 'en-GB', 'en'],
  [undefined, 'ru', 'en'],
  ['ru', 'tr', 'tr'],
  ['ru', undefined, 'en'],
  [undefined, 'de', 'en'],
  [undefined, 'zh-hans', 'en'],
  [undefined, '', 'en'],
  [undefined, 'no such tag!', 'en'],
  [undefined, undefined, 'en'],
] as const)('who chose %s and has Telegram in %s is spoken to in %s', (own, code, expected) => {
  expect(chooseLanguage(own, code, ['en', 'uk', 'tr'])).toBe(expected)
})

it('speaks the first language of the desk when in doubt', () => {
  expect(chooseLanguage(undefined, 'de', ['tr', 'en'])).toBe('tr')
})
