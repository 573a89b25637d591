import { describe, expect, it } from 'vitest'
import { formatDuration, formatMoment } from '../../src/locales/date-time.ts'

const now = new Date('2026-11-23T12:00:00Z')
const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

describe('a moment', () => {
  it.each([
    ['en', '2026-11-23T12:30:00Z', '14:30'],
    ['en', '2026-11-23T21:59:59Z', '23:59'],
    ['en', '2026-11-23T22:00:00Z', '24 November, 00:00'],
    ['en', '2026-11-22T21:59:00Z', '22 November, 23:59'],
    ['uk', '2026-11-27T07:05:00Z', '27 листопада, 09:05'],
    ['ru', '2026-11-27T07:05:00Z', '27 ноября, 09:05'],
    ['tr', '2026-11-27T07:05:00Z', '27 Kasım, 09:05'],
    ['en', '2027-11-23T12:30:00Z', '23 November 2027, 14:30'],
    ['uk', '2027-01-05T07:05:00Z', '5 січня 2027 р., 09:05'],
    // The clocks go forward on 28 March 2027 in Kyiv.
    ['en', '2027-06-01T12:00:00Z', '1 June 2027, 15:00'],
  ] as const)('reads in Kyiv in %s at %s: %s', (language, at, words) => {
    expect(formatMoment(new Date(at), now, 'Europe/Kyiv', language)).toBe(words)
  })

  it('is told in the zone of the reader', () => {
    const at = new Date('2026-11-23T22:30:00Z')
    expect(formatMoment(at, now, 'Europe/London', 'en')).toBe('22:30')
    expect(formatMoment(at, now, 'Europe/Istanbul', 'en')).toBe('24 November, 01:30')
  })

  it('throws on an unknown zone and on an invalid date', () => {
    expect(() => formatMoment(now, now, 'Kyiv', 'en')).toThrow(RangeError)
    expect(() => formatMoment(new Date(NaN), now, 'Europe/Kyiv', 'en')).toThrow(RangeError)
  })
})

describe('a duration', () => {
  it.each([
    ['en', 4 * day, '4 days'],
    ['en', 30 * minute, '30 minutes'],
    ['en', day, '1 day'],
    ['en', 36 * hour, '1 day 12 hours'],
    ['en', 90 * minute, '1 hour 30 minutes'],
    ['en', 4 * day - second, '4 days'],
    ['en', hour - 100, '1 hour'],
    ['en', day - second, '1 day'],
    ['en', 61 * second, '1 minute 1 second'],
    ['en', 30 * second, '30 seconds'],
    ['en', 0, '0 seconds'],
    ['en', -5 * day, '0 seconds'],
    ['uk', day, '1 день'],
    ['uk', 4 * day, '4 дні'],
    ['uk', 14 * day, '14 днів'],
    ['uk', 21 * minute, '21 хвилина'],
    ['ru', 3 * hour, '3 часа'],
    ['ru', 5 * minute, '5 минут'],
    ['ru', 22 * day, '22 дня'],
    ['tr', 7 * day, '7 gün'],
  ] as const)('reads in %s for %d ms: %s', (language, durationMs, words) => {
    expect(formatDuration(durationMs, language)).toBe(words)
  })
})
