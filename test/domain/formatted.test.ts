import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { bold, cutStart, join, lines, plain, quote } from '../../src/domain/formatted.ts'
import type { FormattedText } from '../../src/domain/message.ts'

const text = fc.string({ unit: 'grapheme', maxLength: 20 })
const kind = fc.constantFrom('bold', 'code', 'blockquote', 'expandable_blockquote', 'text_link')

/** A text with spans that lie within it, as those of Telegram do. */
const formatted: fc.Arbitrary<FormattedText> = text.chain((written) => {
  if (written === '') return fc.constant(plain(''))
  const at = fc.integer({ min: 0, max: written.length - 1 })
  const span = fc.tuple(at, fc.integer({ min: 1, max: 20 }), kind)
  return fc.array(span, { maxLength: 4 }).map((spans) => ({
    text: written,
    entities: spans.map(([offset, length, type]) => ({
      type,
      offset,
      extra: 7,
      length: Math.min(length, written.length - offset),
    })),
  }))
})

/** The words each span is over. */
const spans = ({ text: whole, entities }: FormattedText) =>
  entities.map(({ type, offset, length }) => [type, whole.slice(offset, offset + length)])

/** Telegram refuses or drops spans that are empty or reach out of the text. */
function expectTidy({ text: whole, entities }: FormattedText) {
  for (const { offset, length } of entities) {
    expect(length).toBeGreaterThan(0)
    expect(offset).toBeGreaterThanOrEqual(0)
    expect(offset + length).toBeLessThanOrEqual(whole.length)
  }
}

describe('texts that are joined', () => {
  test('keep their words and the words under their formatting', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(formatted, text)), (parts) => {
        const whole = join(...parts)
        const all = parts.map((part) => (typeof part === 'string' ? plain(part) : part))
        expect(whole.text).toBe(all.map((part) => part.text).join(''))
        expect(spans(whole)).toEqual(all.flatMap(spans))
        expectTidy(whole)
      }),
    )
  })

  test('keep what else is said of a span', () => {
    const link = { type: 'text_link', offset: 1, length: 2, url: 'https://example.com' }
    const whole = join('👍 ', { text: 'a link', entities: [link] })
    expect(whole.entities).toEqual([{ ...link, offset: 4 }])
  })

  test('are the same in one go and one after the other', () => {
    fc.assert(
      fc.property(formatted, formatted, formatted, (a, b, c) => {
        expect(join(join(a, b), c)).toEqual(join(a, b, c))
        expect(join(a, join(b, c))).toEqual(join(a, b, c))
      }),
    )
  })

  test('of nothing are nothing', () => {
    expect(join()).toEqual(plain(''))
  })
})

describe('texts one below the other', () => {
  test('have a line end between them, and none for what is empty', () => {
    fc.assert(
      fc.property(fc.array(formatted), (parts) => {
        const said = parts.filter((part) => part.text !== '')
        expect(lines(parts).text).toBe(said.map((part) => part.text).join('\n'))
        expect(spans(lines(parts))).toEqual(said.flatMap(spans))
      }),
    )
  })
})

describe('a text in bold', () => {
  test('is bold from end to end, in UTF-16 units', () => {
    fc.assert(
      fc.property(text, (words) => {
        expect(spans(bold(words))).toEqual(words === '' ? [] : [['bold', words]])
      }),
    )
  })
})

describe('a quotation', () => {
  test('is over the whole text, with no other quotation within it', () => {
    fc.assert(
      fc.property(formatted, (inner) => {
        const quoted = quote(inner)
        expect(quoted.text).toBe(inner.text)
        expectTidy(quoted)
        const isQuotation = (type: unknown) => String(type).endsWith('blockquote')
        const quotations = spans(quoted).filter(([type]) => isQuotation(type))
        expect(quotations).toEqual(inner.text === '' ? [] : [['blockquote', inner.text]])
        const others = spans(inner).filter(([type]) => !isQuotation(type))
        expect(spans(quoted).filter(([type]) => !isQuotation(type))).toEqual(others)
      }),
    )
  })
})

describe('a text without its start', () => {
  test('keeps the rest and what is formatted in it', () => {
    fc.assert(
      fc.property(formatted, fc.nat(25), (whole, length) => {
        const rest = cutStart(whole, length)
        expect(rest.text).toBe(whole.text.slice(length))
        expectTidy(rest)
        const kept = whole.entities.filter((span) => span.offset + span.length > length)
        expect(spans(rest)).toEqual(
          kept.map(({ type, offset, length: size }) => [
            type,
            whole.text.slice(Math.max(offset, length), offset + size),
          ]),
        )
      }),
    )
  })

  test('is the text when nothing is cut off, and the second part of two that were joined', () => {
    fc.assert(
      fc.property(formatted, formatted, (first, second) => {
        expect(cutStart(second, 0)).toEqual(second)
        expect(cutStart(join(first, second), first.text.length)).toEqual(second)
      }),
    )
  })
})
