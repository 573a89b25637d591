import type { Ticket } from '../../domain/ticket.ts'
import { statement, type Queryable } from '../../storage/sql.ts'
import { ticketColumns } from '../tickets/ticket-row.ts'

const selectQueue = statement<Ticket>(
  'queue',
  `select ${ticketColumns} from ticket where assignee_id is null and status in ('new', 'open')
   order by priority desc, needs_reply_since nulls last, number limit $1`,
)

/** Tickets nobody is responsible for: the most urgent first, then the one that waits longest. */
export function queuedTickets(db: Queryable, limit: number): Promise<Ticket[]> {
  return selectQueue(db, limit)
}

const selectOwn = statement<Ticket>(
  'tickets_of_agent',
  `select ${ticketColumns} from ticket where assignee_id = $1 and status <> 'closed'
   order by needs_reply_since nulls last, priority desc, number limit $2`,
)

/** Live tickets of an agent, those that wait for him first. */
export function ticketsOfAgent(db: Queryable, agentId: number, limit: number): Promise<Ticket[]> {
  return selectOwn(db, agentId, limit)
}

const selectByTag = statement<Ticket>(
  'tickets_by_tag',
  `select ${ticketColumns} from ticket where tags @> array[$1::text] order by number desc limit $2`,
)

const selectByWords = statement<Ticket>(
  'tickets_by_words',
  `select ${ticketColumns} from ticket
   where number in (
     select ticket_number from message
     where to_tsvector('simple', text) @@ plainto_tsquery('simple', $1)
     order by id desc limit 200)
   order by number desc limit $2`,
)

const selectByNumber = statement<Ticket>(
  'ticket_by_number',
  `select ${ticketColumns} from ticket where number = $1`,
)

/**
 * Tickets an agent looks for, newest first.
 *
 * @param words a number (`12`, `#12`), a tag (`#billing`), or words that were written in the ticket
 */
export function findTickets(db: Queryable, words: string, limit: number): Promise<Ticket[]> {
  const number = /^#?(\d{1,9})$/.exec(words)?.[1]
  if (number !== undefined) return selectByNumber(db, Number(number))
  if (words.startsWith('#')) return selectByTag(db, words.slice(1).toLowerCase(), limit)
  return selectByWords(db, words, limit)
}

const selectEarlier = statement<Ticket>(
  'tickets_before',
  `select ${ticketColumns} from ticket
   where requester_id = (select requester_id from ticket where number = $1) and number < $1
   order by number desc limit $2`,
)

/** What the requester of a ticket had asked before it, newest first. */
export function earlierTicketsOf(db: Queryable, number: number, limit: number): Promise<Ticket[]> {
  return selectEarlier(db, number, limit)
}
