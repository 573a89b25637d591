import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { statuses, type Ticket, type TicketStatus } from '../../src/domain/ticket.ts'
import { closesAt, timersOf, type TimerSettings } from '../../src/domain/timers.ts'
import type { Calendar } from '../../src/domain/working-hours.ts'
import { aTicket, noon } from '../support/a-ticket.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const after = (ms: number) => new Date(noon.getTime() + ms)

const settings: TimerSettings = {
  replyLimitMs: 30 * minute,
  workLimitMs: 8 * hour,
  reminderBeforeMs: day,
  informationTimeoutMs: 4 * day,
  solutionTimeoutMs: 7 * day,
  undecidedTimeoutMs: day,
}

const office: Calendar = {
  timezone: 'UTC',
  weekly: Array.from({ length: 7 }, () => [[540, 1_080]] as const),
  holidays: [],
}

const time = fc.integer({ min: 0, max: 30 * day }).map(after)
const maybe = fc.option(time)
const anyTicket = fc
  .record({
    status: fc.constantFrom<TicketStatus>(...statuses),
    needsReplySince: maybe,
    assignedAt: maybe,
    enteredAt: time,
    lastAgentActionAt: maybe,
    waitingSince: maybe,
    undecidedSince: maybe,
  })
  .map(aTicket)
const duration = fc.integer({ min: 1_000, max: 30 * day })
const anySettings = fc.record({
  replyLimitMs: duration,
  workLimitMs: duration,
  informationTimeoutMs: duration,
  solutionTimeoutMs: duration,
  undecidedTimeoutMs: duration,
  reminderBeforeMs: fc.oneof(fc.constant(0), duration),
})

describe('the timers of a ticket', () => {
  test.each<[TicketStatus, Date | null, string[]]>([
    ['new', noon, ['reply_limit']],
    ['open', noon, ['reply_limit']],
    ['open', null, ['work_limit']],
    ['pending', null, ['reminder', 'autoclose']],
    ['solution_proposed', null, ['reminder', 'autoclose']],
    ['closed', null, []],
  ])('that is %s, unanswered since %s, are %j', (status, needsReplySince, kinds) => {
    const timers = timersOf(aTicket({ status, needsReplySince }), settings, null)
    expect(timers.map(({ kind }) => kind)).toEqual(kinds)
  })

  test('are one of a kind, each at a time there is', () => {
    fc.assert(
      fc.property(anyTicket, anySettings, (one, limits) => {
        const timers = timersOf(one, limits, null)
        expect(new Set(timers.map(({ kind }) => kind)).size).toBe(timers.length)
        for (const { firesAt } of timers) expect(firesAt.getTime()).not.toBeNaN()
      }),
    )
  })

  test('are the same for the same state', () => {
    fc.assert(
      fc.property(anyTicket, anySettings, (one, limits) => {
        const before = structuredClone(one)
        expect(timersOf(one, limits, office)).toEqual(timersOf(before, limits, office))
        expect(one).toEqual(before)
      }),
    )
  })
})

describe('the reply limit', () => {
  const replyLimit = (change: Partial<Ticket>, calendar: Calendar | null = null) =>
    timersOf(aTicket(change), settings, calendar)[0]?.firesAt

  test('counts from the oldest unanswered message', () => {
    expect(replyLimit({ enteredAt: after(-day) })).toEqual(after(30 * minute))
  })

  test('begins anew for a new assignee, and not for one who had it before', () => {
    const assigned = { status: 'open', assigneeId: 1 } as const
    expect(replyLimit({ ...assigned, assignedAt: after(hour) })).toEqual(after(90 * minute))
    expect(replyLimit({ ...assigned, assignedAt: after(-hour) })).toEqual(after(30 * minute))
  })

  test('is not put off by what an agent does inside', () => {
    const busy = { status: 'open', lastAgentActionAt: after(20 * minute) } as const
    expect(replyLimit(busy)).toEqual(after(30 * minute))
  })

  test('counts working time only', () => {
    const evening = new Date('2026-12-01T17:45Z')
    const nextMorning = new Date('2026-12-02T09:15Z')
    expect(replyLimit({ needsReplySince: evening }, office)).toEqual(nextMorning)
  })
})

