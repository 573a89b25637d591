import { captioned, type Caption } from '../../domain/album.ts'
import type { MessagePlace, WrittenMessage } from '../../domain/message.ts'
import { jsonText } from '../../storage/json-text.ts'
import { statement, type Queryable } from '../../storage/sql.ts'
import { writtenOf, type HeldContent } from '../tickets/held-messages.ts'

/** How long items of an album may still come: as long as Telegram keeps an update. */
const keptMs = 86_400_000

/** An album some of whose items were handled before. */
export interface Album {
  /** The first of its messages: where that went, the others belong. */
  first: MessagePlace
  /** What it says as far as it has come. */
  content: WrittenMessage
  /** What each of these items says, in order. */
  captions: Caption[]
}

type KeptContent = HeldContent & {
  /** Absent in rows of releases that kept the whole text alone. */
  captions?: Caption[]
}

export interface AlbumKey {
  chatId: number
  /** Telegram's `media_group_id`. */
  group: string
}

const select = statement<{ messageId: number; content: KeptContent }>(
  'album_read',
  `select message_id as "messageId", content from album
   where chat_id = $1 and media_group_id = $2`,
)

/** The album as far as it was handled, or null when nothing of it was. */
export async function readAlbum(db: Queryable, { chatId, group }: AlbumKey): Promise<Album | null> {
  const [row] = await select(db, chatId, group)
  if (row === undefined) return null
  const { messageId } = row
  const { captions: kept, ...held } = row.content
  const content = writtenOf(held)
  const { text, entities } = content
  // Where nobody knows whose words they are, they count as those of the first item.
  const captions = kept ?? [{ messageId, text, entities }]
  return { first: { chatId, messageId }, content, captions }
}

/** Items of an album come within seconds, so not many other updates are between them. */
const nearUpdates = 500

const selectDead = statement<{ messageId: number }>(
  'album_dead',
  `select (payload->'message'->>'message_id')::bigint as "messageId" from inbound_update
   where bot_id = $1 and update_id between $2::bigint - ${String(nearUpdates)} and $2::bigint - 1
     and state = 'dead' and payload->'message'->>'media_group_id' = $4
     and payload->'message'->'chat'->>'id' = $3
   order by update_id limit 1`,
)

/**
 * The first item of an album that could not be handled and was put aside, or null: nobody knows
 * what it was marked with, so the rest is none of a message of its own either.
 */
export async function readDeadAlbum(
  db: Queryable,
  { chatId, group }: AlbumKey,
  { botId, updateId }: { botId: number; updateId: number },
): Promise<MessagePlace | null> {
  const [row] = await selectDead(db, botId, updateId, String(chatId), group)
  return row === undefined ? null : { chatId, messageId: row.messageId }
}

const insert = statement(
  'album_keep',
  `insert into album (chat_id, media_group_id, message_id, content, at) values ($1, $2, $3, $4, $5)
   on conflict (chat_id, media_group_id) do update set content = excluded.content`,
)

/** Keeps what an album says, so that what comes of it later is known for a part of it. */
export async function keepAlbum(
  tx: Queryable,
  { chatId, group }: AlbumKey,
  { first, content, captions }: Album,
  now: Date,
): Promise<void> {
  const kept = { ...captioned(content, captions), captions }
  await insert(tx, chatId, group, first.messageId, jsonText(kept), now)
}

const forget = statement('album_forget', `delete from album where at < $1`)

/** Nothing more will come of an album of yesterday. */
export async function forgetAlbums(db: Queryable, now: Date): Promise<void> {
  await forget(db, new Date(now.getTime() - keptMs))
}
