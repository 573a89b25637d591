import type { TicketEvent } from '../../domain/event.ts'
import type { Ticket } from '../../domain/ticket.ts'
import { statement, type Queryable } from '../../storage/sql.ts'
import type { Verdict } from '../change.ts'
import { personById } from '../people/persons.ts'
import { applyEvent, type TicketDeps } from '../tickets/apply-event.ts'
import { lockTicket } from '../tickets/ticket-row.ts'
import type { DueTimer } from './due-timers.ts'
import { findColleague } from './free-agents.ts'

/**
 * What a timer that is due does to its ticket (T08, T09, T11, T18, T24, T34, T36, T37).
 *
 * @returns null when it is due no longer: somebody acted meanwhile, or another replica fired it
 */
export async function fireTimer(
  tx: Queryable,
  deps: TicketDeps,
  { timer, now }: { timer: DueTimer; now: Date },
): Promise<Verdict | null> {
  const { ticketNumber: number, ticketVersion: expectedVersion } = timer
  const ticket = await lockTicket(tx, number)
  if (ticket?.version !== expectedVersion) return null
  const event = await eventOf(tx, deps, { ticket, timer, now })
  const actor = { kind: 'system' } as const
  return applyEvent(tx, deps, { number, event, actor, expectedVersion, now })
}

async function eventOf(
  tx: Queryable,
  deps: TicketDeps,
  { ticket, timer, now }: { ticket: Ticket; timer: DueTimer; now: Date },
): Promise<TicketEvent> {
  switch (timer.kind) {
    case 'reminder':
      return { type: 'reminder_due' }
    case 'autoclose':
      return { type: (await wasHeard(tx, ticket)) ? 'autoclose_due' : 'autoclose_blocked' }
    case 'postpone_until':
      return { type: 'postpone_due' }
    case 'development_due':
      return { type: 'development_due' }
    case 'undecided_due':
      return { type: 'undecided_due' }
    case 'reply_limit':
    case 'work_limit':
      return { type: 'discipline_due', ...(await findColleague(tx, deps, ticket, now)) }
  }
}

const countDelivered = statement<{ delivered: number }>(
  'question_delivered',
  `select count(*)::int as delivered from message_copy c
   where not c.source and c.message_id = (
     select max(id) from message where ticket_number = $1 and purpose in ('question', 'solution'))`,
)

/** A client who could not read the question is not silent. */
async function wasHeard(tx: Queryable, { number, requesterId }: Ticket): Promise<boolean> {
  const { reachable } = await personById(tx, requesterId)
  const [row] = await countDelivered(tx, number)
  return reachable && (row?.delivered ?? 0) > 0
}
