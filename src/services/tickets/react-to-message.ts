import type { Opinion } from '../../domain/opinion.ts'
import type { MessagePlace } from '../../domain/message.ts'
import { statement, type Queryable } from '../../storage/sql.ts'
import { isAt, placeParams } from '../telegram/message-places.ts'
import type { MessageChange, Reacted, Verdict } from '../change.ts'

/** Only copies of what support wrote, and only those its requester got; told where it goes on. */
const find = `
  select m.id, coalesce(k.merged_into, k.number) as ticket_number from message_copy c
    join message m on m.id = c.message_id join ticket k on k.number = m.ticket_number
  where ${isAt('c', 1)} and not c.source
    and m.kind = 'public' and m.author = 'agent' and k.requester_id = $3`

const save = statement<Reacted>(
  'reaction_save',
  `with found as (${find}), saved as (
     insert into reaction (message_id, person_id, value, at)
     select id, $3, $4, $5 from found
     on conflict (message_id, person_id) do update set value = excluded.value, at = excluded.at
   )
   select ticket_number as "ticketNumber", id as "messageId" from found`,
)

const remove = statement<Reacted>(
  'reaction_remove',
  `with found as (${find}), removed as (
     delete from reaction r using found where r.message_id = found.id and r.person_id = $3
   )
   select ticket_number as "ticketNumber", id as "messageId" from found`,
)

/**
 * Keeps what a client thinks of a message; the last opinion counts, null takes it back.
 *
 * @returns refused when it is no message of support to him
 */
export async function reactToMessage(
  tx: Queryable,
  input: { place: MessagePlace; personId: number; opinion: Opinion | null; now: Date },
): Promise<Verdict<[MessageChange]>> {
  const { place, personId, opinion, now } = input
  const rows =
    opinion === null
      ? await remove(tx, ...placeParams(place), personId)
      : await save(tx, ...placeParams(place), personId, opinion, now)
  const [reacted] = rows
  if (reacted === undefined) return { ok: false, reason: 'no_such_message' }
  return { ok: true, changes: [{ about: 'message', notice: noticeOf(opinion), facts: reacted }] }
}

function noticeOf(opinion: Opinion | null) {
  if (opinion === null) return 'opinion_withdrawn'
  return opinion === 'like' ? 'liked' : 'disliked'
}
