import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { advanceClocks } from '../../../src/domain/sla/advance-clocks.ts'
import { clocksFromHistory } from '../../support/clocks-from-history.ts'
import { countedAt, type SlaClock } from '../../../src/domain/sla/clock.ts'
import { factsOfRows } from '../../support/facts-of-rows.ts'
import { clocksAt, nextSlaMoment, passedMoments } from '../../../src/domain/sla/moments.ts'
import { builtInDesk } from '../../../src/desk/complete-desk.ts'
import { slaPolicyOf } from '../../../src/domain/sla/policy.ts'
import { priorities } from '../../../src/domain/ticket.ts'
import { workingTimeBetween, type Calendar } from '../../../src/domain/working-hours.ts'
import { deeds, historyOf, type DeedName, type Step } from '../../support/ticket-history.ts'

const minute = 60_000
const day = 1_440 * minute
const policy = slaPolicyOf(builtInDesk.timers)

const office: Calendar = {
  timezone: 'Europe/Kyiv',
  weekly: Array.from({ length: 7 }, (_, index) =>
    index < 5
      ? [
          [540, 780],
          [840, 1_080],
        ]
      : [],
  ),
  holidays: ['2026-12-03'],
}
const anyCalendar = fc.constantFrom(null, office)

// A life is short if every other deed ends it.
const endings = ['agree', 'closeAsDuplicate', 'closeAsSpam', 'merge', 'withdraw']
const names = (Object.keys(deeds) as DeedName[]).flatMap((name) =>
  endings.includes(name) ? [name] : Array.from({ length: 6 }, () => name),
)
const stepsOf = (from: DeedName[]) =>
  fc.array(
    fc.record<Step>({
      afterMs: fc.oneof(
        fc.integer({ min: 1, max: 40 * minute }),
        fc.integer({ min: 1, max: 10 * 60 * minute }),
        fc.integer({ min: 1, max: 3 * day }),
      ),
      does: fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom(...from) },
        { weight: 1, arbitrary: fc.record({ priority: fc.constantFrom(...priorities) }) },
      ),
    }),
    { minLength: 1, maxLength: 25 },
  )
const anySteps = stepsOf(names)
const stepsWithoutThanks = stepsOf(names.filter((name) => name !== 'thank'))
const anyTicks = fc.array(fc.integer({ min: 0, max: 20 * day }), { maxLength: 15 })

const keyOf = ({ metric, cycleNo }: Pick<SlaClock, 'metric' | 'cycleNo'>) => `${metric} ${cycleNo}`

