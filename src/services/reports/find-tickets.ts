import { readTicketNumber } from '../../domain/ticket-number.ts'
import type { Ticket } from '../../domain/ticket.ts'
import { statement, type Queryable } from '../../storage/sql.ts'
import { readTicket } from '../tickets/read-tickets.ts'
import { ticketColumns, unanswered } from '../tickets/ticket-row.ts'

const queued = `from ticket where assignee_id is null and status in ('new', 'open')`

const selectQueue = statement<Ticket>(
  'queue',
  `select ${ticketColumns} ${queued}
   order by priority desc, needs_reply_since nulls last, number limit $1`,
)

/** Tickets nobody is responsible for: the most urgent first, then the one that waits longest. */
export function queuedTickets(db: Queryable, limit: number): Promise<Ticket[]> {
  return selectQueue(db, limit)
}

const countQueue = statement<{ count: number }>(
  'queue_count',
  `select count(*)::int as count ${queued}`,
)

/** How many tickets nobody is responsible for. */
export async function countQueued(db: Queryable): Promise<number> {
  return (await countQueue(db))[0]?.count ?? 0
}

const own = `from ticket where assignee_id = $1 and status <> 'closed'`

const selectOwn = statement<Ticket>(
  'tickets_of_agent',
  `select ${ticketColumns} ${own}
   order by ${unanswered} nulls last, priority desc, number limit $2`,
)

/** Live tickets of an agent, those that wait for him first. */
export function ticketsOfAgent(db: Queryable, agentId: number, limit: number): Promise<Ticket[]> {
  return selectOwn(db, agentId, limit)
}

const countOwn = statement<{ count: number }>(
  'tickets_of_agent_count',
  `select count(*)::int as count ${own}`,
)

/** How many live tickets an agent has. */
export async function countOfAgent(db: Queryable, agentId: number): Promise<number> {
  return (await countOwn(db, agentId))[0]?.count ?? 0
}

// What many tickets have is found among the newest at once, what few have by its index. Left to
// itself PostgreSQL would take one way for all words: the wrong one costs seconds at a million
// tickets, so limits pin the first way and `materialized` the second.

const selectNewestByTag = statement<Ticket>(
  'tickets_by_tag_newest',
  `select ${ticketColumns} from (select * from ticket order by number desc limit 1000) as newest
   where tags @> array[$1::text] order by number desc limit $2`,
)

const selectByTag = statement<Ticket>(
  'tickets_by_tag',
  `with tagged as materialized (select number from ticket where tags @> array[$1::text])
   select ${ticketColumns} from ticket
   where number in (select number from tagged order by number desc limit $2)
   order by number desc`,
)

const wordsIn = `to_tsvector('simple', text) @@ (select plainto_tsquery('simple', $1))`

/** Of messages in which something was found, the tickets that were written in last. */
const ticketsOf = (found: string) =>
  `select ${ticketColumns} from ticket
   where number in (
     select ticket_number from ${found} as found group by ticket_number order by max(id) desc limit $2)
   order by number desc`

const selectNewestByWords = statement<Ticket>(
  'tickets_by_words_newest',
  ticketsOf(`(
    select * from (select id, ticket_number, text from message order by id desc limit 200) as newest
    where ${wordsIn})`),
)

const selectRecentByWords = statement<Ticket>(
  'tickets_by_words_recent',
  `with said as materialized (
     select id, ticket_number from message
     where ${wordsIn} and id > (select max(id) - 20000 from message))
   ${ticketsOf('said')}`,
)

const selectByWords = statement<Ticket>(
  'tickets_by_words',
  `with said as materialized (select id, ticket_number from message where ${wordsIn})
   ${ticketsOf('said')}`,
)

/**
 * Tickets an agent looks for, newest first.
 *
 * @param words a number (`12`, `#12`), a tag (`#billing`), or words in one message of the ticket
 */
export async function findTickets(db: Queryable, words: string, limit: number): Promise<Ticket[]> {
  const number = readTicketNumber(words)
  if (number !== null) {
    const ticket = await readTicket(db, number)
    return ticket === null ? [] : [ticket]
  }
  if (words.startsWith('#')) return findByTag(db, words.slice(1).toLowerCase(), limit)
  return findByWords(db, words, limit)
}

async function findByTag(db: Queryable, tag: string, limit: number): Promise<Ticket[]> {
  const newest = await selectNewestByTag(db, tag, limit)
  return newest.length < limit ? selectByTag(db, tag, limit) : newest
}

async function findByWords(db: Queryable, words: string, limit: number): Promise<Ticket[]> {
  const newest = await selectNewestByWords(db, words, limit)
  if (newest.length === limit) return newest
  // Few tickets among so many messages: the word is rare, and its index knows it at once.
  const recent = await selectRecentByWords(db, words, limit)
  return recent.length < limit ? selectByWords(db, words, limit) : recent
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
