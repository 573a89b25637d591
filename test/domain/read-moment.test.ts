import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { readMoment } from '../../src/domain/read-moment.ts'

// A Tuesday, 14:00 in Kyiv.
const now = new Date('2026-11-24T12:00:00Z')
const kyiv = { now, timezone: 'Europe/Kyiv' }

const read = (text: string, context = kyiv) => {
  const found = readMoment(text, context)
  return found.ok ? `${found.at.toISOString().slice(0, 16)} ${found.rest}`.trim() : found.reason
}

describe('a moment that an agent writes', () => {
  test.each([
    ['2h waiting for the provider', '2026-11-24T14:00 waiting for the provider'],
    ['30m', '2026-11-24T12:30'],
    ['1d 4h then', '2026-11-25T16:00 then'],
    ['90 min', '2026-11-24T13:30'],
    ['2 години', '2026-11-24T14:00'],
    ['3 дня', '2026-11-27T12:00'],
    ['2 saat', '2026-11-24T14:00'],
    ['1 week', '2026-12-01T12:00'],
    ['9:00 call back', '2026-11-25T07:00 call back'],
    ['15.30', '2026-11-24T13:30'],
    ['today 18:00 x', '2026-11-24T16:00 x'],
    ['tomorrow', '2026-11-25T07:00'],
    ['завтра 10:15 чекаємо', '2026-11-25T08:15 чекаємо'],
    ['yarın', '2026-11-25T07:00'],
    ['fri 9:00', '2026-11-27T07:00'],
    ['понедельник', '2026-11-30T07:00'],
    ['tue', '2026-12-01T07:00'],
    ['1.12 x', '2026-12-01T07:00 x'],
    ['1.11', '2027-11-01T07:00'],
    ['01.12.2026 14:30', '2026-12-01T12:30'],
    ['2026-12-01 09:00 reason', '2026-12-01T07:00 reason'],
    ['2026-12-01', '2026-12-01T07:00'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test.each([
    ['soon', 'no_time'],
    ['', 'no_time'],
    ['2 apples', 'no_time'],
    ['2026-11-01', 'past'],
    ['today 9:00', 'past'],
    ['31.02', 'absurd'],
    ['25:00', 'absurd'],
    ['9999d', 'absurd'],
  ])('%s is refused: %s', (text, reason) => {
    expect(read(text)).toBe(reason)
  })

  test('begins with the working day where the desk has one', () => {
    const calendar = {
      timezone: 'Europe/Kyiv',
      weekly: Array.from({ length: 7 }, () => [[600, 1_080]] as const),
      holidays: [],
    }
    expect(read('tomorrow', { ...kyiv, calendar } as typeof kyiv)).toBe('2026-11-25T08:00')
  })

  test('is the same minute again when it is written as a date', () => {
    const minute = fc.integer({ min: 2, max: 500_000 })
    const zone = fc.constantFrom('Europe/Kyiv', 'America/New_York', 'Asia/Kathmandu', 'UTC')
    fc.assert(
      fc.property(minute, zone, (minutes, timezone) => {
        const at = new Date(now.getTime() + minutes * 60_000)
        const [date, time] = new Intl.DateTimeFormat('sv-SE', {
          timeZone: timezone,
          dateStyle: 'short',
          timeStyle: 'short',
        })
          .format(at)
          .split(' ')
        const found = readMoment(`${date!} ${time!} rest`, { now, timezone })
        expect(found.ok).toBe(true)
        // In the hour that a clock change repeats either one is meant.
        const off = found.ok ? Math.abs(found.at.getTime() - at.getTime()) : NaN
        expect([0, 3_600_000]).toContain(off)
      }),
    )
  })

  test('is looked for in any text without a crash', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(['no_time', 'past', 'absurd', undefined]).toContain(
          (({ reason }: { reason?: string }) => reason)(readMoment(text, kyiv) as object),
        )
      }),
    )
  })
})
