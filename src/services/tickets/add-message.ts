import {
  fromTelegram,
  type MessageKind,
  type MessagePurpose,
  type WrittenMessage,
} from '../../domain/message.ts'
import { entitiesIn, piecesToKeep, storable } from './kept-pieces.ts'
import type { Ticket } from '../../domain/ticket.ts'
import { jsonText } from '../../storage/json-text.ts'
import { statement, type Queryable } from '../../storage/sql.ts'
import { insertSources, isAt, placeParams, placesParams } from '../telegram/message-places.ts'
import type { StoredMessage } from '../change.ts'

const insert = statement<{ id: number; replyToId: number | null }>(
  'message_add',
  `with added as (
     insert into message (ticket_number, seq, kind, author, person_id, agent_id, purpose, text,
                          entities, is_ack, sent_at, recorded_at, reply_to_id, copied_from,
                          origin_channel, origin_ref)
     values ($1, $2, $3::message_kind, $4, $5, $6, $7, $8, $9, $10, $11, $12,
             (select message_id from message_copy c where ${isAt('c', 13)}),
             $23, $26, $27)
     returning id, reply_to_id
   ), placed as (
     ${insertSources({
       message: 'added.id',
       from: 'added',
       params: { chats: 15, messages: 16, texts: 24, entities: 25 },
     })}
   ), attached as (
     insert into attachment (message_id, position, kind, file_id, file_unique_id, name, mime,
                             size_bytes, sha256)
     select added.id, a.position, a.kind, a.file_id, a.file_unique_id, a.name, a.mime, a.size_bytes,
            a.sha256
     from unnest($17::text[], $18::text[], $19::text[], $20::text[], $21::text[], $22::bigint[],
                 $28::text[])
       with ordinality as a(kind, file_id, file_unique_id, name, mime, size_bytes, sha256, position),
       added
   )
   select id, reply_to_id as "replyToId" from added`,
)

export interface Said {
  kind: MessageKind
  author: { kind: 'client'; personId: number } | { kind: 'agent'; agentId: number }
  purpose: MessagePurpose
  isAck?: boolean
  /** The message of another ticket it is a copy of. */
  copiedFrom?: number
}

/**
 * Adds what somebody wrote to a ticket, with its files and the places where it stands in Telegram, if
 * it came from there.
 * The caller holds the ticket's lock and saves the ticket, whose `messageCount` is raised here; the
 * message joins it at the ticket's `updatedAt`.
 */
export async function addMessage(
  tx: Queryable,
  ticket: Ticket,
  written: WrittenMessage,
  { kind, author, purpose, isAck = false, copiedFrom }: Said,
): Promise<StoredMessage> {
  ticket.messageCount += 1
  const pieces = piecesToKeep(written)
  const { text, entities, attachments, places, replyTo, sentAt, quote, forwarded } = written
  const { origin = fromTelegram } = written
  const { chats, messages } = placesParams(places)
  const [row] = await insert(
    tx,
    ticket.number,
    ticket.messageCount,
    kind,
    author.kind,
    author.kind === 'client' ? author.personId : null,
    author.kind === 'agent' ? author.agentId : null,
    purpose,
    storable(text),
    jsonText(entities),
    isAck,
    sentAt,
    ticket.updatedAt,
    ...placeParams(replyTo),
    chats,
    messages,
    attachments.map((file) => file.kind),
    attachments.map((file) => file.fileId),
    attachments.map((file) => file.fileUniqueId),
    attachments.map((file) => storable(file.name)),
    attachments.map((file) => file.mime),
    attachments.map((file) => file.sizeBytes),
    copiedFrom ?? null,
    places.map((_, index) => storable(pieces?.[index]?.text ?? null)),
    places.map((_, index) => entitiesIn(pieces?.[index])),
    origin.channel,
    origin.ref,
    attachments.map((file) => file.sha256 ?? null),
  )
  if (row === undefined) throw new Error(`Message of ticket ${String(ticket.number)} not stored`)
  const { id, replyToId } = row
  return {
    id,
    seq: ticket.messageCount,
    kind,
    author: author.kind,
    purpose,
    text,
    entities,
    attachments,
    origin,
    places,
    replyToId,
    sentAt,
    ...(quote !== undefined && { quote }),
    ...(forwarded && { forwarded }),
  }
}
