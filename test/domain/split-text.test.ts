import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { Entity, FormattedText } from '../../src/domain/message.ts'
import { splitText } from '../../src/domain/split-text.ts'

/** What is hard to cut: joined emoji, flags, skin tones, marks above letters, syllables, line ends. */
const pieces = fc.constantFrom(
  'a',
  'word',
  'слово. ',
  ' ',
  '  ',
  '\n',
  '\r\n',
  '\n\n',
  '. ',
  '! ',
  'ş',
  '👨‍👩‍👧‍👦',
  '🇺🇦',
  '🇺🇦🇹🇷',
  '👍🏽',
  '❤️',
  '🙏🏻',
  'e\u0301',
  ' \u0301',
  '각',
  'ᄀ',
  'ᅡ',
  'क्षि',
  '𝒳',
  '\u200d',
  '\ufe0f',
  '\u0301',
  '1️⃣',
)
const text = fc.array(pieces, { minLength: 1, maxLength: 60 }).map((parts) => parts.join(''))
const limit = fc.integer({ min: 1, max: 40 })

/** A text with spans anywhere in it, also one within or across another. */
const formatted: fc.Arbitrary<FormattedText> = text.chain((written) => {
  const at = fc.integer({ min: 0, max: written.length - 1 })
  const span = fc.tuple(at, fc.integer({ min: 1, max: 12 }), fc.constantFrom('bold', 'code'))
  return fc.array(span, { maxLength: 5 }).map((spans) => ({
    text: written,
    entities: spans.map(([offset, length, type]) => ({
      type,
      offset,
      length: Math.min(length, written.length - offset),
    })),
  }))
})

const unformatted = (written: string): FormattedText => ({ text: written, entities: [] })

const textsOf = (parts: FormattedText[] | null) => parts?.map((part) => part.text)

/** Where each part begins in the whole. */
function withStarts(parts: FormattedText[]): [number, FormattedText][] {
  let start = 0
  return parts.map((part) => {
    const here = start
    start += part.text.length
    return [here, part]
  })
}

/** Parts of what can be cut; the rest says nothing about the property. */
function cut(whole: FormattedText, most: number): FormattedText[] {
  const parts = splitText(whole, most)
  fc.pre(parts !== null)
  return parts ?? []
}

const sorted = (entities: Entity[]) =>
  entities.map(({ type, offset, length }) => `${type} ${String(offset)}+${String(length)}`).sort()

describe('a text that is cut', () => {
  test('is the whole text when its parts are joined', () => {
    fc.assert(
      fc.property(formatted, limit, (whole, most) => {
        const parts = cut(whole, most)
        expect(parts.map((part) => part.text).join('')).toBe(whole.text)
      }),
    )
  })

  test('has no part over the limit and none that is blank', () => {
    fc.assert(
      fc.property(formatted, limit, (whole, most) => {
        for (const part of cut(whole, most)) {
          expect(part.text.length).toBeLessThanOrEqual(most)
          expect(part.text.trim()).not.toBe('')
        }
      }),
    )
  })

  test('is cut neither within a grapheme nor within a surrogate pair', () => {
    fc.assert(
      fc.property(formatted, limit, (whole, most) => {
        const boundaries = new Set(
          [...new Intl.Segmenter().segment(whole.text)].map(({ index }) => index),
        )
        for (const [start, part] of withStarts(cut(whole, most))) {
          expect(boundaries).toContain(start)
          expect(part.text).not.toMatch(/\p{Surrogate}/u)
        }
      }),
      { numRuns: 2_000 },
    )
  })

  test('keeps each entity whole, in one part, over the same words', () => {
    fc.assert(
      fc.property(formatted, limit, (whole, most) => {
        const moved = withStarts(cut(whole, most)).flatMap(([start, part]) =>
          part.entities.map((entity) => {
            expect(entity.offset).toBeGreaterThanOrEqual(0)
            expect(entity.offset + entity.length).toBeLessThanOrEqual(part.text.length)
            return { ...entity, offset: entity.offset + start }
          }),
        )
        expect(sorted(moved)).toEqual(sorted(whole.entities))
      }),
    )
  })

  test('stays one part, formatting and all, when it fits', () => {
    fc.assert(
      fc.property(formatted, (whole) => {
        fc.pre(whole.text.trim() !== '')
        expect(splitText(whole, whole.text.length)).toEqual([whole])
      }),
    )
  })

  test('can always be cut when it is words with single blanks between them', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,30}$/), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(words, fc.integer({ min: 2, max: 40 }), (some, most) => {
        expect(splitText(unformatted(some.join(' ')), most)).not.toBeNull()
      }),
    )
  })

  test('is not changed by looking at it', () => {
    fc.assert(
      fc.property(formatted, limit, (whole, most) => {
        const before = structuredClone(whole)
        splitText(whole, most)
        expect(whole).toEqual(before)
      }),
    )
  })
})

