import type { Ticket, TicketStatus } from './ticket.ts'

/** Of what people have to be told; bot/telling says who, and in which words. */
export type Notice =
  | 'ticket_opened'
  | 'agent_works_on_it'
  | 'reply_delivered'
  | 'information_asked'
  | 'solution_proposed'
  | 'solution_withdrawn'
  | 'client_wrote'
  /** He wrote to a proposed solution and left open whether it is one. */
  | 'decision_asked'
  | 'undecided'
  | 'client_thanked'
  | 'solution_accepted'
  | 'solution_rejected'
  | 'rejected_often'
  | 'rating_asked'
  | 'reassigned'
  | 'released'
  | 'distributed'
  | 'postponed'
  | 'postpone_over'
  | 'snooze_ended'
  | 'resumed'
  | 'development_started'
  | 'development_moved'
  | 'development_finished'
  | 'development_overdue'
  | 'reminded'
  | 'closed_by_time'
  | 'client_unreachable'
  | 'withdrawn'
  | 'closed_by_agent'
  | 'merged'
  | 'took_in'
  | 'unmerged'
  | 'gave_back'
  | 'split_off'
  | 'opened_for_client'
  /** A message of it went on as a ticket of its own. */
  | 'split'
  | 'reopened'
  | 'limit_passed'
  | 'nobody_free'
  /** It went from hand to hand too often: it stays where it is. */
  | 'passed_around'
  /** Priority or tags. */
  | 'relabelled'
  | 'rated'
  | 'rated_low'
  /** A promise is about to be broken. */
  | 'promise_near'
  | 'promise_broken'

export type Refusal =
  | 'no_transition'
  | 'taken_by_other'
  | 'newer_message'
  | 'not_current'
  | 'not_requester'
  | 'reason_too_short'
  | 'same_assignee'
  | 'supervisors_only'
  | 'time_not_ahead'
  | 'time_too_far'
  | 'reason_missing'
  | 'engineer_missing'
  | 'key_missing'
  | 'reopen_window_over'
  | 'never_reopened'
  | 'merge_target_closed'
  | 'merge_target_self'
  | 'merge_target_part'
  | 'merge_other_requester'
  | 'already_merged'
  | 'not_merged'
  | 'unmerge_survivor_merged'
  | 'unmerge_later_first'
  | 'unmerge_answered'
  | 'unmerge_window_over'

export interface StatusChange {
  from: TicketStatus | null
  to: TicketStatus
  /** Id of the row of the table, `T05`. */
  transition: string
  event: string
  reason: string | null
}

export interface AssignmentChange {
  fromAgentId: number | null
  toAgentId: number | null
  cause: 'claim' | 'reply' | 'manual' | 'released' | 'discipline' | 'auto' | 'away' | 'unmerged'
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