describe('a solution whose client wrote without deciding', () => {
  const undecided = {
    status: 'solution_proposed',
    needsReplySince: null,
    waitingSince: noon,
    enteredAt: noon,
    undecidedSince: after(hour),
  } as const

  test('waits for an agent like any message, and goes back to work after a day', () => {
    expect(timersOf(aTicket(undecided), settings, null)).toEqual([
      { kind: 'reply_limit', firesAt: after(90 * minute) },
      { kind: 'undecided_due', firesAt: after(hour + day) },
    ])
  })

  test('does not close by itself', () => {
    expect(closesAt(aTicket(undecided), settings)).toBeNull()
  })
})

describe('the work limit', () => {
  test('counts from the newest of entering the status, the assignment and the last action', () => {
    fc.assert(
      fc.property(time, maybe, maybe, (enteredAt, assignedAt, lastAgentActionAt) => {
        const open = { status: 'open', needsReplySince: null } as const
        const one = aTicket({ ...open, enteredAt, assignedAt, lastAgentActionAt })
        const times = [enteredAt, assignedAt, lastAgentActionAt].map((at) => at?.getTime() ?? 0)
        const firesAt = new Date(Math.max(...times) + settings.workLimitMs)
        expect(timersOf(one, settings, null)).toEqual([{ kind: 'work_limit', firesAt }])
      }),
    )
  })
})

describe('a ticket that waits for the client', () => {
  const waits = fc.constantFrom('pending' as const, 'solution_proposed' as const)

  test('closes after the timeout of its status, around the clock', () => {
    const waiting = { needsReplySince: null, waitingSince: noon }
    const closing = (status: TicketStatus) =>
      timersOf(aTicket({ ...waiting, status }), settings, office).at(-1)
    expect(closing('pending')).toEqual({ kind: 'autoclose', firesAt: after(4 * day) })
    expect(closing('solution_proposed')).toEqual({ kind: 'autoclose', firesAt: after(7 * day) })
  })

  test('is told the very time at which it closes', () => {
    fc.assert(
      fc.property(waits, time, anySettings, (status, waitingSince, limits) => {
        const one = aTicket({ status, needsReplySince: null, waitingSince })
        const autoclose = timersOf(one, limits, null).find(({ kind }) => kind === 'autoclose')
        expect(closesAt(one, limits)).toEqual(autoclose?.firesAt)
      }),
    )
  })

  test('is reminded before it closes, and not before half of the time is over', () => {
    fc.assert(
      fc.property(waits, time, anySettings, (status, waitingSince, limits) => {
        fc.pre(limits.reminderBeforeMs > 0)
        const one = aTicket({ status, needsReplySince: null, waitingSince })
        const [reminder, autoclose] = timersOf(one, limits, null).map(({ firesAt }) =>
          firesAt.getTime(),
        )
        if (reminder === undefined || autoclose === undefined) throw new Error('a timer is missing')
        const halfTime = waitingSince.getTime() + (autoclose - waitingSince.getTime()) / 2
        expect(reminder).toBeLessThan(autoclose)
        expect(reminder).toBeGreaterThanOrEqual(Math.floor(halfTime))
      }),
    )
  })

  test('is reminded as long before as the desk says, when there is time for it', () => {
    const one = aTicket({ status: 'pending', needsReplySince: null, waitingSince: noon })
    expect(timersOf(one, settings, null)[0]).toEqual({ kind: 'reminder', firesAt: after(3 * day) })
  })

  test('is not reminded when reminders are off', () => {
    const one = aTicket({ status: 'pending', needsReplySince: null, waitingSince: noon })
    const kinds = timersOf(one, { ...settings, reminderBeforeMs: 0 }, null).map(({ kind }) => kind)
    expect(kinds).toEqual(['autoclose'])
  })
})

test('a ticket that does not wait has no time at which it closes by itself', () => {
  expect(closesAt(aTicket({ status: 'open' }), settings)).toBeNull()
})
