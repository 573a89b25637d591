import { lines } from '../../domain/formatted.ts'
import type { FormattedText, MessagePlace, WrittenMessage } from '../../domain/message.ts'
import { piecesOf } from '../../domain/pieces.ts'
import { jsonText } from '../../storage/json-text.ts'
import { statement, type Queryable } from '../../storage/sql.ts'
import type { MessageChange, StoredMessage, Verdict } from '../change.ts'
import { personById } from '../people/persons.ts'
import { insertSources, isAt, placeParams, placesParams } from '../telegram/message-places.ts'
import { entitiesIn, piecesToKeep, storable } from './kept-pieces.ts'
import { messageById } from './read-messages.ts'
import { lockTicket } from './ticket-row.ts'

const selectAt = statement<{ id: number; ticketNumber: number; unsent: boolean }>(
  'message_to_continue',
  `select m.id, m.ticket_number as "ticketNumber", m.unsent_at is not null as unsent
   from message_copy c join message m on m.id = c.message_id
   where ${isAt('c', 1)} and c.source`,
)

const addItems = statement(
  'message_continue',
  `with placed as (
     ${insertSources({
       message: '$1::int',
       params: { chats: 4, messages: 5, texts: 12, entities: 13 },
     })}
   ), divided as (
     update message_copy c set text = m.text, entities = m.entities from message m
     where m.id = $1 and c.message_id = $1 and c.source
       and 1 = (select count(*) from message_copy o where o.message_id = $1 and o.source)
   ), attached as (
     insert into attachment (message_id, position, kind, file_id, file_unique_id, name, mime,
                             size_bytes, late, sha256)
     select $1, a.position + (select coalesce(max(b.position), 0) from attachment b
                              where b.message_id = $1),
            a.kind, a.file_id, a.file_unique_id, a.name, a.mime, a.size_bytes, true, a.sha256
     from unnest($6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::bigint[],
                 $14::text[])
       with ordinality as a(kind, file_id, file_unique_id, name, mime, size_bytes, sha256, position)
   )
   update message set text = $2, entities = $3 where id = $1`,
)

/**
 * Adds items of an album that came late to the message they are a part of. It is no event of the
 * ticket: who has to act and what was said are what they were.
 *
 * @param input.first where the first item of the album stands
 */
export async function continueMessage(
  tx: Queryable,
  { first, written }: { first: MessagePlace; written: WrittenMessage },
): Promise<Verdict<[MessageChange], 'no_such_message' | 'unsent'>> {
  const [found] = await selectAt(tx, ...placeParams(first))
  if (found === undefined) return { ok: false, reason: 'no_such_message' }
  if (found.unsent) return { ok: false, reason: 'unsent' }
  const ticket = await lockTicket(tx, found.ticketNumber)
  if (ticket === undefined) return { ok: false, reason: 'no_such_message' }
  const before = await messageById(tx, found.id)
  await save(tx, before.id, lines([before, written]), written)
  const { text, entities, attachments, places, sentAt, forwarded } = written
  const message: StoredMessage = {
    ...before,
    text,
    entities,
    attachments,
    places,
    sentAt,
    replyToId: null,
    ...(forwarded && { forwarded }),
  }
  const requester = await personById(tx, ticket.requesterId)
  const facts = { message, ticket, requester }
  return { ok: true, changes: [{ about: 'message', notice: 'continued', facts }] }
}

async function save(
  tx: Queryable,
  id: number,
  { text, entities }: FormattedText,
  written: WrittenMessage,
): Promise<void> {
  const { places, attachments } = written
  const { chats, messages } = placesParams(places)
  const pieces = piecesToKeep(written) ?? piecesOf(written)
  await addItems(
    tx,
    id,
    storable(text),
    jsonText(entities),
    chats,
    messages,
    attachments.map(({ kind }) => kind),
    attachments.map(({ fileId }) => fileId),
    attachments.map(({ fileUniqueId }) => fileUniqueId),
    attachments.map(({ name }) => name),
    attachments.map(({ mime }) => mime),
    attachments.map(({ sizeBytes }) => sizeBytes),
    places.map((_, index) => storable(pieces?.[index]?.text ?? null)),
    places.map((_, index) => entitiesIn(pieces?.[index])),
    attachments.map(({ sha256 }) => sha256 ?? null),
  )
}
