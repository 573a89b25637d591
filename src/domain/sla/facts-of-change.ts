import type { MessageAuthor } from '../message.ts'
import type { Ticket } from '../ticket.ts'
import { rankOf, type TicketFact } from './fact.ts'

/**
 * What one event adds to the facts of a ticket, in order.
 *
 * @param before null for a ticket that has just been opened
 * @param said the public message that came with it, if one did
 */
export function factsOfChange(
  before: Ticket | null,
  after: Ticket,
  said: { author: MessageAuthor; isAck: boolean } | null,
): TicketFact[] {
  const { priority, closeReason, status: to, updatedAt: at } = after
  if (before === null) {
    // Nobody waits for an answer to what an agent opened.
    const by = after.needsReplySince === null ? 'agent' : 'client'
    return [{ kind: 'created', by, priority, at }]
  }
  const facts: TicketFact[] = []
  const from = before.status
  if (before.mergedInto !== null && before.closedAt !== null && from !== to) {
    facts.push({ kind: 'merge_undone', mergedAt: before.closedAt, to, at })
  } else if (from !== to) facts.push({ kind: 'status_changed', from, to, closeReason, at })
  if (before.priority !== priority) facts.push({ kind: 'priority_changed', priority, at })
  const { undecidedSince: since } = before
  const isUnanswered = since !== null && after.undecidedSince === null
  if (isUnanswered && after.needsReplySince !== null)
    facts.push({ kind: 'found_unanswered', since, at })
  if (said !== null) facts.push(factOfMessage(after, said, at))
  return facts.sort((a, b) => rankOf(a) - rankOf(b))
}

function factOfMessage(
  { undecidedSince }: Ticket,
  said: { author: MessageAuthor; isAck: boolean },
  at: Date,
): TicketFact {
  const isOpen = said.author === 'client' && !said.isAck && undecidedSince !== null
  return isOpen ? { kind: 'left_undecided', at } : { kind: 'message', ...said, at }
}
