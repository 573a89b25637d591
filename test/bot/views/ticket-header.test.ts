import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { withHeader } from '../../../src/bot/views/ticket-header.ts'

const text = fc.string({ unit: 'grapheme' })

describe('a message about a ticket', () => {
  test('begins with its number and what it is called, in bold', () => {
    const message = withHeader({ number: 1_234, subject: 'No sound' }, 'Anna works on it.')
    expect(message.text).toBe('#1234 No sound\n\nAnna works on it.')
    expect(message.entities).toEqual([{ type: 'bold', offset: 0, length: 14 }])
  })

  test('is the header alone when there is nothing to say', () => {
    const header = withHeader({ number: 7, subject: 'No sound' }, '')
    expect(header.text).toBe('#7 No sound')
    const empty = { text: '', entities: [] }
    expect(withHeader({ number: 7, subject: 'No sound' }, empty)).toEqual(header)
  })

  test('keeps the formatting of what is said over the same words', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), text, text, text, (number, subject, before, said) => {
        fc.pre(said !== '')
        const italic = { type: 'italic', offset: before.length, length: said.length }
        const body = { text: before + said, entities: [italic] }
        const message = withHeader({ number, subject }, body)
        const [header, moved] = message.entities
        const wordsAt = (span = { offset: 0, length: 0 }) =>
          message.text.slice(span.offset, span.offset + span.length)
        expect(wordsAt(header)).toBe(`#${String(number)} ${subject}`)
        expect(moved?.type).toBe('italic')
        expect(wordsAt(moved)).toBe(said)
        expect(message.text.endsWith(before + said)).toBe(true)
      }),
    )
  })

  test('shows a subject to the letter', () => {
    const subject = '<b>{ $name }</b> & *stars* \\ #5'
    expect(withHeader({ number: 7, subject }, 'x').text).toBe(`#7 ${subject}\n\nx`)
  })
})
