import type { Notice } from '../decision.ts'
import type { Actor, TicketEvent } from '../event.ts'
import type { CloseReason, TicketStatus } from '../ticket.ts'

/**
 * A row of the table of domain rules: what an event of an actor does in a status. Each is written out
 * whole, so that the compiler sees a flag which is misspelled.
 */
export interface Transition {
  id: string
  from: readonly TicketStatus[]
  event: TicketEvent['type']
  actor: Actor['kind']
  /**
   * `same`: the status stays. A map where it depends on the status before. `before`: the one that a
   * merge found.
   */
  to: TicketStatus | 'same' | 'before' | Partial<Record<TicketStatus, TicketStatus>>
  /** What becomes of "a client message waits for an answer". */
  needsReply: 'keep' | 'set' | 'clear'
  /** Waiting for the client begins anew, though the status stays. */
  restartsWaiting?: true
  /** Counts as another request or proposal, so that buttons of older ones are stale. */
  newProposal?: true
  /** The agent who causes it becomes the assignee when there is none. */
  assignsActor?: true
  /** Counts as one more time that the ticket was not finished after all. */
  countsAsReopening?: true
  /** Counts as what was last said to or by the client. */
  countsAsSaid?: true
  /** The client does not take the proposed solution. */
  isRejection?: true
  /** The client wrote and left open whether the solution is one. */
  leavesUndecided?: true
  /** An agent took up what the client had written: he may decide as if he had written nothing. */
  endsUndecided?: true
  /** Why the ticket is closed; an event that brings its own reason has none here. */
  closes?: CloseReason
  notices: readonly Notice[]
}
