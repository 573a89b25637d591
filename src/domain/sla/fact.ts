import type { MessageAuthor } from '../message.ts'
import type { CloseReason, Priority, TicketStatus } from '../ticket.ts'

/** Something in a ticket's history that its clocks depend on. */
export type TicketFact =
  | { kind: 'created'; by: 'client' | 'agent'; priority: Priority; at: Date }
  | {
      kind: 'status_changed'
      from: TicketStatus
      to: TicketStatus
      /** Why, when `to` is closed. */
      closeReason: CloseReason | null
      at: Date
    }
  /** A public one. */
  | { kind: 'message'; author: MessageAuthor; isAck: boolean; at: Date }
  /** A client's message that leaves a solution undecided. */
  | { kind: 'left_undecided'; at: Date }
  /** It was no acceptance: since then he waits for an answer. */
  | { kind: 'found_unanswered'; since: Date; at: Date }
  | { kind: 'priority_changed'; priority: Priority; at: Date }
  /** It became part of another ticket at `mergedAt`, and that was undone. */
  | { kind: 'merge_undone'; mergedAt: Date; to: TicketStatus; at: Date }

/**
 * What comes first of the facts of one event: a ticket is there and open before something is said in
 * it, and the words of a change of status come before the change.
 */
export function rankOf(fact: TicketFact): number {
  if (fact.kind === 'created') return 0
  if (fact.kind === 'message') return 2
  return fact.kind === 'status_changed' && fact.from !== 'closed' ? 3 : 1
}
