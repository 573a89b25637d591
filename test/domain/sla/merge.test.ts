import { describe, expect, test } from 'vitest'

import { clocksFromHistory } from '../../support/clocks-from-history.ts'
import type { TicketFact } from '../../../src/domain/sla/fact.ts'
import { factsOfRows } from '../../support/facts-of-rows.ts'
import type { TicketStatus } from '../../../src/domain/ticket.ts'
import {
  after,
  answers,
  asks,
  clockOf,
  closes,
  cyclesOf,
  opened,
  policy,
  turns,
} from '../../support/sla-facts.ts'

const undone = (to: TicketStatus, mergedAt: number, minutes: number): TicketFact => ({
  kind: 'merge_undone',
  mergedAt: after(mergedAt),
  to,
  at: after(minutes),
})

describe('a merge', () => {
  test('calls every promise off', () => {
    const facts = [opened(), answers(5), asks(10), closes('open', 'merged', 20)]
    const clocks = clocksFromHistory(facts, policy, null)
    expect(clocks.map(({ metric, state }) => [metric, state])).toEqual([
      ['first_response', 'met'],
      ['resolution', 'cancelled'],
      ['next_response', 'cancelled'],
    ])
  })

  test.each<[string, TicketFact[], TicketStatus]>([
    ['nobody had answered', [opened()], 'new'],
    ['a question was open', [opened(), answers(2), asks(4)], 'open'],
    ['the client was asked', [opened(), answers(2), turns('new', 'pending', 2)], 'pending'],
    [
      'it had been closed before',
      [opened(), closes('new', 'withdrawn', 1), turns('closed', 'open', 3), asks(3)],
      'open',
    ],
  ])('that is undone leaves no trace: %s', (_name, facts, status) => {
    const merged = [...facts, closes(status, 'merged', 20), undone(status, 20, 50)]
    const promised = (all: TicketFact[]) =>
      (['first_response', 'next_response', 'resolution'] as const)
        .flatMap((metric) => cyclesOf(metric, all, { at: after(200) }))
        // The same time is counted up to another instant.
        .map(({ countedMs: _counted, runningSince: _since, ...clock }) => clock)
    expect(promised(merged)).toEqual(promised(facts))
  })

  test('that is undone does not bring back what was called off earlier', () => {
    const facts = [opened(), answers(1), asks(2), closes('open', 'withdrawn', 3)]
    const again = [...facts, turns('closed', 'open', 5), asks(5), closes('open', 'merged', 8)]
    const cycles = cyclesOf('next_response', [...again, undone('open', 8, 9)])
    expect(cycles.map(({ state }) => state)).toEqual(['cancelled', 'running'])
    expect(clockOf('resolution', [...again, undone('open', 8, 9)]).state).toBe('running')
  })

  test('and its undoing are read from the history of statuses', () => {
    const row = { actorKind: 'agent', reason: null } as const
    const facts = factsOfRows({
      priority: 'normal',
      messages: [],
      priorityChanges: [],
      statusChanges: [
        { ...row, from: null, to: 'new', transition: 'K07', at: after(0) },
        { ...row, from: 'new', to: 'closed', transition: 'T27', at: after(10) },
        { ...row, from: 'closed', to: 'new', transition: 'K05', at: after(30) },
      ],
    })
    // What was split off was written by its client: he waits for a first answer.
    expect(facts).toEqual([opened(), closes('new', 'merged', 10), undone('new', 10, 30)])
  })
})
