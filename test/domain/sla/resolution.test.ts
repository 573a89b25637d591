import { describe, expect, test } from 'vitest'

import type { TicketFact } from '../../../src/domain/sla/fact.ts'
import type { CloseReason, Priority } from '../../../src/domain/ticket.ts'
import { noon } from '../../support/a-ticket.ts'
import {
  after,
  answers,
  becomes,
  clockOf,
  closes,
  hour,
  type Look,
  opened,
  turns,
} from '../../support/sla-facts.ts'

const resolution = (facts: TicketFact[], look: Look = {}) => clockOf('resolution', facts, look)

describe('the clock of the resolution', () => {
  test.each<[Priority, number]>([
    ['urgent', 4],
    ['high', 8],
    ['normal', 24],
    ['low', 72],
  ])('runs from the creation of a ticket that is %s, for %s hours', (priority, hours) => {
    expect(resolution([opened(priority)])).toMatchObject({
      state: 'running',
      runningSince: noon,
      targetMs: hours * hour,
      dueAt: after(hours * 60),
    })
  })

  test.each(['pending', 'solution_proposed'] as const)(
    'pauses while the ticket is %s and keeps what it has counted',
    (status) => {
      const facts = [opened(), turns('new', 'open', 10), turns('open', status, 60)]
      expect(resolution(facts, { at: after(6_000) })).toMatchObject({
        state: 'paused',
        countedMs: hour,
        dueAt: null,
        breachedAt: null,
      })
      const resumed = resolution([...facts, turns(status, 'open', 180)])
      expect(resumed).toMatchObject({ state: 'running', countedMs: hour })
      expect(resumed.dueAt).toEqual(after(180 + 23 * 60))
    },
  )

  test('stays paused from one wait for the client to the other', () => {
    const facts = [opened(), turns('new', 'pending', 60), turns('pending', 'solution_proposed', 90)]
    expect(resolution(facts)).toMatchObject({ state: 'paused', countedMs: hour })
  })

  test.each(['postponed', 'in_development'] as const)('runs on while it is %s', (status) => {
    const facts = [opened(), turns('new', status, 60)]
    expect(resolution(facts)).toMatchObject({ state: 'running', dueAt: after(24 * 60) })
  })

  test('is not met by an answer', () => {
    expect(resolution([opened(), answers(10)]).state).toBe('running')
  })

  test.each<CloseReason>(['accepted', 'solution_timeout', 'agreed'])(
    'is met when the ticket is closed as %s (OT-19, OT-22, OT-23)',
    (reason) => {
      const facts = [opened(), turns('new', 'solution_proposed', 60)]
      expect(resolution([...facts, closes('solution_proposed', reason, 300)])).toMatchObject({
        state: 'met',
        countedMs: hour,
        endedAt: after(300),
        breachedAt: null,
      })
    },
  )

  test.each<CloseReason>([
    'merged',
    'spam',
    'duplicate',
    'withdrawn',
    'no_client_response',
    'obsolete',
  ])('is called off, not met, when the ticket is closed as %s', (reason) => {
    expect(resolution([opened(), closes('new', reason, 60)])).toMatchObject({
      state: 'cancelled',
      countedMs: hour,
      endedAt: after(60),
      breachedAt: null,
    })
  })

  test.each<CloseReason>(['accepted', 'agreed', 'duplicate', 'no_client_response'])(
    'runs on with what it has counted when a ticket closed as %s is opened again',
    (reason) => {
      const facts = [opened(), closes('new', reason, 60), turns('closed', 'open', 600)]
      expect(resolution(facts)).toMatchObject({
        cycleNo: 1,
        state: 'running',
        countedMs: hour,
        endedAt: null,
        dueAt: after(600 + 23 * 60),
      })
    },
  )

  test('that was met in time can still be breached after a reopening', () => {
    const facts = [opened('urgent'), closes('new', 'agreed', 180), turns('closed', 'open', 600)]
    expect(resolution(facts, { at: after(659) }).breachedAt).toBeNull()
    expect(resolution(facts, { at: after(660) }).breachedAt).toEqual(after(660))
  })
})

describe('a changed priority', () => {
  test('keeps the counted time and changes target and due date only', () => {
    const facts = [opened('low'), becomes('high', 120)]
    expect(resolution(facts, { at: after(120) })).toMatchObject({
      state: 'running',
      countedMs: 2 * hour,
      targetMs: 8 * hour,
      dueAt: after(8 * 60),
      startedAt: noon,
    })
  })

  test('of a paused clock counts when it runs again', () => {
    const facts = [opened('low'), turns('new', 'pending', 60), becomes('urgent', 90)]
    expect(resolution(facts)).toMatchObject({ state: 'paused', countedMs: hour, dueAt: null })
    const dueAt = after(120 + 3 * 60)
    expect(resolution([...facts, turns('pending', 'open', 120)])).toMatchObject({ dueAt })
  })

  test('to a target that has passed breaches at the change, not before it', () => {
    const facts = [opened('low'), becomes('urgent', 300)]
    expect(resolution(facts)).toMatchObject({
      state: 'running',
      warnedAt: null,
      breachedAt: after(300),
    })
  })

  test('to a target that passed during a pause breaches when support is at it again', () => {
    const facts = [opened('low'), turns('new', 'pending', 300), becomes('urgent', 310)]
    expect(resolution(facts, { at: after(900) }).breachedAt).toBeNull()
    const resumed = resolution([...facts, turns('pending', 'open', 900)])
    expect(resumed.breachedAt).toEqual(after(900))
  })

  test('does not make a breach undone', () => {
    const facts = [opened('urgent'), becomes('low', 300)]
    expect(resolution(facts)).toMatchObject({ targetMs: 4 * hour, breachedAt: after(240) })
  })

  test('leaves a clock that was met as it was', () => {
    const facts = [opened('low'), closes('new', 'agreed', 60)]
    expect(resolution([...facts, becomes('urgent', 90)])).toEqual(resolution(facts))
  })

  test('leaves the clocks of the answers alone', () => {
    const before = clockOf('first_response', [opened('low')])
    expect(clockOf('first_response', [opened('low'), becomes('urgent', 10)])).toEqual(before)
  })
})
