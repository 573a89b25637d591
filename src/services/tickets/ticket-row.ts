import { waitingStatuses, type Ticket } from '../../domain/ticket.ts'
import { statement, type Queryable } from '../../storage/sql.ts'

export const ticketColumns = `
  number, type_key as "typeKey", subject, status, needs_reply_since as "needsReplySince", priority,
  requester_id as "requesterId", assignee_id as "assigneeId", assigned_at as "assignedAt",
  entered_at as "enteredAt", last_agent_action_at as "lastAgentActionAt",
  last_acting_agent_id as "lastActingAgentId",
  last_public_message_at as "lastPublicMessageAt", waiting_since as "waitingSince",
  undecided_since as "undecidedSince", reminded_at as "remindedAt", postponed_until as "postponedUntil", development,
  development_due_at as "developmentDueAt", disciplined_at as "disciplinedAt",
  first_response_at as "firstResponseAt", tags, follow_up_of as "followUpOf",
  merged_into as "mergedInto", split_from as "splitFrom", key_data as "keyData", proposal_no as "proposalNo",
  closure_no as "closureNo",
  close_reason as "closeReason", closed_at as "closedAt", reopen_count as "reopenCount",
  message_count as "messageCount", version, created_at as "createdAt",
  updated_at as "updatedAt"`

/** `waitsForClient` of a row of the table, in SQL. */
export const isWaiting = `status in ('${waitingStatuses.join("', '")}')`

/** `unansweredSince` of a row of the table, in SQL. */
export const unanswered = 'coalesce(needs_reply_since, undecided_since)'

const lock = statement<Ticket>(
  'ticket_lock',
  `select ${ticketColumns} from ticket where number = $1 and erased_at is null for update`,
)

/**
 * The ticket, locked until the transaction ends, or undefined. An erased one is a shell to which
 * nothing happens any more: whoever would change it finds none.
 */
export async function lockTicket(tx: Queryable, number: number): Promise<Ticket | undefined> {
  const [ticket] = await lock(tx, number)
  return ticket
}

const lockAll = statement<Ticket>(
  'tickets_lock',
  `select ${ticketColumns} from ticket where number = any($1) and erased_at is null
   order by number for update`,
)

/**
 * Several tickets by number, locked in the order of their numbers whatever order is asked for: who
 * locks several never waits for somebody who waits for him.
 */
export async function lockTickets(tx: Queryable, numbers: number[]): Promise<Map<number, Ticket>> {
  const tickets = await lockAll(tx, numbers)
  return new Map(tickets.map((ticket) => [ticket.number, ticket]))
}
