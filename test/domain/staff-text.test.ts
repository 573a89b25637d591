import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { readStaffText } from '../../src/domain/staff-text.ts'

const mixedCase = (word: string) => fc.mixedCase(fc.constant(word))

/** What is not seen: blanks of all kinds, and characters without a shape of copied texts. */
const unseen = fc
  .array(
    fc.constantFrom(
      ' ',
      '\n',
      '\t',
      '\r\n',
      '\u00a0',
      '\u2003',
      '\u3000',
      '\ufeff',
      '\u2028',
      '\u200b',
      '\u200d',
      '\u2060',
      '\u200e',
      '\u202b',
      '\u00ad',
      '\ufe0f',
      '\u2066',
    ),
    { maxLength: 4 },
  )
  .map((some) => some.join(''))

const addressee = fc.oneof(
  fc.constant(''),
  fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{3,30}$/).map((name) => `@${name}`),
)

const said = fc.string({ unit: 'grapheme' })

/** After `/note` another letter would make another command of it. */
const apart = fc.constantFrom(' ', '\n', '\t', '\u00a0', ': ', ':', ', ', '-', '(', '«')

const noteMark = fc.oneof(
  fc.constant('//'),
  fc.tuple(mixedCase('/note'), addressee, apart).map((parts) => parts.join('')),
)

const where = fc.record({
  repliesTo: fc.constantFrom('colleague' as const, 'client' as const, null),
  plainText: fc.constantFrom('public' as const, 'note' as const),
})

describe('a text in a topic', () => {
  test('that begins with // or /note never goes out, to whomever it replies', () => {
    fc.assert(
      fc.property(unseen, noteMark, said, where, (before, mark, words, options) => {
        expect(readStaffText(`${before}${mark}${words}`, options).kind).toBe('note')
      }),
      { numRuns: 2_000 },
    )
  })

  test('that is nothing but the mark of a note stays inside', () => {
    const bare = fc.oneof(
      fc.constant('//'),
      fc.tuple(mixedCase('/note'), addressee).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(unseen, bare, unseen, where, (before, mark, after, options) => {
        expect(readStaffText(`${before}${mark}${after}`, options).kind).toBe('note')
      }),
    )
  })

  test('loses the mark and what is blank around it, and no word', () => {
    const word = fc.stringMatching(/^[\p{L}\p{N}][\p{L}\p{N} ]{0,20}$/u)
    const mark = fc.oneof(
      fc.constant('//'),
      fc.tuple(mixedCase('/note'), addressee, fc.constant(' ')).map((parts) => parts.join('')),
      fc.tuple(mixedCase('/r'), addressee, fc.constant('\n')).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(unseen, mark, word, where, (before, written, words, options) => {
        const text = `${before}${written}${words}`
        expect(text.slice(readStaffText(text, options).cut)).toBe(words)
      }),
    )
  })

  test('without a mark is not cut', () => {
    fc.assert(
      fc.property(said, where, (words, options) => {
        fc.pre(!words.includes('/'))
        expect(readStaffText(words, options).cut).toBe(0)
      }),
    )
  })

  test('that replies to a colleague goes out only after /r', () => {
    fc.assert(
      fc.property(said, where, (words, options) => {
        fc.pre(!/^\W*\/r/i.test(words))
        const read = readStaffText(words, { ...options, repliesTo: 'colleague' })
        expect(read.kind).toBe('note')
      }),
    )
  })

  test.each([
    ['public', null, 'Hello', 'public'],
    ['public', 'client', 'Hello', 'public'],
    ['public', 'colleague', 'Hello', 'note'],
    ['public', 'colleague', '/r Hello', 'public'],
    ['note', null, 'Hello', 'note'],
    ['note', 'client', 'Hello', 'public'],
    ['note', 'colleague', 'Hello', 'note'],
    ['note', null, '/r Hello', 'public'],
    ['note', null, '/R@desk_bot Hello', 'public'],
    ['note', null, '/really?', 'note'],
    ['note', 'client', '// Hello', 'note'],
  ] as const)('in a team where it is %s, replying to %s: %j is %s', (plain, to, text, kind) => {
    expect(readStaffText(text, { plainText: plain, repliesTo: to }).kind).toBe(kind)
  })

  test.each([
    ['a link', 'https://example.com/note'],
    ['a path', '/var/log // is where it is'],
    ['a mark later on', 'Look: // and /note'],
    ['a single slash', '/ is the root'],
  ])('with %s is an ordinary one', (_, text) => {
    const read = readStaffText(text, { plainText: 'public', repliesTo: null })
    expect(read).toEqual({ kind: 'public', cut: 0 })
  })
})
