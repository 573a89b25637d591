/**
 * Words used everywhere below:
 *
 * - ticket: one request of a client, from `new` to `closed`;
 * - live: not closed;
 * - requester: the person a ticket belongs to;
 * - assignee: the one agent responsible for it; without one it is in the queue;
 * - ball: who owes the next step, derived from status and needsReplySince;
 * - event: something that happened to a ticket, caused by an actor;
 * - transition: a row of the table that says what an event does in a status.
 */

export const statuses = [
  'new',
  'open',
  'pending',
  'postponed',
  'in_development',
  'solution_proposed',
  'closed',
] as const

export type TicketStatus = (typeof statuses)[number]

export const priorities = ['low', 'normal', 'high', 'urgent'] as const

export type Priority = (typeof priorities)[number]

export interface Ticket {
  number: number
  typeKey: string
  subject: string
  status: TicketStatus
  /** Time of the oldest client message without a public human answer. */
  needsReplySince: Date | null
  priority: Priority
  requesterId: number
  assigneeId: number | null
  assignedAt: Date | null
  /** When the present status was entered. */
  enteredAt: Date
  lastAgentActionAt: Date | null
  lastPublicMessageAt: Date | null
  /** Start of the present waiting cycle of `pending` and `solution_proposed`. */
  waitingSince: Date | null
  keyData: Record<string, string>
  /** Counts requests for information and proposals, so that a button of an old one is recognised. */
  proposalNo: number
  closureNo: number
  closeReason: CloseReason | null
  closedAt: Date | null
  reopenCount: number
  messageCount: number
  version: number
  createdAt: Date
}

export type CloseReason =
  | 'accepted'
  | 'solution_timeout'
  | 'no_client_response'
  | 'withdrawn'
  | 'merged'
  | 'spam'
  | 'duplicate'
  | 'agreed'
  | 'obsolete'

export type Actor =
  | { kind: 'client'; personId: number }
  | { kind: 'agent'; agentId: number; supervisor: boolean }
  | { kind: 'system' }

/** What can happen to a ticket that exists. Creation is `openTicket` in open-ticket.ts. */
export type TicketEvent =
  | { type: 'claim' }
  | ({ type: 'reply' } & PublicAnswer)
  | ({ type: 'request_info' } & PublicAnswer)
  | ({ type: 'propose_solution' } & PublicAnswer)
  | { type: 'withdraw_solution' }
  /** `text` is kept as the reason when it rejects a solution by implication. */
  | { type: 'message'; text: string }
  | { type: 'message_ack' }
  | { type: 'accept_solution'; proposalNo: number }
  | { type: 'reject_solution'; proposalNo: number; reason: string }
  | { type: 'reassign'; toAgentId: number }

/** What an agent knew when he wrote to the client. */
export interface PublicAnswer {
  /** When he wrote: a ticket that a colleague took meanwhile is refused. */
  writtenAt?: Date
  /** The newest client message he can have seen; left out, it goes out all the same. */
  lastSeenMessageAt?: Date
}

/** Who has to be told what; the views turn a notice into words. */
export type Notice =
  | 'ticket_opened'
  | 'agent_works_on_it'
  | 'reply_delivered'
  | 'information_asked'
  | 'solution_proposed'
  | 'solution_withdrawn'
  | 'client_wrote'
  | 'client_thanked'
  | 'solution_accepted'
  | 'solution_rejected'
  | 'rejected_often'
  | 'rating_asked'
  | 'reassigned'

export type Refusal =
  | 'no_transition'
  | 'taken_by_other'
  | 'newer_message'
  | 'not_current'
  | 'not_requester'
  | 'reason_too_short'
  | 'same_assignee'

export interface StatusChange {
  from: TicketStatus | null
  to: TicketStatus
  /** Id of the row of the table, `T05`. */
  transition: string
  event: string
  reason: string | null
  implicit: boolean
}

export interface AssignmentChange {
  fromAgentId: number | null
  toAgentId: number | null
  cause: 'claim' | 'reply' | 'manual'
}

export type TimerKind =
  'reply_limit' | 'work_limit' | 'reminder' | 'autoclose' | 'postpone_until' | 'development_due'

export interface Timer {
  kind: TimerKind
  firesAt: Date
}

export type Decision =
  | {
      ok: true
      ticket: Ticket
      /** Absent when the event leaves no trace in the status history. */
      statusChange: StatusChange | null
      assignmentChange: AssignmentChange | null
      notices: Notice[]
    }
  | { ok: false; reason: Refusal }
