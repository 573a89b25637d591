import { closeReasons } from '../event.ts'
import type { CloseReason, Priority, TicketStatus } from '../ticket.ts'
import { transitions } from '../transitions.ts'
import type { TicketFact } from './fact.ts'

export interface StatusRow {
  from: TicketStatus | null
  to: TicketStatus
  transition: string
  actorKind: 'client' | 'agent' | 'system'
  reason: string | null
  at: Date
}

export interface MessageRow {
  author: 'client' | 'agent' | 'system'
  purpose: string
  isAck: boolean
  sentAt: Date
}

export interface PriorityRow {
  from: Priority
  to: Priority
  at: Date
}

/** What the tables hold of a ticket, each list in the order in which its rows were written. */
export interface HistoryRows {
  /** The priority as it is now. */
  priority: Priority
  statusChanges: readonly StatusRow[]
  /** Public messages only. */
  messages: readonly MessageRow[]
  priorityChanges: readonly PriorityRow[]
}

/** The history of a ticket as facts, in order. */
export function factsOfRows(rows: HistoryRows): TicketFact[] {
  const facts = [...statusFacts(rows), ...priorityFacts(rows), ...messageFacts(rows)]
  // A stable sort: what is at the same time stays in the order of its list.
  return facts.sort((a, b) => a.at.getTime() - b.at.getTime() || rank(a) - rank(b))
}

/**
 * What comes first of the facts of one instant: a ticket is there and open before something is said
 * in it, and the words of a change of status before the change.
 */
function rank(fact: TicketFact): number {
  if (fact.kind === 'created') return 0
  if (fact.kind === 'message') return 2
  return fact.kind === 'status_changed' && fact.from !== 'closed' ? 3 : 1
}

function statusFacts({ statusChanges, priority, priorityChanges }: HistoryRows): TicketFact[] {
  return statusChanges.map((row): TicketFact => {
    const { from, to, actorKind, at } = row
    if (from !== null) {
      const closeReason = to === 'closed' ? closeReasonOf(row) : null
      return { kind: 'status_changed', from, to, closeReason, at }
    }
    const by = actorKind === 'agent' ? 'agent' : 'client'
    return { kind: 'created', by, priority: priorityChanges[0]?.from ?? priority, at }
  })
}

/** The row of the table says why, or the supervisor did: his reason begins with its code. */
function closeReasonOf({ transition, reason }: StatusRow): CloseReason | null {
  const closes = transitions.find(({ id }) => id === transition)?.closes
  const code = reason?.split(':', 1)[0]
  return closes ?? closeReasons.find((one) => one === code) ?? null
}

function priorityFacts({ priorityChanges }: HistoryRows): TicketFact[] {
  return priorityChanges.map(({ to, at }) => ({ kind: 'priority_changed', priority: to, at }))
}

/**
 * A message counts from when it was sent, unless it joined the ticket later: behind the messages
 * that were there before it, and not before a ticket that was closed is open again.
 */
function messageFacts({ statusChanges, messages }: HistoryRows): TicketFact[] {
  const reopenings = statusChanges.filter(({ transition }) => transition === 'T29')
  let latest = statusChanges[0]?.at ?? new Date(0)
  return messages.flatMap(({ author, purpose, isAck, sentAt }): TicketFact[] => {
    // The description is the creation.
    if (purpose === 'description') return []
    const joinedAt = purpose === 'reopening' ? reopenings.shift()?.at : undefined
    const at = joinedAt ?? openAt(later(sentAt, latest), isAck, statusChanges)
    latest = later(at, latest)
    return [{ kind: 'message', author, isAck, at }]
  })
}

/** When a closed ticket was open again, for nothing but thanks is written to one that is closed. */
function openAt(at: Date, isAck: boolean, changes: readonly StatusRow[]): Date {
  const last = changes.findLastIndex((change) => change.at <= at)
  if (isAck || changes[last]?.to !== 'closed' || changes[last].at >= at) return at
  return changes[last + 1]?.at ?? at
}

function later(a: Date, b: Date): Date {
  return a > b ? a : b
}
