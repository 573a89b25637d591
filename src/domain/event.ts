import type { MadeMerge, MergeTarget } from './merge.ts'
import type { Development } from './ticket.ts'

export type Actor =
  | { kind: 'client'; personId: number }
  | { kind: 'agent'; agentId: number; supervisor: boolean }
  | { kind: 'system' }

/** Reasons for which a supervisor closes a ticket. */
export const closeReasons = ['spam', 'duplicate', 'agreed', 'obsolete'] as const

/** What can happen to a ticket that exists. Creation is `openTicket` in open-ticket.ts. */
export type TicketEvent =
  | { type: 'claim' }
  | ({ type: 'reply' } & PublicAnswer)
  | ({ type: 'request_info' } & PublicAnswer)
  | ({ type: 'propose_solution' } & PublicAnswer)
  | { type: 'withdraw_solution' }
  | { type: 'message' }
  | { type: 'message_ack' }
  | { type: 'accept_solution'; proposalNo: number }
  | { type: 'reject_solution'; proposalNo: number; reason: string }
  | { type: 'reassign'; toAgentId: number }
  | { type: 'release' }
  /** Null: its agent is away, the ticket goes back to the queue. */
  | { type: 'distribute'; toAgentId: number | null }
  | { type: 'postpone'; until: Date; reason: string; maxMs: number }
  | { type: 'resume' }
  | { type: 'start_development'; development: DevelopmentPlan; maxMs: number }
  | { type: 'update_development'; development: DevelopmentPlan; maxMs: number }
  | { type: 'development_done' }
  | { type: 'withdraw' }
  | { type: 'close'; reason: (typeof closeReasons)[number]; comment: string }
  | { type: 'merge_into'; target: MergeTarget }
  /** The other side of it: another ticket becomes part of this one. */
  | { type: 'take_in'; tags: string[] }
  /** The same, and the part's client waits for an answer: as if he had written here. */
  | { type: 'take_in_unanswered'; tags: string[]; needsReplySince: Date }
  | { type: 'unmerge'; merge: MadeMerge }
  /** The other side of it: what was part of this ticket is one of its own again. */
  | { type: 'give_back'; merge: MadeMerge }
  | { type: 'reopen'; windowMs: number; text: string }
  | { type: 'reminder_due' }
  | { type: 'autoclose_due' }
  | { type: 'autoclose_blocked' }
  | { type: 'postpone_due' }
  | { type: 'development_due' }
  | { type: 'undecided_due' }
  | ({ type: 'discipline_due' } & Discipline)

export type DevelopmentPlan = Omit<Development, 'slipCount'> & { dueAt: Date }

/** Words of an agent that the client reads. */
export interface PublicAnswer {
  /** What he cannot have read when he wrote; left out, they go out all the same. */
  unseen?: Unseen
}

export interface Unseen {
  /** Words of the client that are not answered. */
  words: boolean
  /** The answer by which a colleague took the ticket. */
  answer: boolean
}

/** What is known of the colleagues when a limit has passed. */
export interface Discipline {
  /** A free agent other than the assignee; null when there is none. */
  candidateId: number | null
  /** The ticket went from hand to hand too often today: only supervisors are told. */
  exhausted: boolean
}
