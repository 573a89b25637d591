import { captioned } from '../../domain/album.ts'
import type { WrittenMessage } from '../../domain/message.ts'
import { readAlbumSaying, type Saying } from '../../domain/staff-saying.ts'
import { readAlbum } from '../../services/telegram/albums.ts'
import type { DeskContext } from '../update/desk-context.ts'
import { albumIn } from '../update/follow-album.ts'
import { readWritten } from '../update/read-written.ts'
import { withoutStart } from './commands/command.ts'
import { sayingOf, sayingsOf } from './saying.ts'

/**
 * The solution that was held back, as its author has it now: the question replies to it, and
 * Telegram brings it along. Of an album it brings the first item; the desk keeps the rest, and
 * follows what each of its captions becomes.
 *
 * @returns null when there is none, its author has made a note of it since, or nobody can tell what
 * it says now
 */
export async function heldSolution(
  ctx: DeskContext,
  held: unknown,
): Promise<WrittenMessage | null> {
  const first = readWritten([held])
  if (first === null) return null
  const whole = await wholeOf(ctx, held, first)
  if (whole === null) return null
  const { written, sayings } = whole
  const saying = readAlbumSaying(sayings)
  const isSolution = saying.kind === 'command' && saying.name === 'solve'
  if (!isSolution && saying.kind !== 'words') return null
  return withoutStart(written, isSolution ? saying.cut : 0)
}

/**
 * All items of what was held, with what each of them says now; null where the first says something
 * else to Telegram than to the desk.
 */
async function wholeOf(
  ctx: DeskContext,
  held: unknown,
  first: WrittenMessage,
): Promise<{ written: WrittenMessage; sayings: Saying[] } | null> {
  const key = albumIn(held)
  const album = key === null ? null : await readAlbum(ctx.db, key)
  if (album === null) return { written: first, sayings: sayingsOf(held, ctx) }
  const { content, captions } = album
  const kept = captions.find(({ messageId }) => messageId === album.first.messageId)
  if (kept?.text !== first.text) return null
  const said = captions.map(({ text }) => text).filter((text) => text.trim() !== '')
  const sayings = said.map((text) => sayingOf(text, ctx))
  return { written: captioned(content, captions), sayings }
}
