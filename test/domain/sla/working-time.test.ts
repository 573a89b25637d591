import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { countedAt } from '../../../src/domain/sla/clock.ts'
import { nextSlaMoment } from '../../../src/domain/sla/moments.ts'
import {
  addWorkingTime,
  type Calendar,
  workingTimeBetween,
} from '../../../src/domain/working-hours.ts'
import { clockOf, hour, minute, opened } from '../../support/sla-facts.ts'

const workdays = (index: number) => index < 5
const kyiv = (open: (index: number) => boolean, ...hours: [number, number][]): Calendar => ({
  timezone: 'Europe/Kyiv',
  weekly: Array.from({ length: 7 }, (_, index) => (open(index) ? hours : [])),
  holidays: ['2026-12-25'],
})
const office = kyiv(workdays, [9 * 60, 13 * 60], [14 * 60, 18 * 60])
const dayAndNight = kyiv(() => true, [0, 24 * 60])
const nights = kyiv(() => true, [0, 6 * 60])
const brokenNights = kyiv(() => true, [0, 3 * 60 + 30], [3 * 60 + 30, 6 * 60])

const firstDueAt = (openedAt: string, calendar: Calendar) =>
  clockOf('first_response', [opened('normal', new Date(openedAt))], { calendar }).dueAt
const resolutionDueAt = (openedAt: string, calendar: Calendar) =>
  clockOf('resolution', [opened('high', new Date(openedAt))], { calendar }).dueAt

describe('a clock counts working time:', () => {
  test('not the lunch', () => {
    expect(firstDueAt('2026-12-01T12:50+02:00', office)).toEqual(new Date('2026-12-01T14:20+02:00'))
  })

  test('not the night', () => {
    expect(firstDueAt('2026-12-01T17:50+02:00', office)).toEqual(new Date('2026-12-02T09:20+02:00'))
  })

  test('not the weekend', () => {
    expect(firstDueAt('2026-12-04T17:50+02:00', office)).toEqual(new Date('2026-12-07T09:20+02:00'))
    expect(firstDueAt('2026-12-05T11:00+02:00', office)).toEqual(new Date('2026-12-07T09:30+02:00'))
  })

  test('not a holiday, nor the weekend behind it', () => {
    const monday = new Date('2026-12-28T09:20+02:00')
    expect(firstDueAt('2026-12-24T17:50+02:00', office)).toEqual(monday)
  })

  test('a target of eight hours is a day with lunch, not the next morning', () => {
    const expected = new Date('2026-12-02T11:00+02:00')
    expect(resolutionDueAt('2026-12-01T11:00+02:00', office)).toEqual(expected)
  })

  test('the hour that spring takes away is not counted', () => {
    const expected = new Date('2026-03-29T07:00+03:00')
    expect(resolutionDueAt('2026-03-28T22:00+02:00', dayAndNight)).toEqual(expected)
    const nextNight = new Date('2026-03-30T03:00+03:00')
    expect(resolutionDueAt('2026-03-29T00:00+02:00', nights)).toEqual(nextNight)
  })

  test('the hour that autumn gives back is counted', () => {
    const expected = new Date('2026-10-25T05:00+02:00')
    expect(resolutionDueAt('2026-10-24T22:00+03:00', dayAndNight)).toEqual(expected)
    const nextNight = new Date('2026-10-26T01:00+02:00')
    expect(resolutionDueAt('2026-10-25T00:00+03:00', nights)).toEqual(nextNight)
  })

  test('an office that sleeps through the change of the clock keeps its hours', () => {
    expect(firstDueAt('2026-03-27T17:50+02:00', office)).toEqual(new Date('2026-03-30T09:20+03:00'))
    expect(firstDueAt('2026-10-23T17:50+03:00', office)).toEqual(new Date('2026-10-26T09:20+02:00'))
  })

  test('the warning keeps the hours too', () => {
    const clock = clockOf('first_response', [opened('normal', new Date('2026-12-04T17:50+02:00'))])
    const inOffice = clockOf(
      'first_response',
      [opened('normal', new Date('2026-12-04T17:50+02:00'))],
      { calendar: office },
    )
    const monday = new Date('2026-12-07T09:14+02:00')
    expect(nextSlaMoment(clock, null)?.at).toEqual(new Date('2026-12-04T18:14+02:00'))
    expect(nextSlaMoment(inOffice, office)).toEqual({ kind: 'warning', at: monday })
  })

  test('a question on Friday evening is not late on Monday morning', () => {
    const facts = [opened('normal', new Date('2026-12-04T17:50+02:00'))]
    const at = new Date('2026-12-07T09:19+02:00')
    const clock = clockOf('first_response', facts, { calendar: office, at })
    expect(clock).toMatchObject({ state: 'running', breachedAt: null })
    expect(countedAt(clock, at, office)).toBe(29 * minute)
  })
})

describe('working time around both changes of the clock', () => {
  const anyCalendar = fc.constantFrom(office, dayAndNight, nights, brokenNights)
  const changes = ['2026-03-29T01:00Z', '2026-10-25T01:00Z'].map((at) => new Date(at).getTime())
  const anyInstant = fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -36 * 60, max: 36 * 60 }))
    .map(([change, minutes]) => change + minutes * minute)

  test('is the same in two pieces as in one, so that looking at a clock cannot change it', () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, fc.nat(36 * hour), fc.nat(36 * hour), (...given) => {
        const [calendar, start, one, other] = given
        const [a, b, c] = [start, start + one, start + one + other].map((ms) => new Date(ms))
        if (a === undefined || b === undefined || c === undefined) throw new Error('no instants')
        const pieces = workingTimeBetween(a, b, calendar) + workingTimeBetween(b, c, calendar)
        expect(workingTimeBetween(a, c, calendar)).toBe(pieces)
      }),
    )
  })

  test('until a due date is the whole target', () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, fc.integer({ min: 1, max: 72 * hour }), (...given) => {
        const [calendar, start, target] = given
        const from = new Date(start)
        const dueAt = addWorkingTime(from, target, calendar)
        expect(workingTimeBetween(from, dueAt, calendar)).toBe(target)
      }),
    )
  })
})
