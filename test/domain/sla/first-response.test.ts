import { describe, expect, test } from 'vitest'

import type { TicketFact } from '../../../src/domain/sla/fact.ts'
import { noon } from '../../support/a-ticket.ts'
import {
  after,
  answers,
  asks,
  clockOf,
  closes,
  cyclesOf,
  minute,
  opened,
  openedByAgent,
  turns,
} from '../../support/sla-facts.ts'

const first = (facts: TicketFact[]) => clockOf('first_response', facts)

describe('the clock of the first response', () => {
  test('runs from the creation, for 30 minutes (EA-39)', () => {
    expect(first([opened()])).toMatchObject({
      state: 'running',
      runningSince: noon,
      targetMs: 30 * minute,
      dueAt: after(30),
    })
  })

  test('is met by the first public message of an agent', () => {
    expect(first([opened(), answers(20), answers(50)])).toMatchObject({
      state: 'met',
      countedMs: 20 * minute,
      endedAt: after(20),
      breachedAt: null,
    })
  })

  test('is not met by an agent who only takes the ticket', () => {
    expect(first([opened(), turns('new', 'open', 5)]).state).toBe('running')
  })

  test('does not begin anew with another message of the client', () => {
    expect(first([opened(), asks(25)]).dueAt).toEqual(after(30))
  })

  test('never pauses', () => {
    const facts = [opened(), turns('new', 'postponed', 5), turns('postponed', 'pending', 10)]
    expect(first(facts)).toMatchObject({ state: 'running', dueAt: after(30) })
  })

  test('that is met after the target is told from one that is met in time', () => {
    expect(first([opened(), answers(29)])).toMatchObject({ state: 'met', breachedAt: null })
    expect(first([opened(), answers(31)])).toMatchObject({ state: 'met', breachedAt: after(30) })
  })

  test('is called off when the ticket is closed unanswered', () => {
    expect(first([opened(), closes('new', 'spam', 10)])).toMatchObject({
      state: 'cancelled',
      countedMs: 10 * minute,
      dueAt: null,
    })
  })

  test('is called off, not met, when the ticket is solved without a word', () => {
    expect(first([opened(), closes('new', 'agreed', 10)]).state).toBe('cancelled')
  })

  test('runs on when a ticket closed unanswered is opened again, without the time between', () => {
    const facts = [opened(), closes('new', 'withdrawn', 10), turns('closed', 'open', 100)]
    expect(first([...facts, asks(100)])).toMatchObject({
      state: 'running',
      countedMs: 10 * minute,
      dueAt: after(120),
      endedAt: null,
    })
    expect(cyclesOf('next_response', [...facts, asks(100)])).toEqual([])
  })

  test('that was met is not opened again with the ticket', () => {
    const facts = [opened(), answers(20), closes('open', 'agreed', 40), turns('closed', 'open', 60)]
    expect(first(facts)).toMatchObject({ state: 'met', endedAt: after(20) })
  })

  test('is not owed by an agent who opened the ticket himself', () => {
    expect(cyclesOf('first_response', [openedByAgent])).toEqual([])
    expect(cyclesOf('next_response', [openedByAgent, asks(10)])).toMatchObject([
      { startedAt: after(10) },
    ])
  })
})
