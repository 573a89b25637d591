import { decide } from '../../domain/decide.ts'
import { timersOf } from '../../domain/timers.ts'
import type { Notice } from '../../domain/decision.ts'
import type { Actor, TicketEvent } from '../../domain/event.ts'
import type { Ticket } from '../../domain/ticket.ts'
import type { WrittenMessage } from '../../domain/message.ts'
import { calendarOf } from '../../desk/calendar.ts'
import type { Desk } from '../../desk/desk.ts'
import type { Queryable } from '../../storage/sql.ts'
import { agentById } from '../people/save-agent.ts'
import { personById } from '../people/save-person.ts'
import { addMessage, type Said } from './add-message.ts'
import type { Agent, Change, StoredMessage, Verdict } from './change.ts'
import { countEarlier } from './count-earlier.ts'
import { largeFilesOf } from './large-files.ts'
import { recordAssignmentChange, recordStatusChange, saveTicket } from './save-ticket.ts'
import { lockTicket } from './ticket-row.ts'

export interface TicketDeps {
  desk: Desk
}

export interface Applied {
  number: number
  event: TicketEvent | ((ticket: Ticket) => TicketEvent)
  actor: Actor
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
): Promise<Verdict> {
  const { number, actor, now } = input
  const before = await lockTicket(tx, number)
  if (before === undefined) return { ok: false, reason: 'no_such_ticket' }
  const event = typeof input.event === 'function' ? input.event(before) : input.event
  const decision = decide(before, event, actor, now)
  if (!decision.ok) return decision
  const { ticket, statusChange, assignmentChange, notices } = decision
  const messages: StoredMessage[] = []
  if (input.said !== undefined) {
    // Thanks that the table takes for a message are one.
    const said = { ...input.said, isAck: event.type === 'message_ack' }
    messages.push(await addMessage(tx, ticket, said.written, said))
  }
  await saveTicket(tx, ticket, timersOf(ticket, deps.desk.timers, calendarOf(deps.desk)))
  if (statusChange !== null) await recordStatusChange(tx, number, statusChange, actor, now)
  if (assignmentChange !== null) {
    await recordAssignmentChange(tx, number, assignmentChange, actor, now)
  }
  const change = await describeChange(tx, { before, ticket, messages, notices }, input.agent)
  return { ok: true, change }
}

/** Adds to a change the people who are told about it. */
export async function describeChange(
  tx: Queryable,
  done: { before: Ticket | null; ticket: Ticket; messages: StoredMessage[]; notices: Notice[] },
  actor: Agent | undefined,
): Promise<Change> {
  const { before, ticket, messages, notices } = done
  const assignee = await agentById(tx, ticket.assigneeId)
  const changed = before !== null && before.assigneeId !== ticket.assigneeId
  return {
    ticket,
    statusChanged: before?.status !== ticket.status,
    requester: await personById(tx, ticket.requesterId),
    assignee,
    formerAssignee: changed ? await agentById(tx, before.assigneeId) : null,
    actor: actor ?? null,
    messages,
    notices,
    earlierTickets: await countEarlier(tx, ticket),
    largeFiles: await largeFilesOf(tx, ticket.number),
  }
}
