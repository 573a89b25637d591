import type { Ticket } from '../../domain/ticket.ts'
import { statement, type Queryable } from '../../storage/sql.ts'
import type { RelatedTicket } from '../change.ts'
import { topicOfTicket } from '../telegram/topics.ts'
import { isWaiting, ticketColumns } from './ticket-row.ts'

const selectTicket = statement<Ticket>(
  'ticket_read',
  `select ${ticketColumns} from ticket where number = $1`,
)

/** The ticket as it is, unlocked, or null. */
export async function readTicket(db: Queryable, number: number): Promise<Ticket | null> {
  const [ticket] = await selectTicket(db, number)
  return ticket ?? null
}

const selectSurvivor = statement<Ticket>(
  'ticket_survivor',
  `select ${ticketColumns} from ticket
   where number = (select coalesce(merged_into, number) from ticket where number = $1)`,
)

/** The ticket, or the one it became part of: where all that concerns it goes now. */
export async function readSurvivor(db: Queryable, number: number): Promise<Ticket | null> {
  const [ticket] = await selectSurvivor(db, number)
  return ticket ?? null
}

const selectLive = statement<Ticket>(
  'tickets_live',
  `select ${ticketColumns} from ticket where requester_id = $1 and status <> 'closed'
   order by (${isWaiting}) desc, number desc limit 100`,
)

/** A person's live tickets, those that wait for him first. */
export function liveTicketsOf(db: Queryable, personId: number): Promise<Ticket[]> {
  return selectLive(db, personId)
}

const selectClosed = statement<Ticket>(
  'tickets_closed',
  `select ${ticketColumns} from ticket where requester_id = $1 and status = 'closed'
   order by closed_at desc, number desc limit $2 offset $3`,
)

/** A person's closed tickets, newest first. */
export function closedTicketsOf(
  db: Queryable,
  personId: number,
  { limit, offset }: { limit: number; offset: number },
): Promise<Ticket[]> {
  return selectClosed(db, personId, limit, offset)
}

const searchClosed = statement<Ticket>(
  'tickets_closed_search',
  `select ${ticketColumns} from ticket k
   where requester_id = $1 and status = 'closed' and exists (
     select from message m where m.ticket_number = k.number and m.kind = 'public'
       and to_tsvector('simple', m.text) @@ plainto_tsquery('simple', $2))
   order by closed_at desc, number desc limit $3`,
)

/** A person's closed tickets in which words were written; notes are not looked through. */
export function searchClosedTickets(
  db: Queryable,
  personId: number,
  words: string,
  limit: number,
): Promise<Ticket[]> {
  return searchClosed(db, personId, words, limit)
}

/** What another ticket's people are told of a ticket. */
export async function relatedTicket(
  db: Queryable,
  { number, subject }: Ticket,
): Promise<RelatedTicket> {
  return { number, subject, topic: await topicOfTicket(db, number) }
}
