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
  /** A public one; those of the system are greetings and the like, never an answer. */
  | { kind: 'message'; author: 'client' | 'agent' | 'system'; isAck: boolean; at: Date }
  | { kind: 'priority_changed'; priority: Priority; at: Date }
