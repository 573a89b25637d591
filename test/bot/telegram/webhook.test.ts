import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkSecret, maxBodyBytes, readUpdates } from '../../../src/bot/telegram/webhook.ts'

test('only the very secret passes', () => {
  expect(checkSecret('secret', 'secret')).toBe(true)
  for (const given of ['', 'secre', 'secret ', 'Secret', undefined, ['secret'], 7, null]) {
    expect(checkSecret(given, 'secret')).toBe(false)
  }
})

test('a body may be cut anywhere, also inside a character', () => {
  const update = { update_id: 1, message: { text: 'Проблема 🙈 з «оплатою»' } }
  const bytes = Buffer.from(JSON.stringify(update))
  fc.assert(
    fc.property(fc.nat(bytes.length), (cut) => {
      const read = readUpdates([bytes.subarray(0, cut), bytes.subarray(cut)])
      expect(read).toEqual({ ok: true, updates: [update] })
    }),
  )
})

test('a body too large or no JSON is refused with the reason', () => {
  expect(readUpdates(Buffer.alloc(maxBodyBytes + 1, 32))).toEqual({
    ok: false,
    reason: 'too_large',
  })
  expect(readUpdates(Buffer.from('{"update_id":'))).toEqual({ ok: false, reason: 'not_json' })
  expect(readUpdates(Buffer.alloc(0))).toEqual({ ok: false, reason: 'not_json' })
})
