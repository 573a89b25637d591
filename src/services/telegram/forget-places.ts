import { statement, type Queryable } from '../../storage/sql.ts'
import { ticketOfSlotInSql } from '../notifier/slot.ts'
import type { TopicPlace } from './topics.ts'

export interface PlacesToForget {
  /** Of tickets whose words go. */
  numbers: number[]
  /** Messages whose words go. */
  messages: number[]
  /** Users whose private chats are forgotten whole. */
  userIds: number[]
}

/** The topic in which an erased ticket was dealt with. */
export interface FormerTopic extends TopicPlace {
  ticketNumber: number
}

const selectTopics = statement<FormerTopic>(
  'forget_topics_of',
  `select ticket_number as "ticketNumber", chat_id as "chatId", thread_id as "threadId"
   from topic where ticket_number = any($1::int[])
   union
   select ticket_number, chat_id, thread_id
   from topic_creation where ticket_number = any($1::int[]) and thread_id is not null`,
)

/** Topics of these tickets, also those that were found later. */
export function topicsOf(db: Queryable, numbers: number[]): Promise<FormerTopic[]> {
  return selectTopics(db, numbers)
}

// What stood in a slot, and what an album says, is told by the messages that stand there too.
const forget = statement(
  'forget_places',
  `with topics as (delete from topic where ticket_number = any($1::int[])),
     asked as (delete from topic_creation where ticket_number = any($1::int[])),
     stood as (
       delete from message_copy
       where message_id = any($2::int[]) or chat_id = any($3::bigint[])
       returning chat_id, telegram_message_id
     ), named as (
       delete from slot
       where chat_id = any($3::bigint[])
         or ${ticketOfSlotInSql('key')} = any($4::text[])
         or (chat_id = 0 and message_id = any($2::int[]))
         or (chat_id, message_id) in (select chat_id, telegram_message_id from stood)
     )
   delete from album
   where chat_id = any($3::bigint[])
     or (chat_id, message_id) in (select chat_id, telegram_message_id from stood)`,
)

/**
 * Forgets where words stand in Telegram and what is known of them there: topics, copies, messages that
 * are edited in place, albums. So nothing that happens in those places finds its ticket any more.
 */
export async function forgetPlaces(
  tx: Queryable,
  { numbers, messages, userIds }: PlacesToForget,
): Promise<void> {
  await forget(tx, numbers, messages, userIds, numbers.map(String))
}

const forgetNaming = statement(
  'forget_slots_naming',
  `delete from slot
   where chat_id < 0 and ${ticketOfSlotInSql('key')} is null and content::text ~* $1`,
)

/**
 * Forgets messages in the staff group that are edited in place and are about no ticket, where they
 * say something.
 *
 * @param pattern a regular expression for their content
 */
export async function forgetSlotsNaming(tx: Queryable, pattern: string | null): Promise<void> {
  if (pattern !== null) await forgetNaming(tx, pattern)
}

const forgetContacts = statement(
  'forget_contacts',
  `delete from contact_point where person_id = $1`,
)

/** Nobody is reached there any more; who writes from there again is somebody new. */
export async function forgetContactPoints(tx: Queryable, personId: number): Promise<void> {
  await forgetContacts(tx, personId)
}
