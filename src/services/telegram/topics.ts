import { statement, type Queryable } from '../../storage/sql.ts'

/** The forum topic of a ticket. */
export interface TopicPlace {
  chatId: number
  threadId: number
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

export interface FoundTopic extends TopicPlace {
  name: string
  madeAt: Date
}

const selectTopic = statement<TopicPlace>(
  'topic_of_ticket',
  `select chat_id as "chatId", thread_id as "threadId" from topic where ticket_number = $1`,
)

/** The topic of a ticket, or null while it has none. */
export async function topicOfTicket(db: Queryable, number: number): Promise<TopicPlace | null> {
  const [topic] = await selectTopic(db, number)
  return topic ?? null
}
