import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { decide } from '../../src/domain/decide.ts'
import type { Actor, TicketEvent } from '../../src/domain/event.ts'
import { timersOf } from '../../src/domain/timers.ts'
import type { Ticket } from '../../src/domain/ticket.ts'
import { aTicket, noon } from '../support/a-ticket.ts'
import { anyEvent } from '../support/any-event.ts'

const minute = 60_000
const day = 86_400_000
const settings = {
  replyLimitMs: minute,
  workLimitMs: day,
  reminderBeforeMs: minute,
  informationTimeoutMs: day,
  solutionTimeoutMs: day,
  undecidedTimeoutMs: day,
}
const client: Actor = { kind: 'client', personId: 7 }
const anna: Actor = { kind: 'agent', agentId: 1, supervisor: false }
const bohdan: Actor = { kind: 'agent', agentId: 2, supervisor: false }

function decided(before: Ticket, event: TicketEvent, actor: Actor, at = noon) {
  const decision = decide(before, event, actor, at)
  if (!decision.ok) throw new Error(`refused: ${decision.reason}`)
  return decision
}

function refused(before: Ticket, event: TicketEvent, actor: Actor) {
  const decision = decide(before, event, actor, noon)
  return decision.ok ? undefined : decision.reason
}

const proposed = aTicket({
  status: 'solution_proposed',
  assigneeId: 1,
  assignedAt: noon,
  proposalNo: 2,
  needsReplySince: null,
  waitingSince: noon,
})

