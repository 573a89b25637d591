import type { AssignmentChange, Decision, Notice, Refusal, StatusChange } from './decision.ts'
import type { Actor, TicketEvent } from './event.ts'
import { guard } from './guard.ts'
import type { Ticket } from './ticket.ts'
import { ticketAfter } from './ticket-after.ts'
import { findTransition } from './transitions.ts'
import type { Transition } from './transitions/transition.ts'

/** A client who rejects this often is a case for a supervisor. */
const oftenRejected = 3

/** Ways to close a ticket after which a rating makes sense, if somebody answered at all. */
const ratedCloseReasons = ['accepted', 'solution_timeout', 'withdrawn', 'agreed']

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
  const refusal = guard(ticket, event, actor, now)
  if (refusal !== null) return { ok: false, reason: refusal }
  const after = ticketAfter(ticket, event, actor, row, now)
  return {
    ok: true,
    ticket: after,
    statusChange: statusChangeOf(ticket, after, event, row),
    assignmentChange: assignmentChangeOf(ticket, after, event),
    notices: noticesOf(ticket, after, event, row),
  }
}

/** A claim of a ticket that is taken is the loser's side of a race, not a wrong command. */
function missingReason(ticket: Ticket, event: TicketEvent, actor: Actor): Refusal {
  const isClaim = event.type === 'claim' && actor.kind === 'agent'
  if (isClaim && ticket.assigneeId !== null && ticket.assigneeId !== actor.agentId) {
    return 'taken_by_other'
  }
  if (event.type === 'merge_into' && ticket.mergedInto !== null) return 'already_merged'
  if (event.type === 'unmerge') return 'not_merged'
  const isVerdict = event.type === 'accept_solution' || event.type === 'reject_solution'
  return isVerdict ? 'not_current' : 'no_transition'
}

/** Only what changes the status belongs to the status history. */
function statusChangeOf(
  before: Ticket,
  after: Ticket,
  event: TicketEvent,
  row: Transition,
): StatusChange | null {
  if (before.status === after.status) return null
  return {
    from: before.status,
    to: after.status,
    transition: row.id,
    event: event.type,
    reason: reasonOf(event),
  }
}

function reasonOf(event: TicketEvent): string | null {
  switch (event.type) {
    case 'reject_solution':
    case 'postpone':
      return event.reason
    case 'close':
      return `${event.reason}: ${event.comment}`
    case 'reopen':
      return event.text
    default:
      return null
  }
}

const causes: Partial<Record<TicketEvent['type'], AssignmentChange['cause']>> = {
  claim: 'claim',
  reassign: 'manual',
  release: 'released',
  distribute: 'auto',
  discipline_due: 'discipline',
  unmerge: 'unmerged',
}

function assignmentChangeOf(
  before: Ticket,
  after: Ticket,
  event: TicketEvent,
): AssignmentChange | null {
  if (before.assigneeId === after.assigneeId) return null
  const cause =
    event.type === 'distribute' && event.toAgentId === null
      ? 'away'
      : (causes[event.type] ?? 'reply')
  return { fromAgentId: before.assigneeId, toAgentId: after.assigneeId, cause }
}

function noticesOf(before: Ticket, after: Ticket, event: TicketEvent, row: Transition): Notice[] {
  const notices = [...row.notices]
  if (row.isRejection && after.reopenCount >= oftenRejected) notices.push('rejected_often')
  // Whoever hands a ticket of the queue to a colleague starts the work on it for the client.
  if (row.event === 'reassign' && before.assigneeId === null) notices.push('agent_works_on_it')
  const isClosed = after.status === 'closed' && before.status !== 'closed'
  const isRated =
    after.firstResponseAt !== null && ratedCloseReasons.includes(after.closeReason ?? '')
  if (isClosed && isRated && !notices.includes('rating_asked')) notices.push('rating_asked')
  const isUndone = event.type === 'unmerge' || event.type === 'give_back'
  // The old buttons are gone: what he is asked is shown to the client once more.
  if (isUndone && after.waitingSince !== null && before.waitingSince === null) {
    notices.push(after.undecidedSince === null ? 'reminded' : 'decision_asked')
  }
  if (event.type === 'discipline_due') {
    if (event.exhausted) notices.push('passed_around')
    else if (event.candidateId === null) notices.push('nobody_free')
  }
  return notices
}
