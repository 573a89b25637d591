import { decide } from '../../domain/decide.ts'
import type { Notice } from '../../domain/decision.ts'
import type { Actor, TicketEvent } from '../../domain/event.ts'
import { momentAfter } from '../../domain/moment-after.ts'
import type { PassedMoment } from '../../domain/sla/moments.ts'
import type { Ticket } from '../../domain/ticket.ts'
import type { WrittenMessage } from '../../domain/message.ts'
import type { Agent } from '../../domain/people.ts'
import type { Desk } from '../../desk/desk.ts'
import type { Queryable } from '../../storage/sql.ts'
import { agentById } from '../people/agents.ts'
import { addMessage, type Said } from './add-message.ts'
import { cardFacts } from './card-facts.ts'
import type { StoredMessage, TicketChange, Verdict } from '../change.ts'
import { recordAssignmentChange, recordStatusChange } from './save-ticket.ts'
import { storeTicket } from './store-ticket.ts'
import { lockTicket } from './ticket-row.ts'

export interface TicketDeps {
  desk: Desk
}

export interface Applied {
  number: number
  /** A function is called with the ticket once it is locked. */
  event: TicketEvent | ((ticket: Ticket) => TicketEvent | Promise<TicketEvent>)
  actor: Actor
  /** The version it was decided on; with another one it is refused, for it may no longer be meant. */
  expectedVersion?: number
  /** The agent behind the actor, for those who are told. */
  agent?: Agent
  /** What was said with it, stored in the same transaction. */
  said?: { written: WrittenMessage } & Said
  now: Date
}

/**
 * The one way in which a ticket changes: lock it, ask the table, write ticket, history, timers and
 * message. A refusal writes nothing.
 */
export async function applyEvent(
  tx: Queryable,
  deps: TicketDeps,
  input: Applied,
): Promise<Verdict<[TicketChange]>> {
  const { number, actor } = input
  const before = await lockTicket(tx, number)
  if (before === undefined) return { ok: false, reason: 'no_such_ticket' }
  if ((input.expectedVersion ?? before.version) !== before.version) {
    return { ok: false, reason: 'changed_meanwhile' }
  }
  const now = momentAfter(before, input.now)
  const event = typeof input.event === 'function' ? await input.event(before) : input.event
  const decision = decide(before, event, actor, now)
  if (!decision.ok) return { ...decision, status: before.status }
  const { ticket, statusChange, assignmentChange, notices } = decision
  // Thanks that the table takes for a message are one.
  const isAck = event.type === 'message_ack'
  const messages: StoredMessage[] = []
  if (input.said !== undefined) {
    messages.push(await addMessage(tx, ticket, input.said.written, { ...input.said, isAck }))
  }
  const said = input.said?.kind === 'public' ? { author: input.said.author.kind, isAck } : null
  const passed = await storeTicket(tx, deps, before, ticket, said)
  if (statusChange !== null) await recordStatusChange(tx, number, statusChange, actor, now)
  if (assignmentChange !== null) {
    await recordAssignmentChange(tx, number, assignmentChange, actor, now)
  }
  const done = { before, ticket, messages, notices, passed, by: actor.kind }
  const change = await describeChange(tx, done, input.agent)
  return { ok: true, changes: [change] }
}

/** Adds to a change the people who are told about it. */
export async function describeChange(
  tx: Queryable,
  done: {
    before: Ticket | null
    ticket: Ticket
    messages: StoredMessage[]
    notices: Notice[]
    by: Actor['kind']
    passed?: PassedMoment[]
  },
  actor: Agent | undefined,
): Promise<TicketChange> {
  const { before, ticket, messages, notices, by, passed = [] } = done
  const changed = before !== null && before.assigneeId !== ticket.assigneeId
  return {
    about: 'ticket',
    ...(await cardFacts(tx, ticket)),
    statusChanged: before?.status !== ticket.status,
    formerAssignee: changed ? await agentById(tx, before.assigneeId) : null,
    actor: actor ?? null,
    messages,
    by,
    passed,
    notices: [...notices, ...noticesOfPassed(passed)],
  }
}

function noticesOfPassed(passed: PassedMoment[]): Notice[] {
  const isThere = (kind: PassedMoment['kind']) => passed.some((one) => one.kind === kind)
  return [
    ...(isThere('warning') ? (['promise_near'] as const) : []),
    ...(isThere('breach') ? (['promise_broken'] as const) : []),
  ]
}
