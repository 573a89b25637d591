import type { Unseen } from '../../domain/event.ts'
import type { WrittenMessage } from '../../domain/message.ts'
import { statement, type Queryable } from '../../storage/sql.ts'
import { firstOf, isNewestBelow, placeParams } from '../telegram/message-places.ts'

/**
 * Client messages since the oldest unanswered one: seen is whose copies all stand above $3 in the
 * staff group. Of one shown in a group with another id, the copies came before the move. What took
 * the ticket is the assignee's message of the instant in which it became his.
 */
const select = statement<{ words: boolean; takenAt: Date | null }>(
  'ticket_unseen',
  `select exists (
     select from message m
     where m.ticket_number = any(array(
         select number from ticket where number = $1 or merged_into = $1))
       and m.kind = 'public' and m.author = 'client' and not m.is_ack
       and m.recorded_at >= k.needs_reply_since
       and coalesce((select ${isNewestBelow('c', 2)}
                     from message_copy c
                     where c.message_id = m.id and not c.source
                     having count(*) > 0), true)
   ) as words,
   (select max(m.sent_at) from message m
    where m.ticket_number = $1 and m.kind = 'public' and m.agent_id = k.assignee_id
      and m.recorded_at = k.assigned_at) as "takenAt"
   from ticket k where k.number = $1`,
)

/**
 * What an agent cannot have read when he wrote: by the ids of messages in the group, which grow as
 * they come to stand there. Times are compared only where both are Telegram's.
 *
 * @param tx holds the ticket's lock
 */
export async function readUnseen(
  tx: Queryable,
  number: number,
  { places, sentAt }: WrittenMessage,
): Promise<Unseen> {
  const [row] = await select(tx, number, ...placeParams(firstOf(places)))
  if (row === undefined) throw new Error(`No ticket ${String(number)}`)
  const { words, takenAt } = row
  return { words, answer: takenAt !== null && sentAt <= takenAt }
}
