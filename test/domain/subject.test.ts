import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { shorten, subjectOf } from '../../src/domain/subject.ts'

const graphemes = (text: string) => [...new Intl.Segmenter().segment(text)].length

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 150 }),
  fc.lorem({ maxCount: 30 }),
  fc
    .array(fc.constantFrom('👨‍👩‍👧‍👦', '🇺🇦', 'e\u0301', ' ', 'слово', 'a'), { maxLength: 90 })
    .map((parts) => parts.join('')),
)

describe('what a ticket is called', () => {
  test.each([
    ['the description, when it is short', 'It is broken', 'It is broken'],
    ['its first line', 'It is broken\nSince yesterday', 'It is broken'],
    ['its first line that says something', '\n \t\n  It is broken \nreally', 'It is broken'],
    ['without the ends of lines of Windows', 'It is broken\r\nreally', 'It is broken'],
    ['nothing, when only blanks were written', ' \n\t\n', ''],
    ['nothing, when nothing was written', '', ''],
    ['marks and signs as they are', '<b>&amp; { $name } %s', '<b>&amp; { $name } %s'],
  ])('is %s', (_, description, subject) => {
    expect(subjectOf(description)).toBe(subject)
  })

  test('is cut at a word, with an ellipsis', () => {
    const description =
      'The report of all calls of the last month is empty since the update of Monday'
    expect(subjectOf(description)).toBe('The report of all calls of the last month is empty since…')
  })

  test('is cut within a word that is too long for any other place', () => {
    expect(subjectOf('x'.repeat(80))).toBe(`${'x'.repeat(59)}…`)
    expect(subjectOf(`ab ${'x'.repeat(80)}`)).toBe(`ab ${'x'.repeat(56)}…`)
  })

  test('is one line of at most 60 characters as people count them', () => {
    fc.assert(
      fc.property(
        fc.array(text).map((some) => some.join('\n')),
        (description) => {
          const subject = subjectOf(description)
          expect(graphemes(subject)).toBeLessThanOrEqual(60)
          expect(subject).not.toContain('\n')
          expect(subject).toBe(subject.trim())
          expect(subject === '').toBe(description.trim() === '')
        },
      ),
    )
  })

  test('stays the same when it is read once more', () => {
    fc.assert(
      fc.property(text, (description) => {
        const subject = subjectOf(description)
        expect(subjectOf(subject)).toBe(subject)
      }),
    )
  })
})

describe('a text that is shortened', () => {
  const max = fc.integer({ min: 1, max: 80 })

  test('stays as it is when it fits', () => {
    fc.assert(
      fc.property(text, (whole) => {
        expect(shorten(whole, Math.max(graphemes(whole), 1))).toBe(whole)
      }),
    )
  })

  test('is otherwise its beginning with an ellipsis, no longer than allowed', () => {
    fc.assert(
      fc.property(text, max, (whole, most) => {
        fc.pre(graphemes(whole) > most)
        const short = shorten(whole, most)
        expect(graphemes(short)).toBeLessThanOrEqual(most)
        expect(short.endsWith('…')).toBe(true)
        expect(whole.startsWith(short.slice(0, -1))).toBe(true)
      }),
    )
  })

  test('loses no part of a character', () => {
    fc.assert(
      fc.property(text, max, (whole, most) => {
        fc.pre(graphemes(whole) > most)
        const kept = shorten(whole, most).slice(0, -1).length
        const starts = [...new Intl.Segmenter().segment(whole)].map(({ index }) => index)
        expect(starts).toContain(kept)
      }),
    )
  })

  test('keeps at least half of what fits, unless it is blank', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 10 })
    fc.assert(
      fc.property(words, fc.integer({ min: 4, max: 60 }), (some, most) => {
        const whole = some.join(' ')
        fc.pre(whole.length > most)
        expect(shorten(whole, most).length).toBeGreaterThanOrEqual(most / 2)
      }),
    )
  })
})
