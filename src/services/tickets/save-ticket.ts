import type { AssignmentChange, StatusChange } from '../../domain/decision.ts'
import type { Actor } from '../../domain/event.ts'
import type { Ticket, Timer } from '../../domain/ticket.ts'
import { jsonText } from '../../storage/json-text.ts'
import { statement, type Queryable } from '../../storage/sql.ts'

const update = statement(
  'ticket_save',
  `with saved as (
     update ticket set
       status = $2::ticket_status, needs_reply_since = $3, assignee_id = $4, assigned_at = $5,
       entered_at = $6, last_agent_action_at = $7, last_public_message_at = $8,
       waiting_since = $9, proposal_no = $10, closure_no = $11, close_reason = $12,
       closed_at = $13, reopen_count = $14, message_count = $15, version = $16,
       priority = $17::priority, subject = $18, reminded_at = $21, postponed_until = $22,
       development = $23::jsonb, development_due_at = $24, disciplined_at = $25,
       first_response_at = $26, tags = $27::text[], merged_into = $28,
       updated_at = $29, last_acting_agent_id = $30, undecided_since = $31
     where number = $1
   ), stopped as (
     delete from timer where ticket_number = $1 and kind <> all($19::text[])
   )
   insert into timer (ticket_number, kind, fires_at, ticket_version)
   select $1, t.kind, t.fires_at, $16
   from unnest($19::text[], $20::timestamptz[]) as t(kind, fires_at)
   on conflict (ticket_number, kind)
     do update set fires_at = excluded.fires_at, ticket_version = excluded.ticket_version`,
)

/** Writes the ticket as it is now and exactly the timers of its state. */
export async function saveTicket(tx: Queryable, ticket: Ticket, timers: Timer[]): Promise<void> {
  await update(
    tx,
    ticket.number,
    ticket.status,
    ticket.needsReplySince,
    ticket.assigneeId,
    ticket.assignedAt,
    ticket.enteredAt,
    ticket.lastAgentActionAt,
    ticket.lastPublicMessageAt,
    ticket.waitingSince,
    ticket.proposalNo,
    ticket.closureNo,
    ticket.closeReason,
    ticket.closedAt,
    ticket.reopenCount,
    ticket.messageCount,
    ticket.version,
    ticket.priority,
    ticket.subject,
    timers.map(({ kind }) => kind),
    timers.map(({ firesAt }) => firesAt),
    ticket.remindedAt,
    ticket.postponedUntil,
    ticket.development === null ? null : jsonText(ticket.development),
    ticket.developmentDueAt,
    ticket.disciplinedAt,
    ticket.firstResponseAt,
    ticket.tags,
    ticket.mergedInto,
    ticket.updatedAt,
    ticket.lastActingAgentId,
    ticket.undecidedSince,
  )
}

const insertStatusChange = statement(
  'status_change_add',
  `insert into status_change
     (ticket_number, seq, "from", "to", transition, event, actor_kind, actor_id, reason, at)
   select $1, coalesce(max(seq), 0) + 1, $2::ticket_status, $3::ticket_status, $4, $5, $6, $7, $8, $9
   from status_change where ticket_number = $1`,
)

/** Appends to the status history; the caller holds the ticket's lock. */
export async function recordStatusChange(
  tx: Queryable,
  number: number,
  change: StatusChange,
  actor: Actor,
  now: Date,
): Promise<void> {
  await insertStatusChange(
    tx,
    number,
    change.from,
    change.to,
    change.transition,
    change.event,
    actor.kind,
    actorId(actor),
    change.reason,
    now,
  )
}

/** The first line of a ticket's history. */
export function recordOpening(
  tx: Queryable,
  { number, status, createdAt }: Ticket,
  opening: Pick<StatusChange, 'transition' | 'event'>,
  actor: Actor,
): Promise<void> {
  const change = { ...opening, from: null, to: status, reason: null }
  return recordStatusChange(tx, number, change, actor, createdAt)
}

const insertAssignmentChange = statement(
  'assignment_change_add',
  `insert into assignment_change
     (ticket_number, from_agent_id, to_agent_id, cause, actor_kind, actor_id, at)
   values ($1, $2, $3, $4, $5, $6, $7)`,
)

/** Appends to the history of who was responsible. */
export async function recordAssignmentChange(
  tx: Queryable,
  number: number,
  change: AssignmentChange,
  actor: Actor,
  now: Date,
): Promise<void> {
  const { fromAgentId, toAgentId, cause } = change
  await insertAssignmentChange(
    tx,
    number,
    fromAgentId,
    toAgentId,
    cause,
    actor.kind,
    actorId(actor),
    now,
  )
}

function actorId(actor: Actor): number | null {
  switch (actor.kind) {
    case 'client':
      return actor.personId
    case 'agent':
      return actor.agentId
    case 'system':
      return null
  }
}
