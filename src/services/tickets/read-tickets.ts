import type { Ticket } from '../../domain/ticket.ts'
import { statement, type Queryable } from '../../storage/sql.ts'
import type { RelatedTicket } from './change.ts'
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

const selectByTopic = statement<{ ticketNumber: number }>(
  'ticket_of_topic',
  `select ticket_number as "ticketNumber" from topic where chat_id = $1 and thread_id = $2
   union all
   select ticket_number from topic_creation where chat_id = $1 and thread_id = $2
   limit 1`,
)

/** The ticket whose topic this is, or null for any other topic. */
export async function ticketOfTopic(
  db: Queryable,
  chatId: number,
  threadId: number,
): Promise<number | null> {
  const [row] = await selectByTopic(db, chatId, threadId)
  return row?.ticketNumber ?? null
}

/** The names of two tickets' topics differ, for each has its number in it. */
const bindTopic = statement<{ ticketNumber: number }>(
  'ticket_of_found_topic',
  `with found as (
     select id from topic_creation
     where chat_id = $1 and name = $3 and thread_id is null and after_id < $2
       and $4::timestamptz between not_before and asked_at + interval '90 seconds'
     order by abs(extract(epoch from asked_at - $4::timestamptz)) limit 1
   ), bound as (
     update topic_creation c set thread_id = $2 from found
     where c.id = found.id and c.thread_id is null
     returning c.ticket_number
   ), made as (
     insert into topic (ticket_number, chat_id, thread_id)
     select ticket_number, $1, $2 from bound
     on conflict do nothing
   )
   select ticket_number as "ticketNumber" from bound`,
)

/**
 * The ticket for which a topic was made whose making was never confirmed, found by the topic's own
 * beginning. Only a creation that this database asked for at that time counts: the number in a name
 * may be that of another database's ticket. From then on the topic is known.
 *
 * @param topic.name as the topic was called when it was made
 * @param topic.madeAt by Telegram's clock
 */
export async function bindFoundTopic(
  tx: Queryable,
  { chatId, threadId, name, madeAt }: FoundTopic,
): Promise<number | null> {
  const [row] = await bindTopic(tx, chatId, threadId, name, madeAt)
  return row?.ticketNumber ?? null
}

export interface FoundTopic {
  chatId: number
  threadId: number
  name: string
  madeAt: Date
}

const selectTopic = statement<NonNullable<RelatedTicket['topic']>>(
  'topic_of_ticket',
  `select chat_id as "chatId", thread_id as "threadId" from topic where ticket_number = $1`,
)

/** What another ticket's people are told of a ticket. */
export async function relatedTicket(
  db: Queryable,
  { number, subject }: Ticket,
): Promise<RelatedTicket> {
  const [topic] = await selectTopic(db, number)
  return { number, subject, topic: topic ?? null }
}
