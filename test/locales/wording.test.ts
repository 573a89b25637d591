import { describe, expect, test } from 'vitest'

import { staffHelp } from '../../src/bot/commands/help.ts'
import { languages, type Language } from '../../src/domain/language.ts'
import { readMoment } from '../../src/domain/read-moment.ts'
import { sources } from '../../src/locales/generated.ts'
import { createTexts } from '../../src/locales/texts.ts'

const texts = createTexts()

/** The lines of a language that say something of the kind. */
const linesWith = (language: Language, pattern: RegExp) =>
  sources[language].split('\n').filter((line) => !line.startsWith('#') && pattern.test(line))

describe('one thing has one name', () => {
  test.each([
    ['uk', /звернен(?:ь|н)/iu],
    ['ru', /обращени/iu],
    ['tr', /\bbilet/iu],
    ['en', /(?<!\$)\b(?:issue|case)s?\b/iu],
  ] as const)('a ticket has no second word in %s', (language, other) => {
    expect(linesWith(language, other)).toEqual([])
  })

  test('nobody’s gender is guessed', () => {
    expect(linesWith('en', /\b(?:he|him|his|she|her)\b/iu)).toEqual([])
    const whoActs = (language: Language) => [
      texts(language)('staff-taken', { name: 'Iryna' }),
      texts(language)('staff-assigned', { name: 'Iryna' }),
      texts(language)('notice-works', { name: 'Iryna' }),
    ]
    for (const said of [...whoActs('uk'), ...whoActs('ru')]) {
      expect(said).not.toMatch(/Iryna (?:відповів|взяв|ответил|взял)(?:\s|$)/u)
    }
  })
})

describe.each(languages)('examples in %s', (language) => {
  const t = texts(language)
  const now = new Date('2026-08-26T10:00:00Z')
  const readable = (words: string) => readMoment(words, { now, timezone: 'Europe/Kyiv' })

  test('of /later are in its own words, and are understood', () => {
    const tomorrow = { en: 'tomorrow', uk: 'завтра', ru: 'завтра', tr: 'yarın' }[language]
    const examples = [t('staff-needs-later'), t('staff-prompt-later'), t('command-later')].map(
      (text) => text.slice(text.indexOf(tomorrow)),
    )
    for (const example of examples) {
      expect(readable(example)).toMatchObject({ ok: true, at: new Date('2026-08-27T06:00:00Z') })
    }
  })

  test('of help name what takes an answer back', () => {
    expect(staffHelp(t, 'public')).toContain('\n/unsend')
    expect(staffHelp(t, 'note')).toContain('\n/unsend')
  })
})
