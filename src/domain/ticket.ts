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

/** Every status but the last. */
export const liveStatuses = statuses.filter((status) => status !== 'closed')

/** What was asked or proposed is the client's to answer; who does not is reminded, then it closes. */
export const waitingStatuses = ['pending', 'solution_proposed'] as const

export type WaitingStatus = (typeof waitingStatuses)[number]

/** Whether a ticket in this status waits for its client. */
export function waitsForClient(status: TicketStatus): status is WaitingStatus {
  return waitingStatuses.some((one) => one === status)
}

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
  /** Who acted then. */
  lastActingAgentId: number | null
  lastPublicMessageAt: Date | null
  /** Start of the present cycle of waiting for the client. */
  waitingSince: Date | null
  /** Of a proposed solution: since when its client has written without deciding. */
  undecidedSince: Date | null
  /** When the client was reminded in the present waiting cycle. */
  remindedAt: Date | null
  postponedUntil: Date | null
  development: Development | null
  developmentDueAt: Date | null
  /** When a limit last passed: the next one counts from here. */
  disciplinedAt: Date | null
  /** First public message of a human agent. */
  firstResponseAt: Date | null
  tags: string[]
  /** The closed ticket it goes on from. */
  followUpOf: number | null
  /** The ticket it became part of; that one is part of none. */
  mergedInto: number | null
  /** The ticket out of which it was taken. */
  splitFrom: number | null
  keyData: Record<string, string>
  /** Grows with requests for information and proposals, so that a button of an old one is recognised. */
  proposalNo: number
  closureNo: number
  closeReason: CloseReason | null
  closedAt: Date | null
  reopenCount: number
  messageCount: number
  version: number
  createdAt: Date
  /** When the last event happened to it. */
  updatedAt: Date
}

/** What waits for engineers. The client sees the date, not the name and not the key. */
export interface Development {
  engineer: string
  /** Of the tracker: `KEY-123`. */
  externalKey: string
  /** How often the date was moved. */
  slipCount: number
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

export type TimerKind =
  | 'reply_limit'
  | 'work_limit'
  | 'reminder'
  | 'autoclose'
  | 'undecided_due'
  | 'postpone_until'
  | 'development_due'

export interface Timer {
  kind: TimerKind
  firesAt: Date
}
