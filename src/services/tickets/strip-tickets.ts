import { statement, type Queryable } from '../../storage/sql.ts'

/** What stands where words stood that a column or a rule wants. */
export const erasedWords = '—'

const selectMessages = statement<{ id: number }>(
  'strip_messages_of',
  `select id from message where ticket_number = any($1::int[])
   union select id from message where person_id = $2::int`,
)

/**
 * The messages that were said in these tickets, and those that a person wrote elsewhere.
 *
 * @param personId null: nobody's elsewhere
 */
export async function messagesToStrip(
  db: Queryable,
  numbers: number[],
  personId: number | null,
): Promise<number[]> {
  return (await selectMessages(db, numbers, personId)).map(({ id }) => id)
}

const stripMessages = statement(
  'strip_messages',
  `with revisions as (delete from message_revision where message_id = any($1::int[])),
     files as (delete from attachment where message_id = any($1::int[]))
   update message set text = '', entities = '[]', origin_ref = null where id = any($1::int[])`,
)

// A rejection always has a reason (I12), and a supervisor's begins with the code for which he closed.
const strip = statement(
  'strip_tickets',
  `with reasons as (
     update status_change set reason =
       case when event = 'close' then split_part(reason, ':', 1) || ': ' else '' end
       || '[${erasedWords}]'
     where ticket_number = any($1::int[]) and reason is not null
   ), comments as (
     update rating set comment = null
     where ticket_number = any($1::int[]) and comment is not null
   ), snapshots as (
     update merge set
       part_before = part_before || '{"tags": [], "development": null}',
       survivor_before = survivor_before || '{"tags": [], "development": null}'
     where ticket_number = any($1::int[]) or into_number = any($1::int[])
   ), held as (
     delete from held_message
     where resolved_ticket_number = any($1::int[]) or closed_ticket_number = any($1::int[])
   )
   update ticket set subject = '${erasedWords}', key_data = '{}', tags = '{}', development = null,
     erased_at = $2
   where number = any($1::int[])`,
)

/**
 * Leaves of closed tickets what figures are made of: number, type, priority, who was responsible and
 * when, the times of every status, scores and promises. Every word goes, with files and what a message
 * said before an edit. Where their messages stand in Telegram is telegram/forget-places.ts.
 *
 * @param messages `messagesToStrip`
 */
export async function stripTickets(
  tx: Queryable,
  { numbers, messages, now }: { numbers: number[]; messages: number[]; now: Date },
): Promise<void> {
  await stripMessages(tx, messages)
  await strip(tx, numbers, now)
}
