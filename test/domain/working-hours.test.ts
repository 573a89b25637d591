import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import {
  addWorkingTime,
  workingTimeBetween,
  type Calendar,
} from '../../src/domain/working-hours.ts'

const minute = 60_000
const hour = 60 * minute
const office = [
  [540, 780],
  [840, 1_080],
] as const
const kyiv: Calendar = {
  timezone: 'Europe/Kyiv',
  weekly: [office, office, office, office, office, [], []],
  holidays: ['2026-12-25'],
}
/** Open on Sundays too, for the days on which clocks change. */
const sundays: Calendar = {
  ...kyiv,
  weekly: Array.from({ length: 7 }, () => [[0, 1_440]] as const),
}

describe('working time', () => {
  test.each([
    ['within an interval', '2026-12-01T10:00+02:00', 30 * minute, '2026-12-01T10:30+02:00'],
    ['over lunch', '2026-12-01T12:45+02:00', 30 * minute, '2026-12-01T14:15+02:00'],
    ['to the end of an interval', '2026-12-01T12:30+02:00', 30 * minute, '2026-12-01T13:00+02:00'],
    ['begun in the evening', '2026-12-01T20:00+02:00', 30 * minute, '2026-12-02T09:30+02:00'],
    ['begun before opening', '2026-12-01T07:00+02:00', hour, '2026-12-01T10:00+02:00'],
    ['over a weekend', '2026-12-04T17:45+02:00', 30 * minute, '2026-12-07T09:15+02:00'],
    ['over a holiday', '2026-12-24T17:45+02:00', 30 * minute, '2026-12-28T09:15+02:00'],
    ['of several days', '2026-12-01T09:00+02:00', 20 * hour, '2026-12-03T13:00+02:00'],
    ['of nothing', '2026-12-01T20:00+02:00', 0, '2026-12-01T20:00+02:00'],
  ])('%s', (_, from, durationMs, expected) => {
    expect(addWorkingTime(new Date(from), durationMs, kyiv)).toEqual(new Date(expected))
  })

  test('passes around the clock without a calendar', () => {
    const from = new Date('2026-12-05T23:00Z')
    expect(addWorkingTime(from, 2 * hour, null)).toEqual(new Date('2026-12-06T01:00Z'))
  })

  test('counts 23 hours on the day clocks go forward and 25 when they go back', () => {
    const spring = [new Date('2026-03-28T22:00Z'), new Date('2026-03-29T21:00Z')] as const
    expect(workingTimeBetween(...spring, sundays)).toBe(23 * hour)
    const autumn = [new Date('2026-10-24T21:00Z'), new Date('2026-10-25T22:00Z')] as const
    expect(workingTimeBetween(...autumn, sundays)).toBe(25 * hour)
  })

  test('opens at nine by the clock before and after a clock change', () => {
    const friday = new Date('2026-03-27T18:00+02:00')
    expect(addWorkingTime(friday, hour, kyiv)).toEqual(new Date('2026-03-30T10:00+03:00'))
    const october = new Date('2026-10-23T18:00+03:00')
    expect(addWorkingTime(october, hour, kyiv)).toEqual(new Date('2026-10-26T10:00+02:00'))
  })

  test('of a desk that never opens passes by the clock', () => {
    const closed: Calendar = { ...kyiv, weekly: [] }
    const from = new Date('2026-12-01T00:00Z')
    expect(addWorkingTime(from, hour, closed)).toEqual(new Date('2026-12-01T01:00Z'))
  })

  test('added and measured agree for every start and duration', () => {
    const start = fc.date({
      min: new Date('2026-01-01'),
      max: new Date('2026-12-31'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 100 * hour }), (from, durationMs) => {
        const end = addWorkingTime(from, durationMs, kyiv)
        expect(workingTimeBetween(from, end, kyiv)).toBe(durationMs)
      }),
    )
  })
})
