import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { expectedFirstAnswerAt } from '../../src/domain/expected-answer.ts'
import { newTicket } from '../../src/domain/open-ticket.ts'
import { timersOf } from '../../src/domain/timers.ts'
import type { Calendar } from '../../src/domain/working-hours.ts'

const halfAnHour = 30 * 60_000
const day = [[540, 1_080]] as const
const office: Calendar = {
  timezone: 'Europe/Kyiv',
  weekly: [day, day, day, day, day, [], []],
  holidays: ['2026-12-25'],
}

describe('the first answer', () => {
  test.each([
    ['half an hour later in working time', '2026-12-01T14:00+02:00', '2026-12-01T14:30+02:00'],
    ['the next morning after an evening', '2026-12-01T17:50+02:00', '2026-12-02T09:20+02:00'],
    ['on Monday after a Friday night', '2026-12-04T23:00+02:00', '2026-12-07T09:30+02:00'],
    ['after a holiday and its weekend', '2026-12-25T10:00+02:00', '2026-12-28T09:30+02:00'],
  ])('is expected %s', (_, opened, answered) => {
    const expected = expectedFirstAnswerAt(new Date(opened), halfAnHour, office)
    expect(expected).toEqual(new Date(answered))
  })

  test('is expected at night too when there are no working hours', () => {
    const expected = expectedFirstAnswerAt(new Date('2026-12-05T23:45Z'), halfAnHour, null)
    expect(expected).toEqual(new Date('2026-12-06T00:15Z'))
  })

  test('is promised for the time at which the agents are reminded of it', () => {
    const draft = {
      typeKey: 'idea',
      typeTitle: 'Idea',
      requesterId: 7,
      keyData: {},
      priority: 'low' as const,
      description: 'A dark theme',
    }
    const opened = fc.date({
      min: new Date('2026-01-01'),
      max: new Date('2027-12-31'),
      noInvalidDate: true,
    })
    const limit = fc.integer({ min: 1_000, max: 40 * 3_600_000 })
    const calendar = fc.constantFrom(office, null)
    fc.assert(
      fc.property(opened, limit, calendar, (at, replyLimitMs, hours) => {
        const settings = {
          replyLimitMs,
          workLimitMs: 1,
          informationTimeoutMs: 1,
          solutionTimeoutMs: 1,
          undecidedTimeoutMs: 1,
          reminderBeforeMs: 0,
        }
        const [timer] = timersOf(newTicket(draft, at), settings, hours)
        expect(expectedFirstAnswerAt(at, replyLimitMs, hours)).toEqual(timer?.firesAt)
      }),
    )
  })
})
