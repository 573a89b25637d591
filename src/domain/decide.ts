import { findTransition, statusAfter, type Transition } from './transitions.ts'
import type { AssignmentChange, Decision, Notice, Refusal, StatusChange } from './decision.ts'
import type { Actor, PublicAnswer, TicketEvent } from './event.ts'
import type { Ticket } from './ticket.ts'

/** A client who rejects this often is a case for a supervisor. */
const oftenRejected = 3

const minReasonLength = 3

/** Events that carry a message both sides can read. */
const publicEvents: ReadonlySet<TicketEvent['type']> = new Set([
  'reply',
  'request_info',
  'propose_solution',
  'message',
  'message_ack',
  'reject_solution',
])

/**
 * Says what an event does to a ticket: the one place where rules are. Pure and total: every
 * combination of ticket, event and actor has a decision, and a refusal changes nothing.
 *
 * @returns the ticket as it is afterwards (a copy), what to append to its histories, and who has to
 *   be told; or why it is refused
 */
export function decide(ticket: Ticket, event: TicketEvent, actor: Actor, now: Date): Decision {
  const row = findTransition(ticket.status, event.type, actor.kind)
  if (row === undefined) return { ok: false, reason: missingReason(ticket, event, actor) }
  const refusal = guard(ticket, event, actor)
  if (refusal !== null) return { ok: false, reason: refusal }

  const assignee = assigneeAfter(ticket, event, actor, row)
  const next: Ticket = {
    ...ticket,
    ...statusFields(ticket, row, now),
    ...replyFields(ticket, row, now),
    ...(assignee !== ticket.assigneeId && { assigneeId: assignee, assignedAt: now }),
    ...(actor.kind === 'agent' && { lastAgentActionAt: now }),
    version: ticket.version + 1,
  }
  if (row.newProposal) next.proposalNo += 1
  if (publicEvents.has(row.event)) next.lastPublicMessageAt = now
  if (isRejection(row)) next.reopenCount += 1
  return {
    ok: true,
    ticket: next,
    statusChange: statusChangeOf(ticket, next, event, row),
    assignmentChange: assignmentChangeOf(ticket, next, event),
    notices: noticesOf(ticket, next, row),
  }
}

/** A claim of a ticket that is taken is the loser's side of a race, not a wrong command. */
function missingReason(ticket: Ticket, event: TicketEvent, actor: Actor): Refusal {
  const isClaim = event.type === 'claim' && actor.kind === 'agent'
  if (isClaim && ticket.assigneeId !== null && ticket.assigneeId !== actor.agentId) {
    return 'taken_by_other'
  }
  const isVerdict = event.type === 'accept_solution' || event.type === 'reject_solution'
  return isVerdict ? 'not_current' : 'no_transition'
}

function guard(ticket: Ticket, event: TicketEvent, actor: Actor): Refusal | null {
  if (actor.kind === 'client' && actor.personId !== ticket.requesterId) return 'not_requester'
  if (isPublicAnswer(event)) {
    if (isTaken(ticket, event, actor)) return 'taken_by_other'
    if (isStale(ticket, event)) return 'newer_message'
  }
  if ('proposalNo' in event && event.proposalNo !== ticket.proposalNo) return 'not_current'
  switch (event.type) {
    case 'claim': {
      const isOther = actor.kind === 'agent' && actor.agentId !== ticket.assigneeId
      return ticket.assigneeId !== null && isOther ? 'taken_by_other' : null
    }
    case 'reject_solution':
      return event.reason.trim().length < minReasonLength ? 'reason_too_short' : null
    case 'reassign':
      return event.toAgentId === ticket.assigneeId ? 'same_assignee' : null
    default:
      return null
  }
}

function isPublicAnswer(event: TicketEvent): event is TicketEvent & PublicAnswer {
  return ['reply', 'request_info', 'propose_solution'].includes(event.type)
}

/** Two agents answered at once: the second wrote before he could see that the first took it. */
function isTaken({ assigneeId, assignedAt }: Ticket, event: PublicAnswer, actor: Actor): boolean {
  if (actor.kind !== 'agent' || assigneeId === null || assigneeId === actor.agentId) return false
  return event.writtenAt !== undefined && assignedAt !== null && event.writtenAt <= assignedAt
}

function isStale(ticket: Ticket, { lastSeenMessageAt: seen }: PublicAnswer): boolean {
  const { needsReplySince, lastPublicMessageAt } = ticket
  if (seen === undefined || needsReplySince === null || lastPublicMessageAt === null) return false
  return lastPublicMessageAt > seen
}

function assigneeAfter(
  ticket: Ticket,
  event: TicketEvent,
  actor: Actor,
  row: Transition,
): number | null {
  if (event.type === 'reassign') return event.toAgentId
  const takes = row.assignsActor && ticket.assigneeId === null && actor.kind === 'agent'
  return takes ? actor.agentId : ticket.assigneeId
}

function statusFields(ticket: Ticket, row: Transition, now: Date): Partial<Ticket> {
  const status = statusAfter(row, ticket.status)
  const waits = status === 'pending' || status === 'solution_proposed'
  const waitingSince = waits && row.restartsWaiting ? now : waits ? ticket.waitingSince : null
  const entered = status === ticket.status ? {} : { status, enteredAt: now }
  if (status !== 'closed') return { ...entered, waitingSince }
  const closed = {
    closedAt: now,
    closeReason: 'accepted',
    closureNo: ticket.closureNo + 1,
  } as const
  return { ...entered, waitingSince, ...closed }
}

/** The oldest unanswered message counts, so a second one does not move the time. */
function replyFields(ticket: Ticket, row: Transition, now: Date): Partial<Ticket> {
  switch (row.needsReply) {
    case 'set':
      return { needsReplySince: ticket.needsReplySince ?? now }
    case 'clear':
      return { needsReplySince: null }
    case 'keep':
      return {}
  }
}

function isRejection({ id }: Transition): boolean {
  return id === 'T21' || id === 'T22'
}

/** Only what changes the status belongs to the status history. */
function statusChangeOf(
  before: Ticket,
  after: Ticket,
  event: TicketEvent,
  row: Transition,
): StatusChange | null {
  if (before.status === after.status) return null
  const implicit = row.id === 'T22'
  const reason = event.type === 'reject_solution' ? event.reason : null
  return {
    ...{ from: before.status, to: after.status, transition: row.id, event: event.type, implicit },
    reason: implicit && event.type === 'message' ? event.text : reason,
  }
}

function assignmentChangeOf(
  before: Ticket,
  after: Ticket,
  event: TicketEvent,
): AssignmentChange | null {
  if (before.assigneeId === after.assigneeId) return null
  const cause = event.type === 'claim' ? 'claim' : event.type === 'reassign' ? 'manual' : 'reply'
  return { fromAgentId: before.assigneeId, toAgentId: after.assigneeId, cause }
}

function noticesOf(before: Ticket, after: Ticket, row: Transition): Notice[] {
  const notices = [...row.notices]
  if (isRejection(row) && after.reopenCount >= oftenRejected) notices.push('rejected_often')
  // Whoever hands a ticket of the queue to a colleague starts the work on it for the client.
  const handedOut = row.event === 'reassign' && before.assigneeId === null
  if (handedOut) notices.push('agent_works_on_it')
  return notices
}
