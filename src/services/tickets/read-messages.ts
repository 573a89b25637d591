import type {
  MessageAuthor,
  MessageKind,
  MessagePlace,
  MessagePurpose,
} from '../../domain/message.ts'
import { statement, type Queryable } from '../../storage/sql.ts'
import type { StoredMessage } from '../change.ts'
import { isAt, placeParams, sourcesOf } from '../telegram/message-places.ts'

const messageColumns = `
  m.id, m.seq, m.kind, m.author, m.purpose, m.text, m.entities, m.reply_to_id as "replyToId",
  m.sent_at as "sentAt",
  jsonb_build_object('channel', m.origin_channel, 'ref', m.origin_ref) as origin,
  coalesce((select jsonb_agg(jsonb_build_object('kind', a.kind, 'fileId', a.file_id,
      'fileUniqueId', a.file_unique_id, 'name', a.name, 'mime', a.mime, 'sizeBytes', a.size_bytes)
      || case when a.sha256 is null then '{}' else jsonb_build_object('sha256', a.sha256) end
      order by a.position) from attachment a where a.message_id = m.id), '[]') as attachments,
  ${sourcesOf('coalesce(m.copied_from, m.id)')} as places`

const selectById = statement<StoredMessage>(
  'message_by_id',
  `select ${messageColumns} from message m where m.id = $1`,
)

/** The message with its files and places; throws when there is none. */
export async function messageById(db: Queryable, id: number): Promise<StoredMessage> {
  const [message] = await selectById(db, id)
  if (message === undefined) throw new Error(`No message ${String(id)}`)
  return message
}

const selectLast = statement<StoredMessage>(
  'messages_last',
  `select ${messageColumns} from message m
   where m.ticket_number in (select number from ticket where number = $1 or merged_into = $1)
     and (not $3 or (m.kind = 'public' and m.unsent_at is null))
   order by m.id desc limit $2`,
)

/**
 * The last messages of a ticket and of its parts, oldest first.
 *
 * @param publicOnly true for everything a client will read
 */
export async function lastMessages(
  db: Queryable,
  number: number,
  limit: number,
  { publicOnly }: { publicOnly: boolean },
): Promise<StoredMessage[]> {
  return (await selectLast(db, number, limit, publicOnly)).reverse()
}

const selectUnanswered = statement<StoredMessage>(
  'messages_unanswered',
  `select ${messageColumns} from message m
   where m.ticket_number = $1 and m.kind = 'public' and m.author = 'client' and not m.is_ack
     and m.seq > coalesce((select max(a.seq) from message a where a.ticket_number = $1
                             and a.kind = 'public' and a.author = 'agent'), 0)
   order by m.seq limit 20`,
)

/** What a client wrote to a ticket since an agent last wrote to him, oldest first. */
export function unansweredMessages(db: Queryable, number: number): Promise<StoredMessage[]> {
  return selectUnanswered(db, number)
}

const selectBegun = statement<{ sentAt: Date }>(
  'message_first',
  `select sent_at as "sentAt" from message where ticket_number = $1 and seq = 1`,
)

/** By Telegram's clock, when the words were written with which a ticket began; null: there is none. */
export async function ticketBegunAt(db: Queryable, number: number): Promise<Date | null> {
  const [message] = await selectBegun(db, number)
  return message?.sentAt ?? null
}

const selectCopy = statement<{ ticketNumber: number }>(
  'message_copied',
  `select ticket_number as "ticketNumber" from message
   where copied_from = $1 or (id = $1 and copied_from is not null)`,
)

/** The ticket in which a message goes on that was split off, or null. */
export async function ticketWithCopy(db: Queryable, messageId: number): Promise<number | null> {
  const [copy] = await selectCopy(db, messageId)
  return copy?.ticketNumber ?? null
}

export interface PlacedMessage {
  id: number
  ticketNumber: number
  kind: MessageKind
  author: MessageAuthor
  purpose: MessagePurpose
  agentId: number | null
  /** True where it was written, false where it was relayed to. */
  source: boolean
}

const selectAtPlace = statement<PlacedMessage>(
  'message_at_place',
  `select m.id, m.ticket_number as "ticketNumber", m.kind, m.author, m.purpose,
          m.agent_id as "agentId", c.source
   from message_copy c join message m on m.id = c.message_id
   where ${isAt('c', 1)}`,
)

/** The ticket message that stands at a place in Telegram, as written or as relayed. */
export async function messageAtPlace(
  db: Queryable,
  place: MessagePlace,
): Promise<PlacedMessage | null> {
  const [message] = await selectAtPlace(db, ...placeParams(place))
  return message ?? null
}
