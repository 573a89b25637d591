import fc from 'fast-check'
import { expect, test } from 'vitest'

import { quietUntil } from '../../src/domain/quiet-hours.ts'

const kyiv = 'Europe/Kyiv'
const night = { fromMinutes: 22 * 60, toMinutes: 8 * 60 }
const until = (at: string, hours = night) => quietUntil(hours, new Date(at), kyiv)?.toISOString()

test.each([
  ['in the evening before', '2026-12-01T19:59:59Z', undefined],
  ['when they begin', '2026-12-01T20:00:00Z', '2026-12-02T06:00:00.000Z'],
  ['after midnight', '2026-12-02T01:00:00Z', '2026-12-02T06:00:00.000Z'],
  ['when they end', '2026-12-02T06:00:00Z', undefined],
  // The clocks go back from 4:00 to 3:00 on 25 October 2026, and forward on 29 March 2026.
  ['over the night that is an hour longer', '2026-10-24T20:00:00Z', '2026-10-25T06:00:00.000Z'],
  ['over the night that is an hour shorter', '2026-03-28T21:00:00Z', '2026-03-29T05:00:00.000Z'],
])('%s', (_, at, end) => {
  expect(until(at)).toBe(end)
})

test('hours within a day', () => {
  const siesta = { fromMinutes: 13 * 60, toMinutes: 14 * 60 }
  expect(until('2026-12-01T11:30:00Z', siesta)).toBe('2026-12-01T12:00:00.000Z')
  expect(until('2026-12-01T12:00:00Z', siesta)).toBeUndefined()
})

test('no hours are never quiet', () => {
  expect(quietUntil(null, new Date(), kyiv)).toBeNull()
  expect(quietUntil({ fromMinutes: 60, toMinutes: 60 }, new Date(), kyiv)).toBeNull()
})

test('they always end within a day, and are over then', () => {
  const minutes = fc.nat(1_439)
  const at = fc.date({
    min: new Date('2026-01-01'),
    max: new Date('2027-12-31'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(minutes, minutes, at, (fromMinutes, toMinutes, now) => {
      const hours = { fromMinutes, toMinutes }
      const end = quietUntil(hours, now, kyiv)
      if (end === null) return
      expect(end.getTime()).toBeGreaterThan(now.getTime())
      expect(end.getTime() - now.getTime()).toBeLessThanOrEqual(25 * 3_600_000)
      expect(quietUntil(hours, end, kyiv)).toBeNull()
    }),
  )
})
