import { unansweredSince } from './ball.ts'
import type { Actor, TicketEvent } from './event.ts'
import { gaveBack, statusGivenBack, takenIn, unmerged } from './merge.ts'
import { roundAfter } from './round-after.ts'
import { waitsForClient, type CloseReason, type Ticket } from './ticket.ts'
import { statusAfter } from './transitions.ts'
import type { Transition } from './transitions/transition.ts'

/** The ticket as an allowed event leaves it, a copy. */
export function ticketAfter(
  ticket: Ticket,
  event: TicketEvent,
  actor: Actor,
  row: Transition,
  now: Date,
): Ticket {
  const assigneeId = assigneeAfter(ticket, event, actor, row)
  const hasOther = assigneeId !== ticket.assigneeId
  return {
    ...ticket,
    ...statusFields(ticket, event, row, now),
    ...replyFields(ticket, row, now),
    ...(hasOther && { assigneeId, assignedAt: assigneeId === null ? null : now }),
    ...(actor.kind === 'agent' && { lastAgentActionAt: now, lastActingAgentId: actor.agentId }),
    ...(row.countsAsSaid && { lastPublicMessageAt: now }),
    ...(isAnswer(event, actor) && { firstResponseAt: ticket.firstResponseAt ?? now }),
    ...(row.newProposal && { proposalNo: roundAfter(ticket.proposalNo, now) }),
    ...(row.countsAsReopening && { reopenCount: ticket.reopenCount + 1 }),
    ...(event.type === 'discipline_due' && { disciplinedAt: now }),
    ...mergeFields(ticket, event, now),
    version: ticket.version + 1,
    updatedAt: now,
  }
}

function mergeFields(ticket: Ticket, event: TicketEvent, now: Date): Partial<Ticket> {
  switch (event.type) {
    case 'merge_into':
      return { mergedInto: event.target.number, tags: [] }
    case 'take_in':
      return takenIn(ticket, { tags: event.tags, needsReplySince: null })
    case 'take_in_unanswered':
      return takenIn(ticket, event)
    case 'unmerge':
      return unmerged(ticket, event.merge, now)
    case 'give_back':
      return gaveBack(ticket, event.merge)
    default:
      return {}
  }
}

/** The status that undoing a merge leads back to. */
function statusBeforeMerge(ticket: Ticket, event: TicketEvent): Ticket['status'] {
  switch (event.type) {
    case 'unmerge':
      return event.merge.part.status
    case 'give_back':
      return statusGivenBack(ticket, event.merge)
    default:
      return ticket.status
  }
}

/** Words of a human agent that the client reads: the first of them are the first response. */
function isAnswer(event: TicketEvent, actor: Actor): boolean {
  if (actor.kind !== 'agent') return false
  switch (event.type) {
    case 'reply':
    case 'request_info':
    case 'propose_solution':
    case 'postpone':
    case 'reopen':
      return true
    case 'close':
      return event.reason !== 'spam'
    default:
      return false
  }
}

function assigneeAfter(
  ticket: Ticket,
  event: TicketEvent,
  actor: Actor,
  row: Transition,
): number | null {
  switch (event.type) {
    case 'reassign':
    case 'distribute':
      return event.toAgentId
    case 'release':
      return null
    case 'unmerge':
      return event.merge.part.assigneeId
    case 'discipline_due':
      if (event.exhausted) return ticket.assigneeId
      // Only what lies in the queue has nobody: the rest stays with the one who knows it.
      return event.candidateId ?? (isOfQueue(ticket) ? null : ticket.assigneeId)
    default: {
      const takes = row.assignsActor && ticket.assigneeId === null && actor.kind === 'agent'
      return takes ? actor.agentId : ticket.assigneeId
    }
  }
}

/** Whether it may be without an assignee. */
function isOfQueue({ status }: Ticket): boolean {
  return status === 'new' || status === 'open'
}

function statusFields(
  ticket: Ticket,
  event: TicketEvent,
  row: Transition,
  now: Date,
): Partial<Ticket> {
  const status = statusAfter(row, ticket.status, statusBeforeMerge(ticket, event))
  const isOther = status !== ticket.status
  const waits = waitsForClient(status)
  const isNewCycle = waits && (isOther || row.restartsWaiting === true)
  return {
    ...(isOther && { status, enteredAt: now }),
    waitingSince: isNewCycle ? now : waits ? ticket.waitingSince : null,
    undecidedSince: undecidedAfter(ticket, status, row, now),
    remindedAt:
      event.type === 'reminder_due' ? now : waits && !isNewCycle ? ticket.remindedAt : null,
    postponedUntil:
      event.type === 'postpone' ? event.until : isOther ? null : ticket.postponedUntil,
    ...developmentFields(ticket, event, status),
    ...(status === 'closed' && isOther && closedFields(ticket, event, row, now)),
    ...(ticket.status === 'closed' && isOther && { closedAt: null, closeReason: null }),
  }
}

/** The first of his messages counts; a decision, another status or an answer ends it. */
function undecidedAfter(
  { status: before, undecidedSince }: Ticket,
  after: Ticket['status'],
  row: Transition,
  now: Date,
): Date | null {
  if (after !== before || row.endsUndecided === true) return null
  return undecidedSince ?? (row.leavesUndecided === true ? now : null)
}

function developmentFields(
  { development: before, developmentDueAt }: Ticket,
  event: TicketEvent,
  status: Ticket['status'],
): Partial<Ticket> {
  if (event.type === 'start_development' || event.type === 'update_development') {
    const { dueAt, engineer, externalKey } = event.development
    const isMoved = before !== null && developmentDueAt?.getTime() !== dueAt.getTime()
    const slipCount = event.type === 'start_development' ? 0 : (before?.slipCount ?? 0)
    const development = { engineer, externalKey, slipCount: slipCount + (isMoved ? 1 : 0) }
    return { development, developmentDueAt: dueAt }
  }
  return status === 'in_development' ? {} : { development: null, developmentDueAt: null }
}

function closedFields(
  { closureNo }: Ticket,
  event: TicketEvent,
  row: Transition,
  now: Date,
): Partial<Ticket> {
  const closeReason: CloseReason | null =
    event.type === 'close' ? event.reason : (row.closes ?? null)
  return {
    closedAt: now,
    closeReason,
    closureNo: roundAfter(closureNo, now),
    needsReplySince: null,
  }
}

/**
 * The oldest unanswered message counts, so a second one does not move the time. What was written to a
 * solution waits for an answer wherever else the ticket goes.
 */
function replyFields(ticket: Ticket, row: Transition, now: Date): Partial<Ticket> {
  switch (row.needsReply) {
    case 'set':
      return { needsReplySince: unansweredSince(ticket) ?? now }
    case 'clear':
      return { needsReplySince: null }
    case 'keep':
      return isSame(row, ticket) ? {} : { needsReplySince: unansweredSince(ticket) }
  }
}

function isSame(row: Transition, { status }: Ticket): boolean {
  return statusAfter(row, status) === status
}
