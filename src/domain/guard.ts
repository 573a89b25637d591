import type { Refusal } from './decision.ts'
import type { Actor, DevelopmentPlan, PublicAnswer, TicketEvent } from './event.ts'
import { mergeRefusal, unmergeRefusal } from './merge.ts'
import { waitsForClient, type Ticket } from './ticket.ts'

const minReasonLength = 3

/** Why an event that the table knows is refused all the same; null when it is not. */
export function guard(ticket: Ticket, event: TicketEvent, actor: Actor, now: Date): Refusal | null {
  if (actor.kind === 'client' && actor.personId !== ticket.requesterId) return 'not_requester'
  switch (event.type) {
    case 'reply':
    case 'request_info':
      return isTaken(ticket, event, actor) ? 'taken_by_other' : null
    case 'propose_solution':
      if (isTaken(ticket, event, actor)) return 'taken_by_other'
      return isStale(ticket, event) ? 'newer_message' : null
    case 'accept_solution':
      return event.proposalNo === ticket.proposalNo ? null : 'not_current'
    case 'reject_solution':
      if (event.proposalNo !== ticket.proposalNo) return 'not_current'
      return event.reason.trim().length < minReasonLength ? 'reason_too_short' : null
    case 'claim': {
      const isOther = actor.kind === 'agent' && actor.agentId !== ticket.assigneeId
      return ticket.assigneeId !== null && isOther ? 'taken_by_other' : null
    }
    case 'reassign':
    case 'distribute':
      return event.toAgentId === ticket.assigneeId ? 'same_assignee' : null
    case 'release':
      return ticket.assigneeId === null ? 'same_assignee' : null
    case 'postpone':
      if (event.reason.trim() === '') return 'reason_missing'
      return timeRefusal(event.until, event.maxMs, now)
    case 'start_development':
    case 'update_development':
      return developmentRefusal(event.development, event.maxMs, now)
    case 'close':
      if (actor.kind !== 'agent' || !actor.supervisor) return 'supervisors_only'
      return event.comment.trim() === '' ? 'reason_missing' : null
    case 'merge_into':
      return mergeRefusal(ticket, event.target)
    case 'unmerge':
      return unmergeRefusal(event.merge, now)
    case 'reopen':
      return reopenRefusal(ticket, event, now)
    // While a client who has written waits, he is neither reminded nor taken for silent.
    case 'reminder_due':
    case 'autoclose_due':
    case 'autoclose_blocked':
      return ticket.undecidedSince === null ? null : 'not_current'
    case 'undecided_due':
      return ticket.undecidedSince === null ? 'not_current' : null
    case 'discipline_due': {
      const isClientsTurn = waitsForClient(ticket.status) && ticket.undecidedSince === null
      return isClientsTurn ? 'not_current' : null
    }
    default:
      return null
  }
}

/** Two agents answered at once: the second wrote before he could see that the first took it. */
function isTaken({ assigneeId }: Ticket, { unseen }: PublicAnswer, actor: Actor): boolean {
  const isOther = actor.kind === 'agent' && assigneeId !== null && assigneeId !== actor.agentId
  return isOther && unseen?.answer === true
}

/** The client wrote while the agent was typing, and waits for an answer to that, too. */
function isStale({ needsReplySince }: Ticket, { unseen }: PublicAnswer): boolean {
  return needsReplySince !== null && unseen?.words === true
}

function timeRefusal(at: Date, maxMs: number, now: Date): Refusal | null {
  if (at <= now) return 'time_not_ahead'
  return at.getTime() > now.getTime() + maxMs ? 'time_too_far' : null
}

function developmentRefusal(
  { engineer, externalKey, dueAt }: DevelopmentPlan,
  maxMs: number,
  now: Date,
): Refusal | null {
  if (engineer.trim() === '') return 'engineer_missing'
  if (externalKey.trim() === '') return 'key_missing'
  return timeRefusal(dueAt, maxMs, now)
}

function reopenRefusal(
  ticket: Ticket,
  { windowMs, text }: Extract<TicketEvent, { type: 'reopen' }>,
  now: Date,
): Refusal | null {
  if (isClosedForGood(ticket)) return 'never_reopened'
  if (!canBeReopened(ticket, windowMs, now)) return 'reopen_window_over'
  return text.trim() === '' ? 'reason_missing' : null
}

/** Whether `Reopen` is offered: within the window, and not for what was spam or went elsewhere. */
export function canBeReopened(ticket: Ticket, windowMs: number, now: Date): boolean {
  const { closedAt } = ticket
  if (closedAt === null || isClosedForGood(ticket)) return false
  return windowMs > 0 && now.getTime() <= closedAt.getTime() + windowMs
}

function isClosedForGood({ closeReason }: Ticket): boolean {
  return closeReason === 'merged' || closeReason === 'spam'
}
