import { expect, it } from 'vitest'
import { localized } from '../../src/desk/localized.ts'

it.each([
  [{ en: 'Idea', uk: 'Ідея' }, 'uk', 'Ідея'],
  [{ en: 'Idea', uk: 'Ідея' }, 'tr', 'Idea'],
  [{ uk: 'Ідея' }, 'tr', 'Ідея'],
  [{}, 'tr', ''],
] as const)('of %j a reader of %s sees %j', (text, language, seen) => {
  expect(localized(text, language, { languages: ['en', 'uk', 'tr'] })).toBe(seen)
})
