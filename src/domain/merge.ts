import { unansweredSince } from './ball.ts'
import type { Refusal } from './decision.ts'
import type { Development, Ticket, TicketStatus } from './ticket.ts'

/** For so long a merge can be undone. */
const unmergeWindowMs = 24 * 3_600_000

/** What a merge changes in a ticket: kept with the merge, so that undoing it is exact. */
export interface BeforeMerge {
  status: TicketStatus
  needsReplySince: Date | null
  undecidedSince: Date | null
  assigneeId: number | null
  postponedUntil: Date | null
  development: Development | null
  developmentDueAt: Date | null
  closureNo: number
  tags: string[]
}

/** The ticket that another one shall become part of: the survivor. */
export interface MergeTarget {
  number: number
  mergedInto: number | null
  closed: boolean
  requesterId: number
}

/** A merge that shall be undone, and what became of the survivor meanwhile. */
export interface MadeMerge {
  /** By the survivor's history. */
  mergedAt: Date
  /** The part before the merge. */
  part: BeforeMerge
  /** The survivor before the merge. */
  survivor: BeforeMerge
  /** The survivor became part of a third ticket. */
  survivorMerged: boolean
  /** The survivor took another ticket in after this one. */
  tookInLater: boolean
  /** An agent wrote to the client in the survivor. */
  answered: boolean
  /** The client's first message to the survivor after the merge. */
  wroteAt: Date | null
}

export function beforeMerge(ticket: Ticket): BeforeMerge {
  const { status, needsReplySince, undecidedSince, assigneeId, postponedUntil } = ticket
  const { development, developmentDueAt, closureNo, tags } = ticket
  return {
    status,
    needsReplySince,
    undecidedSince,
    assigneeId,
    postponedUntil,
    development,
    developmentDueAt,
    closureNo,
    tags,
  }
}

/** Why a ticket cannot become part of another one; null when it can. */
export function mergeRefusal(ticket: Ticket, target: MergeTarget): Refusal | null {
  if (target.number === ticket.number) return 'merge_target_self'
  if (target.mergedInto === ticket.number) return 'merge_target_part'
  if (target.requesterId !== ticket.requesterId) return 'merge_other_requester'
  return target.closed ? 'merge_target_closed' : null
}

/** Merges into one survivor are undone the last one first: each knows only what it found. */
export function unmergeRefusal(merge: MadeMerge, now: Date): Refusal | null {
  if (merge.survivorMerged) return 'unmerge_survivor_merged'
  if (merge.tookInLater) return 'unmerge_later_first'
  if (merge.answered) return 'unmerge_answered'
  const isOver = now.getTime() > merge.mergedAt.getTime() + unmergeWindowMs
  return isOver ? 'unmerge_window_over' : null
}

/** The survivor's share: tags, and the oldest message without an answer. */
export function takenIn(
  ticket: Ticket,
  { tags, needsReplySince }: { tags: string[]; needsReplySince: Date | null },
): Partial<Ticket> {
  return {
    tags: union(ticket.tags, tags),
    ...(needsReplySince !== null && {
      needsReplySince: earlier(unansweredSince(ticket), needsReplySince),
    }),
  }
}

/**
 * The part as the merge found it. Its client waits since he wrote; for its assignee the limits begin
 * anew, as for everybody who is given a ticket.
 */
export function unmerged(ticket: Ticket, { part }: MadeMerge, now: Date): Partial<Ticket> {
  const { needsReplySince, undecidedSince, postponedUntil } = part
  const { development, developmentDueAt, closureNo } = part
  return {
    needsReplySince,
    undecidedSince,
    postponedUntil,
    development,
    developmentDueAt,
    closureNo,
    assignedAt: part.assigneeId === null ? null : now,
    mergedInto: null,
    tags: union(part.tags, ticket.tags),
  }
}

/** The survivor without what the part brought; what happened to it since stays. */
export function gaveBack(ticket: Ticket, merge: MadeMerge): Partial<Ticket> {
  const { part, survivor } = merge
  const brought = part.tags.filter((tag) => !survivor.tags.includes(tag))
  const status = statusGivenBack(ticket, merge)
  const isOther = status !== ticket.status
  return {
    tags: ticket.tags.filter((tag) => !brought.includes(tag)),
    needsReplySince: needsReplyGivenBack(ticket, merge),
    ...(isOther && status === 'postponed' && { postponedUntil: survivor.postponedUntil }),
    ...(isOther && { undecidedSince: survivor.undecidedSince }),
  }
}

/** A survivor that the merge woke, and that nothing happened to since, waits again. */
export function statusGivenBack(ticket: Ticket, merge: MadeMerge): TicketStatus {
  const { mergedAt, survivor } = merge
  const isAsMerged = ticket.status === 'open' && ticket.enteredAt.getTime() === mergedAt.getTime()
  return isAsMerged && needsReplyGivenBack(ticket, merge) === null ? survivor.status : ticket.status
}

function needsReplyGivenBack(ticket: Ticket, { part, survivor, wroteAt }: MadeMerge): Date | null {
  // Nothing was lent, or it was settled since.
  if (unansweredSince(part) === null || ticket.needsReplySince === null) {
    return ticket.needsReplySince
  }
  return survivor.needsReplySince ?? wroteAt
}

function earlier(a: Date | null, b: Date | null): Date | null {
  if (a === null || b === null) return a ?? b
  return a < b ? a : b
}

function union(a: string[], b: string[]): string[] {
  return [...new Set([...a, ...b])].sort()
}
