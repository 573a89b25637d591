import type { MiddlewareFn } from 'telegraf'

import { captioned, captionsOf, standsAt, withLateItems, type Caption } from '../../domain/album.ts'
import type { WrittenMessage } from '../../domain/message.ts'
import {
  keepAlbum,
  readAlbum,
  readDeadAlbum,
  type Album,
  type AlbumKey,
} from '../../services/telegram/albums.ts'
import type { BotDeps } from './bot-deps.ts'
import type { DeskContext } from './desk-context.ts'
import { readWritten } from './read-written.ts'

/**
 * Tells the items of an album that come when its first are handled already from a message of their
 * own: they find it on the context, and share its fate wherever that is decided.
 */
export function followAlbum({ staffChat }: BotDeps): MiddlewareFn<DeskContext> {
  return async (ctx, next) => {
    const key = albumOf(ctx)
    const { written } = ctx
    const [first] = written?.places ?? []
    const isOurs = ctx.chat?.type === 'private' || ctx.chat?.id === staffChat.id()
    if (key === null || written === null || first === undefined || !isOurs) return next()
    const known = (await readAlbum(ctx.db, key)) ?? (await readDead(ctx, key, written))
    const isFirst = known !== null && standsAt(written, known.first)
    if (isFirst) joinMeanwhile(ctx, written, known)
    else ctx.album = known
    await next()
    if (ctx.album !== null) return
    const tx = await ctx.work.transaction()
    const captions = [...captionsHere(ctx), ...ctx.cameMeanwhile]
    await keepAlbum(tx, key, { first, content: ctx.written ?? written, captions }, ctx.work.now)
  }
}

/**
 * The first item was put aside and is run again: it is not late, and what came meanwhile, and waits
 * for it, goes where it goes.
 */
function joinMeanwhile(ctx: DeskContext, written: WrittenMessage, known: Album): void {
  if (standsAt(known.content, known.first)) return
  ctx.written = withLateItems(written, captioned(known.content, known.captions))
  ctx.cameMeanwhile = known.captions
}

/** An album whose first item died on its way is one of which something came before, too. */
async function readDead(
  { db, botInfo, update }: DeskContext,
  key: AlbumKey,
  written: WrittenMessage,
): Promise<Album | null> {
  const before = { botId: botInfo.id, updateId: update.update_id }
  const first = await readDeadAlbum(db, key, before)
  if (first === null) return null
  const content = { ...written, text: '', entities: [], attachments: [], places: [] }
  return { first, content, captions: [] }
}

/** What each of the items says that an update brought. */
export function captionsHere({ work }: DeskContext): Caption[] {
  return captionsOf(work.updates.flatMap(({ payload }) => readWritten([payload['message']]) ?? []))
}

/** The album that an update is an item of, or null. */
export function albumOf({ message }: DeskContext): AlbumKey | null {
  return albumIn(message)
}

/** The album that a message of Telegram is an item of, or null. */
export function albumIn(message: unknown): AlbumKey | null {
  if (typeof message !== 'object' || message === null) return null
  const { media_group_id: group, chat } = message as Record<string, unknown>
  const id = typeof chat === 'object' && chat !== null && 'id' in chat ? chat.id : null
  return typeof group === 'string' && typeof id === 'number' ? { chatId: id, group } : null
}
