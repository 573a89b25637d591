import { decide } from '../../src/domain/decide.ts'
import type { Actor, TicketEvent } from '../../src/domain/event.ts'
import type { HistoryRows } from './facts-of-rows.ts'
import type { Priority, Ticket } from '../../src/domain/ticket.ts'
import { aTicket } from './a-ticket.ts'

const day = 86_400_000
const client: Actor = { kind: 'client', personId: 7 }
const agent: Actor = { kind: 'agent', agentId: 1, supervisor: true }
const system: Actor = { kind: 'system' }

const answer = (type: 'reply' | 'request_info' | 'propose_solution') =>
  ({ actor: agent, event: () => ({ type }), says: 'reply' }) as const
const byAgent = (event: TicketEvent) =>
  ({ actor: agent, event: () => event, says: 'reason' }) as const
const silently = (actor: Actor, event: TicketEvent) => ({ actor, event: () => event }) as const
const development = (now: Date) => ({
  engineer: 'Ada',
  externalKey: 'DESK-1',
  dueAt: new Date(now.getTime() + day),
})

interface Deed {
  actor: Actor
  event: (ticket: Ticket, now: Date) => TicketEvent
  /** The purpose of the public message that comes with it. */
  says?: string
  isAck?: boolean
}

/** What people and time do to a ticket, each with the words that the desk stores with it. */
export const deeds = {
  claim: silently(agent, { type: 'claim' }),
  reply: answer('reply'),
  ask: answer('request_info'),
  propose: answer('propose_solution'),
  withdrawSolution: silently(agent, { type: 'withdraw_solution' }),
  postpone: {
    actor: agent,
    event: (_ticket, now) => ({
      type: 'postpone',
      until: new Date(now.getTime() + day),
      reason: 'later',
      maxMs: 2 * day,
    }),
    says: 'reason',
  },
  resume: silently(agent, { type: 'resume' }),
  develop: {
    actor: agent,
    event: (_ticket, now) => ({
      type: 'start_development',
      development: development(now),
      maxMs: 2 * day,
    }),
  },
  developed: silently(agent, { type: 'development_done' }),
  agree: byAgent({ type: 'close', reason: 'agreed', comment: 'by telephone' }),
  closeAsDuplicate: byAgent({ type: 'close', reason: 'duplicate', comment: 'of 11' }),
  closeAsSpam: silently(agent, { type: 'close', reason: 'spam', comment: 'advertising' }),
  merge: silently(agent, {
    type: 'merge_into',
    target: { number: 11, mergedInto: null, closed: false, requesterId: 7 },
  }),
  reopenByAgent: byAgent({ type: 'reopen', windowMs: 3 * day, text: 'it is back' }),
  write: {
    actor: client,
    event: () => ({ type: 'message', text: 'Still broken' }),
    says: 'message',
  },
  thank: {
    actor: client,
    says: 'message',
    isAck: true,
    event: ({ status }) =>
      ['pending', 'solution_proposed', 'closed'].includes(status)
        ? { type: 'message_ack' }
        : { type: 'message', text: 'Thanks' },
  },
  accept: {
    actor: client,
    event: ({ proposalNo }) => ({ type: 'accept_solution', proposalNo }),
  },
  reject: {
    actor: client,
    event: ({ proposalNo }) => ({ type: 'reject_solution', proposalNo, reason: 'It is not' }),
    says: 'rejection',
  },
  withdraw: silently(client, { type: 'withdraw' }),
  reopen: {
    actor: client,
    event: () => ({ type: 'reopen', windowMs: 3 * day, text: 'Again' }),
    says: 'reopening',
  },
  autoclose: silently(system, { type: 'autoclose_due' }),
  wake: silently(system, { type: 'postpone_due' }),
} satisfies Record<string, Deed>

export type DeedName = keyof typeof deeds

/** One thing done to a ticket, so long after the one before. */
export interface Step {
  afterMs: number
  does: DeedName | { priority: Priority }
}

/** The rows a ticket opened at noon has after steps, as the rules allow them; refused ones leave none. */
export function historyOf(steps: readonly Step[]): {
  rows: HistoryRows
  ticket: Ticket
  now: Date
} {
  let ticket = aTicket()
  let now = ticket.createdAt
  const created = { from: null, to: ticket.status, transition: 'T01', reason: null, at: now }
  const statusChanges = [{ ...created, actorKind: 'client' } as HistoryRows['statusChanges'][0]]
  const said = { author: 'client', purpose: 'description', isAck: false, recordedAt: now } as const
  const messages: HistoryRows['messages'][number][] = [said]
  const priorityChanges: HistoryRows['priorityChanges'][number][] = []
  for (const { afterMs, does } of steps) {
    now = new Date(now.getTime() + afterMs)
    if (typeof does === 'object') {
      if (ticket.status === 'closed' || ticket.priority === does.priority) continue
      priorityChanges.push({ from: ticket.priority, to: does.priority, at: now })
      ticket = { ...ticket, priority: does.priority }
      continue
    }
    const { actor, event: eventOf, says, isAck = false }: Deed = deeds[does]
    const event = eventOf(ticket, now)
    const decision = decide(ticket, event, actor, now)
    if (!decision.ok) continue
    // What is written to a closed ticket is held until a button says where it belongs.
    const isHeld = ticket.status === 'closed' && event.type === 'message'
    ticket = decision.ticket
    const actorKind = actor.kind
    if (decision.statusChange !== null) {
      statusChanges.push({ ...decision.statusChange, actorKind, at: now })
    }
    if (says !== undefined && actorKind !== 'system' && !isHeld) {
      messages.push({ author: actorKind, purpose: says, isAck, recordedAt: now })
    }
  }
  const rows = { priority: ticket.priority, statusChanges, messages, priorityChanges }
  return { rows, ticket, now }
}