describe('the best place to cut', () => {
  test.each([
    ['after a paragraph', 'First one.\nStill.\n\nSecond', 20, ['First one.\nStill.\n\n', 'Second']],
    ['after a line', 'One sentence. Two\nthree four', 20, ['One sentence. Two\n', 'three four']],
    ['after a sentence', 'One two. Three four five', 15, ['One two. ', 'Three four five']],
    ['after a word', 'one two three four', 10, ['one two ', 'three four']],
    ['at the limit, within a long word', 'abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['not early, for then a part would be small', 'a\n\nbcd efg hij', 10, ['a\n\nbcd ', 'efg hij']],
  ])('is %s', (_, whole, most, parts) => {
    expect(textsOf(splitText(unformatted(whole), most))).toEqual(parts)
  })

  test('is before an entity that would not fit', () => {
    const bold = { type: 'bold', offset: 4, length: 9 }
    const parts = splitText({ text: 'one two three four', entities: [bold] }, 12)
    expect(parts).toEqual([
      { text: 'one ', entities: [] },
      { text: 'two three ', entities: [{ ...bold, offset: 0 }] },
      { text: 'four', entities: [] },
    ])
  })

  test('keeps what else an entity says', () => {
    const link = { type: 'text_link', offset: 8, length: 5, url: 'https://example.com' }
    const parts = splitText({ text: 'one two three', entities: [link] }, 8)
    expect(parts?.[1]?.entities).toEqual([{ ...link, offset: 0 }])
  })
})

describe('a text that cannot be cut', () => {
  test.each([
    ['an entity longer than a part', { ...unformatted('abcdefgh') }, [0, 8]],
    ['an entity over all but one character', { ...unformatted('x abcdefgh') }, [2, 8]],
  ])('is one with %s', (_, whole, [offset = 0, length = 0]) => {
    const entities = [{ type: 'code', offset, length }]
    expect(splitText({ ...whole, entities }, 5)).toBeNull()
  })

  test('is one with a grapheme longer than a part', () => {
    expect(splitText(unformatted('👨‍👩‍👧‍👦👨‍👩‍👧‍👦'), 5)).toBeNull()
  })

  test('is one that would leave a blank part, which Telegram refuses', () => {
    expect(splitText(unformatted(`word${' '.repeat(20)}`), 8)).toBeNull()
    expect(splitText(unformatted(`a${' '.repeat(20)}b`), 8)).toBeNull()
  })
})

test.each([
  ['a skin tone', '👍🏽'],
  ['joined parts', '👨‍👩‍👧‍👦'],
  ['two letters of a flag', '🇺🇦'],
  ['a selector', '❤️'],
])('an emoji of %s goes to the next part when its last unit does not fit', (_, emoji) => {
  const whole = unformatted(`abcd${emoji}`)
  expect(textsOf(splitText(whole, whole.text.length - 1))).toEqual(['abcd', emoji])
})