describe('decide', () => {
  test('OT-46: gives a ticket to the first of two agents who claim it', () => {
    const first = decided(aTicket(), { type: 'claim' }, anna)
    expect(first.ticket).toMatchObject({ status: 'open', assigneeId: 1, assignedAt: noon })
    expect(first.notices).toEqual(['agent_works_on_it'])
    expect(refused(first.ticket, { type: 'claim' }, bohdan)).toBe('taken_by_other')
  })

  test('lets the first public answer take the ticket, and refuses one written before that', () => {
    const later = new Date(noon.getTime() + minute)
    const taken = decided(aTicket(), { type: 'reply' }, anna, later).ticket
    expect(taken).toMatchObject({ status: 'open', assigneeId: 1, needsReplySince: null })
    const unseen = { words: false, answer: true }
    expect(refused(taken, { type: 'reply', unseen }, bohdan)).toBe('taken_by_other')
    expect(decided(taken, { type: 'reply', unseen }, anna).ticket.assigneeId).toBe(1)
    const seen = { words: true, answer: false }
    const help = decided(taken, { type: 'reply', unseen: seen }, bohdan)
    expect(help.ticket.assigneeId).toBe(1)
  })

  test('lets an agent answer a ticket that the desk gave to a colleague meanwhile', () => {
    const later = new Date(noon.getTime() + minute)
    const given = decided(
      aTicket(),
      { type: 'distribute', toAgentId: 1 },
      { kind: 'system' },
      later,
    ).ticket
    const unseen = { words: true, answer: false }
    const answer = decided(given, { type: 'reply', unseen }, bohdan, later)
    expect(answer.ticket).toMatchObject({ status: 'open', assigneeId: 1, needsReplySince: null })
    const question = decided(answer.ticket, { type: 'request_info', unseen }, bohdan)
    expect(question.ticket.status).toBe('pending')
  })

  test('holds a solution back when the client wrote after the agent looked', () => {
    const before = aTicket({ status: 'open', assigneeId: 1 })
    const unseen = { words: true, answer: false }
    expect(refused(before, { type: 'propose_solution', unseen }, anna)).toBe('newer_message')
    const answered = aTicket({ status: 'open', assigneeId: 1, needsReplySince: null })
    expect(decided(answered, { type: 'propose_solution', unseen }, anna).ticket.status).toBe(
      'solution_proposed',
    )
    expect(decided(before, { type: 'propose_solution' }, anna).ticket.status).toBe(
      'solution_proposed',
    )
  })

  test('OT-22: closes a ticket when its requester accepts the current proposal', () => {
    const { ticket: closed, notices } = decided(
      proposed,
      { type: 'accept_solution', proposalNo: 2 },
      client,
    )
    expect(closed).toMatchObject({ status: 'closed', closeReason: 'accepted' })
    expect(closed.closureNo).toBeGreaterThan(proposed.closureNo)
    expect(notices).toContain('rating_asked')
  })

  test('refuses buttons of an old proposal and of another person', () => {
    const old = { type: 'accept_solution', proposalNo: 1 } as const
    expect(refused(proposed, old, client)).toBe('not_current')
    const stranger: Actor = { kind: 'client', personId: 8 }
    const accept = { type: 'accept_solution', proposalNo: 2 } as const
    expect(refused(proposed, accept, stranger)).toBe('not_requester')
  })

  test('OT-21: wants a reason for a rejection and keeps it', () => {
    const reject = (reason: string) => ({ type: 'reject_solution', proposalNo: 2, reason }) as const
    expect(refused(proposed, reject(' no '), client)).toBe('reason_too_short')
    const { ticket: open, statusChange } = decided(proposed, reject('still broken'), client)
    expect(open).toMatchObject({ status: 'open', needsReplySince: noon, reopenCount: 1 })
    expect(statusChange).toMatchObject({ reason: 'still broken' })
  })

  describe('of a message to a proposal', () => {
    const later = (minutes: number) => new Date(noon.getTime() + minutes * minute)
    const wrote = decided(proposed, { type: 'message' }, client, later(1))
    const undecided = wrote.ticket

    test('that it rejects nothing: agents see it, and the client is asked to decide', () => {
      expect(undecided).toMatchObject({
        status: 'solution_proposed',
        undecidedSince: later(1),
        needsReplySince: null,
        reopenCount: 0,
      })
      expect(wrote.statusChange).toBeNull()
      expect(wrote.notices).toEqual(['client_wrote', 'decision_asked'])
    })

    test('that the first one counts, and a bare thank-you decides nothing', () => {
      const again = decided(undecided, { type: 'message' }, client, later(2)).ticket
      const thanked = decided(again, { type: 'message_ack' }, client, later(3)).ticket
      expect(thanked).toMatchObject({ status: 'solution_proposed', undecidedSince: later(1) })
    })

    test('that nobody who has written is reminded or taken for silent', () => {
      const system: Actor = { kind: 'system' }
      expect(refused(undecided, { type: 'reminder_due' }, system)).toBe('not_current')
      expect(refused(undecided, { type: 'autoclose_due' }, system)).toBe('not_current')
      expect(refused(proposed, { type: 'undecided_due' }, system)).toBe('not_current')
    })

    test.each<[string, TicketEvent, Actor]>([
      ['an answer', { type: 'reply' }, anna],
      ['an acceptance', { type: 'accept_solution', proposalNo: 2 }, client],
      ['a question', { type: 'request_info' }, anna],
    ])('that %s ends it, and nothing waits for an answer', (_what, event, actor) => {
      const { ticket } = decided(undecided, event, actor, later(5))
      expect(ticket).toMatchObject({ undecidedSince: null, needsReplySince: null })
    })

    const plan = { engineer: 'Ada', externalKey: 'KEY-1', dueAt: later(99) }
    test.each<[string, TicketEvent]>([
      ['open', { type: 'withdraw_solution' }],
      ['in_development', { type: 'start_development', development: plan, maxMs: day }],
    ])('that it waits for an answer when the ticket becomes %s', (status, event) => {
      const { ticket } = decided(undecided, event, anna, later(5))
      expect(ticket).toMatchObject({ status, undecidedSince: null, needsReplySince: later(1) })
    })

    test('that a rejection lets him wait since he wrote first', () => {
      const reject = { type: 'reject_solution', proposalNo: 2, reason: 'It drops' } as const
      const { ticket } = decided(undecided, reject, client, later(5))
      expect(ticket).toMatchObject({
        status: 'open',
        needsReplySince: later(1),
        undecidedSince: null,
        reopenCount: 1,
      })
    })

    test('that left undecided it goes back to work, and no rejection is counted', () => {
      const often = { ...undecided, reopenCount: 2 }
      const due = decided(often, { type: 'undecided_due' }, { kind: 'system' }, later(90))
      expect(due.ticket).toMatchObject({
        status: 'open',
        needsReplySince: later(1),
        undecidedSince: null,
        reopenCount: 2,
      })
      expect(due.statusChange).toMatchObject({ transition: 'T37', reason: null })
      expect(due.notices).toEqual(['undecided'])
    })

    test('that a limit passes it to a colleague, and nobody free leaves it where it is', () => {
      const passes = (candidateId: number | null) =>
        decided(
          undecided,
          { type: 'discipline_due', candidateId, exhausted: false },
          { kind: 'system' },
          later(40),
        ).ticket
      expect(passes(2)).toMatchObject({ assigneeId: 2, undecidedSince: later(1) })
      expect(passes(null)).toMatchObject({ assigneeId: 1, status: 'solution_proposed' })
      const { ok } = decide(
        proposed,
        { type: 'discipline_due', candidateId: 2, exhausted: false },
        { kind: 'system' },
        later(40),
      )
      expect(ok).toBe(false)
    })
  })

  test('tells a supervisor at the third rejection', () => {
    const before = { ...proposed, reopenCount: 2 }
    const reject = { type: 'reject_solution', proposalNo: 2, reason: 'Again' } as const
    expect(decided(before, reject, client).notices).toContain('rejected_often')
  })

  test('changes nothing for a bare thank-you but begins the waiting anew', () => {
    const later = new Date(noon.getTime() + minute)
    const { ticket: same, statusChange } = decided(proposed, { type: 'message_ack' }, client, later)
    expect(same).toMatchObject({ status: 'solution_proposed', waitingSince: later })
    expect(statusChange).toBeNull()
  })

  test('counts from the oldest unanswered message', () => {
    const later = new Date(noon.getTime() + minute)
    const { ticket: after } = decided(aTicket(), { type: 'message' }, client, later)
    expect(after.needsReplySince).toEqual(noon)
  })

  test('is total, changes nothing it refuses, and keeps the invariants', () => {
    const boss: Actor = { kind: 'agent', agentId: 3, supervisor: true }
    const actors = fc.constantFrom<Actor>(client, anna, bohdan, boss, { kind: 'system' })
    fc.assert(
      fc.property(fc.array(fc.tuple(anyEvent, actors), { maxLength: 30 }), (steps) => {
        let now = noon.getTime()
        let current = aTicket()
        for (const [event, actor] of steps) {
          now += minute
          const before = structuredClone(current)
          const decision = decide(current, event, actor, new Date(now))
          expect(current).toEqual(before)
          if (!decision.ok) continue
          current = decision.ticket
          expect(current.version).toBe(before.version + 1)
          if (current.assigneeId === null) {
            expect(['new', 'open', 'closed']).toContain(current.status)
          }
          if (['pending', 'postponed', 'solution_proposed'].includes(current.status)) {
            expect(current.needsReplySince).toBeNull()
          }
          const waits = current.status === 'pending' || current.status === 'solution_proposed'
          expect(current.waitingSince !== null).toBe(waits)
          if (current.status !== 'solution_proposed') expect(current.undecidedSince).toBeNull()
          const isClosed = current.status === 'closed'
          expect(current.closedAt !== null).toBe(isClosed)
          expect(current.closeReason !== null).toBe(isClosed)
          if (isClosed && before.status === 'closed') {
            // I4: what is written to it, and nothing else.
            expect(['message', 'message_ack']).toContain(event.type)
          } else if (isClosed) {
            const closers = ['accept_solution', 'autoclose_due', 'withdraw', 'close', 'merge_into']
            expect(closers).toContain(event.type)
          }
          expect(current.postponedUntil !== null).toBe(current.status === 'postponed')
          expect(current.development !== null).toBe(current.status === 'in_development')
          // I2: no live state without a timer.
          expect(timersOf(current, settings, null).length > 0).toBe(!isClosed)
          expect(decision.statusChange?.to ?? before.status).toBe(current.status)
        }
      }),
      { numRuns: 1_000 },
    )
  })
})
