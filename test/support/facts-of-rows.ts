import { closeReasons } from '../../src/domain/event.ts'
import type { MessageAuthor } from '../../src/domain/message.ts'
import type { CloseReason, Priority, TicketStatus } from '../../src/domain/ticket.ts'
import { transitions } from '../../src/domain/transitions.ts'
import { rankOf, type TicketFact } from '../../src/domain/sla/fact.ts'

export interface StatusRow {
  from: TicketStatus | null
  to: TicketStatus
  transition: string
  actorKind: 'client' | 'agent' | 'system'
  reason: string | null
  at: Date
}

export interface MessageRow {
  author: MessageAuthor
  purpose: string
  isAck: boolean
  recordedAt: Date
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

/** The history of a ticket as facts, in order: no two events of a ticket are at one instant. */
export function factsOfRows(rows: HistoryRows): TicketFact[] {
  const facts = [...statusFacts(rows), ...priorityFacts(rows), ...messageFacts(rows)]
  const inOrder = facts.sort((a, b) => a.at.getTime() - b.at.getTime() || rankOf(a) - rankOf(b))
  return withUndecided(inOrder)
}

/** A message to a solution asks for nothing by itself; since it, a client waits who does not accept. */
function withUndecided(facts: TicketFact[]): TicketFact[] {
  let status: TicketStatus = 'new'
  let since: Date | null = null
  return facts.flatMap((fact): TicketFact[] => {
    if (fact.kind === 'message' && status === 'solution_proposed') {
      if (fact.author === 'agent') since = null
      // What comes with a rejection is its reason.
      const isReason = facts.some((one) => one.kind === 'status_changed' && one.at === fact.at)
      if (fact.author === 'client' && !fact.isAck && !isReason) {
        since ??= fact.at
        return [{ kind: 'left_undecided', at: fact.at }]
      }
    }
    if (fact.kind !== 'status_changed' && fact.kind !== 'merge_undone') return [fact]
    const isLive = fact.to === 'open' || fact.to === 'in_development'
    const found = status === 'solution_proposed' && isLive ? since : null
    status = fact.to
    since = null
    return found === null ? [fact] : [{ kind: 'found_unanswered', since: found, at: fact.at }, fact]
  })
}

function statusFacts({ statusChanges, priority, priorityChanges }: HistoryRows): TicketFact[] {
  return statusChanges.map((row, index): TicketFact => {
    const { from, to, actorKind, at } = row
    if (row.transition === 'K05') {
      return { kind: 'merge_undone', mergedAt: statusChanges[index - 1]?.at ?? at, to, at }
    }
    if (from !== null) {
      const closeReason = to === 'closed' ? closeReasonOf(row) : null
      return { kind: 'status_changed', from, to, closeReason, at }
    }
    // What is split off was written by its client, who waits for a first answer to it.
    const by = actorKind === 'agent' && row.transition !== 'K07' ? 'agent' : 'client'
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

/** The description is the creation. */
function messageFacts({ messages }: HistoryRows): TicketFact[] {
  return messages
    .filter(({ purpose }) => purpose !== 'description')
    .map(({ author, isAck, recordedAt: at }) => ({ kind: 'message', author, isAck, at }))
}
