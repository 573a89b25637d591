import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { isAcknowledgement } from '../../src/domain/thanks.ts'

const bare = fc.constantFrom(
  'thanks',
  'Thank you very much',
  'OK',
  'got it, thanks',
  'Great! Thanks',
  'дякую',
  'Дуже дякую',
  'ок, дякую',
  'Зрозуміло. Дякую',
  'окей',
  'спасибо',
  'Большое спасибо',
  'Хорошо, спасибо',
  'ПОНЯТНО',
  'teşekkürler',
  'Çok teşekkür ederim',
  'sağ ol',
  'Tamam, teşekkürler',
  'anladım',
)
const decoration = fc
  .array(fc.constantFrom('!', '.', ' ', '\n', ')', '🙏', '👍🏽', '❤️', '😊'), { maxLength: 4 })
  .map((some) => some.join(''))

describe('a bare thank-you', () => {
  test('is one in any case, with any punctuation and emoji around it', () => {
    fc.assert(
      fc.property(decoration, bare, decoration, (before, words, after) => {
        const text = `${before}${words}${after}`
        fc.pre(text.trim().length <= 40)
        expect(isAcknowledgement(text, false)).toBe(true)
        expect(isAcknowledgement(text.toLowerCase(), false)).toBe(true)
      }),
    )
  })

  test.each([
    ['THANK YOU', 'English'],
    ['ДЯКУЮ', 'Ukrainian'],
    ['СПАСИБО', 'Russian'],
    ['TEŞEKKÜR EDERİM', 'Turkish, with the dotted capital I'],
    ['ANLADIM', 'Turkish, with the dotless capital I'],
  ])('%s is one: capitals of %s', (text) => {
    expect(isAcknowledgement(text, false)).toBe(true)
  })

  test('is one when its letters are written as letter and mark', () => {
    for (const text of ['Teşekkürler', 'Окей', 'sağ ol']) {
      expect(isAcknowledgement(text.normalize('NFD'), false)).toBe(true)
    }
  })

  test.each(['👍', '🙏🙏🙏', '👍🏽', '❤️', '❤', '👌 🔥', '🤝🏻'])('may be nothing but %s', (emoji) => {
    expect(isAcknowledgement(emoji, false)).toBe(true)
  })
})

describe('no thank-you', () => {
  test('is a message with a file: it is meant to be read', () => {
    fc.assert(
      fc.property(bare, (words) => {
        expect(isAcknowledgement(words, true)).toBe(false)
      }),
    )
  })

  test('is a question', () => {
    fc.assert(
      fc.property(bare, fc.nat(40), (words, at) => {
        const text = `${words.slice(0, at)}?${words.slice(at)}`
        expect(isAcknowledgement(text, false)).toBe(false)
      }),
    )
  })

  test('is anything that says one word more', () => {
    const more = fc.constantFrom('but', 'not', 'ні', 'не', 'ama', '2', 'still')
    fc.assert(
      fc.property(bare, more, fc.boolean(), (words, word, isBefore) => {
        const text = isBefore ? `${word} ${words}` : `${words}, ${word}`
        expect(isAcknowledgement(text, false)).toBe(false)
      }),
    )
  })

  test('is a text of more than 40 characters, whatever it is made of', () => {
    expect(isAcknowledgement(`thanks${'!'.repeat(34)}`, false)).toBe(true)
    expect(isAcknowledgement(`thanks${'!'.repeat(35)}`, false)).toBe(false)
    expect(isAcknowledgement(`  \n${'!'.repeat(34)}thanks${' '.repeat(30)}`, false)).toBe(true)
  })

  test.each([
    ['nothing', ''],
    ['blanks', ' \n\t'],
    ['punctuation', '...'],
    ['a selector without an emoji', '\ufe0f'],
    ['a skin tone alone', '🏽'],
    ['another emoji', '👎'],
    ['another emoji beside a thankful one', '👍😡'],
    ['a number', '5'],
    ['a refusal', 'no thanks'],
    ['thanks in advance', 'thanks in advance'],
  ])('is %s', (_, text) => {
    expect(isAcknowledgement(text, false)).toBe(false)
  })

  test('is decided for every text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, hasAttachment) => {
        expect(typeof isAcknowledgement(text, hasAttachment)).toBe('boolean')
      }),
    )
  })
})