/** Every state of the clocks that the desk sees: after each fact, and whenever it looks between. */
function seen(steps: Step[], ticks: number[], calendar: Calendar | null) {
  const { rows, now } = historyOf(steps)
  const facts = factsOfRows(rows)
  const start = rows.statusChanges[0]?.at.getTime() ?? 0
  const looks = ticks.map((ms) => new Date(start + ms)).filter((at) => at <= now)
  const times = [
    ...facts.map((fact) => ({ at: fact.at, fact })),
    ...looks.map((at) => ({ at, fact: null })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime())
  let clocks: SlaClock[] = []
  const states = times.map(({ at, fact }) => {
    const before = clocks
    clocks =
      fact === null ? clocksAt(clocks, at, calendar) : advanceClocks(clocks, fact, policy, calendar)
    return { at, before, clocks }
  })
  return { facts, states, clocks, rows }
}

describe('the clocks of any history', () => {
  test('are the same one fact at a time, however often they are looked at, as from the whole', () => {
    fc.assert(
      fc.property(anySteps, anyTicks, anyCalendar, (steps, ticks, calendar) => {
        const { facts, clocks, states } = seen(steps, ticks, calendar)
        const last = states.at(-1)?.at ?? new Date(0)
        const whole = clocksAt(clocksFromHistory(facts, policy, calendar), last, calendar)
        expect(clocks).toEqual(whole)
      }),
    )
  })

  test('never count back', () => {
    fc.assert(
      fc.property(anySteps, anyTicks, anyCalendar, (steps, ticks, calendar) => {
        const counted = new Map<string, number>()
        for (const { at, clocks } of seen(steps, ticks, calendar).states) {
          for (const clock of clocks) {
            const ms = countedAt(clock, at, calendar)
            expect(ms).toBeGreaterThanOrEqual(counted.get(keyOf(clock)) ?? 0)
            counted.set(keyOf(clock), ms)
          }
        }
      }),
    )
  })

  test('begin no next response before the first is given, and one at a time (I11)', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        for (const { clocks } of seen(steps, [], null).states) {
          const first = clocks.find(({ metric }) => metric === 'first_response')
          const cycles = clocks.filter(({ metric }) => metric === 'next_response')
          expect(cycles.map(({ cycleNo }) => cycleNo)).toEqual(cycles.map((_, index) => index + 1))
          expect(cycles.slice(0, -1).every(({ endedAt }) => endedAt !== null)).toBe(true)
          for (const { startedAt } of cycles) {
            expect(first).toMatchObject({ state: 'met' })
            expect(startedAt.getTime()).toBeGreaterThanOrEqual(first?.endedAt?.getTime() ?? NaN)
          }
        }
      }),
    )
  })

  test('tell a warning and a breach at most once in a cycle, in this order (I11)', () => {
    fc.assert(
      fc.property(anySteps, anyTicks, anyCalendar, (steps, ticks, calendar) => {
        const { states } = seen(steps, ticks, calendar)
        const told = states.flatMap(({ before, clocks }) => passedMoments(before, clocks))
        const breaches = told.filter(({ kind }) => kind === 'breach').map(keyOf)
        expect(new Set(told.map((one) => `${keyOf(one)} ${one.kind}`)).size).toBe(told.length)
        for (const [index, { kind, ...one }] of told.entries()) {
          const later = told.slice(index + 1).map((other) => `${keyOf(other)} ${other.kind}`)
          if (kind === 'breach') expect(later).not.toContain(`${keyOf(one)} warning`)
        }
        const broken = states.at(-1)?.clocks.filter(({ breachedAt }) => breachedAt !== null) ?? []
        expect(breaches.sort()).toEqual(broken.map(keyOf).sort())
      }),
    )
  })

  test('run for an answer exactly while a client waits for one', () => {
    fc.assert(
      fc.property(stepsWithoutThanks, (steps) => {
        const { rows, ticket } = historyOf(steps)
        const clocks = clocksFromHistory(factsOfRows(rows), policy, null)
        const running = clocks.filter(
          ({ metric, state }) => metric !== 'resolution' && state === 'running',
        )
        expect(running.length).toBe(ticket.needsReplySince === null ? 0 : 1)
        for (const { metric, startedAt } of running) {
          if (metric === 'next_response') expect(startedAt).toEqual(ticket.needsReplySince)
        }
      }),
    )
  })

  test('count for the resolution the stays in which it is up to support', () => {
    fc.assert(
      fc.property(anySteps, anyCalendar, (steps, calendar) => {
        const { rows, now } = historyOf(steps)
        const changes = rows.statusChanges
        const sum = changes
          .map(({ to, at }, index) => {
            const counts = !['pending', 'solution_proposed', 'closed'].includes(to)
            const leftAt = changes[index + 1]?.at ?? now
            return counts ? workingTimeBetween(at, leftAt, calendar) : 0
          })
          .reduce((a, b) => a + b, 0)
        const clocks = clocksFromHistory(factsOfRows(rows), policy, calendar)
        const resolution = clocks.find(({ metric }) => metric === 'resolution')
        expect(resolution && countedAt(resolution, now, calendar)).toBe(sum)
      }),
    )
  })

  test('come to a moment at its time and not a millisecond before', () => {
    fc.assert(
      fc.property(anySteps, anyCalendar, (steps, calendar) => {
        for (const clock of seen(steps, [], calendar).clocks) {
          const moment = nextSlaMoment(clock, calendar)
          if (moment === null) continue
          const just = new Date(moment.at.getTime() - 1)
          expect(clocksAt([clock], just, calendar)).toEqual([clock])
          const passed = passedMoments([clock], clocksAt([clock], moment.at, calendar))
          expect(passed).toMatchObject([moment])
        }
      }),
    )
  })
})
