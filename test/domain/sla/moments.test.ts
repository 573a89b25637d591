import { describe, expect, test } from 'vitest'

import { advanceClocks } from '../../../src/domain/sla/advance-clocks.ts'
import { clocksAt, nextSlaMoment, passedMoments } from '../../../src/domain/sla/moments.ts'
import type { SlaClock } from '../../../src/domain/sla/clock.ts'
import type { TicketFact } from '../../../src/domain/sla/fact.ts'
import {
  after,
  answers,
  asks,
  becomes,
  clockOf,
  closes,
  opened,
  policy,
  turns,
} from '../../support/sla-facts.ts'

const told = (before: SlaClock[], now: SlaClock[]) =>
  passedMoments(before, now).map(({ metric, kind, at }) => [metric, kind, at])

/** What is told in a history, each fact applied when it happens, each number a look at the clocks. */
function toldIn(...history: (TicketFact | number)[]) {
  let clocks: SlaClock[] = []
  return history.flatMap((one) => {
    const before = clocks
    clocks =
      typeof one === 'number'
        ? clocksAt(clocks, after(one), null)
        : advanceClocks(clocks, one, policy, null)
    return told(before, clocks)
  })
}

const warning = ['first_response', 'warning', after(24)]
const breach = ['first_response', 'breach', after(30)]

describe('the next moment of a clock', () => {
  test('is the warning at 80 % of the target, then the breach, then none', () => {
    const next = (minutes: number) =>
      nextSlaMoment(clockOf('first_response', [opened()], { at: after(minutes) }), null)
    expect(next(0)).toEqual({ kind: 'warning', at: after(24) })
    expect(next(23)).toEqual({ kind: 'warning', at: after(24) })
    expect(next(24)).toEqual({ kind: 'breach', at: after(30) })
    expect(next(30)).toBeNull()
  })

  test('is none for a clock that is paused, met or called off', () => {
    const paused = [opened(), turns('new', 'pending', 10)]
    expect(nextSlaMoment(clockOf('resolution', paused), null)).toBeNull()
    expect(nextSlaMoment(clockOf('first_response', [opened(), answers(5)]), null)).toBeNull()
    const closed = [opened(), closes('new', 'spam', 5)]
    expect(nextSlaMoment(clockOf('first_response', closed), null)).toBeNull()
  })

  test('moves by the length of a pause', () => {
    const facts = [opened('urgent'), turns('new', 'pending', 60), turns('pending', 'open', 100)]
    const moment = { kind: 'warning', at: after(192 + 40) }
    expect(nextSlaMoment(clockOf('resolution', facts), null)).toEqual(moment)
  })
})

describe('a warning and a breach are told', () => {
  test('once each, however often one looks', () => {
    expect(toldIn(opened(), 10, 24, 25, 29, 30, 31, 60, answers(61), 62)).toEqual([warning, breach])
  })

  test('with their own time, even if the desk was down at it', () => {
    expect(toldIn(opened(), 26)).toEqual([warning])
    expect(toldIn(opened(), 100)).toEqual([breach])
    expect(toldIn(opened(), answers(45))).toEqual([breach])
  })

  test('not at all when the answer comes before', () => {
    expect(toldIn(opened(), answers(23), 30, 60)).toEqual([])
  })

  test('not again after a reopening', () => {
    const history = [closes('new', 'agreed', 250), turns('closed', 'open', 300), 1_000] as const
    const ofResolution = toldIn(opened('urgent'), answers(1), ...history)
    expect(ofResolution).toEqual([['resolution', 'breach', after(240)]])
  })

  test('not again after a change of the priority and back', () => {
    const history = [becomes('low', 250), becomes('urgent', 260), 1_000] as const
    expect(toldIn(opened('urgent'), answers(1), 245, ...history)).toEqual([
      ['resolution', 'breach', after(240)],
    ])
  })

  test('at once when a shorter target has already passed', () => {
    expect(toldIn(opened('low'), answers(1), becomes('urgent', 300), 400)).toEqual([
      ['resolution', 'breach', after(300)],
    ])
  })

  test('again in the next cycle', () => {
    const spells = toldIn(opened(), answers(1), asks(10), 40, answers(45), asks(50), 80)
    expect(spells).toEqual([
      ['next_response', 'breach', after(40)],
      ['next_response', 'breach', after(80)],
    ])
  })
})
