import type { WrittenMessage } from '../../domain/message.ts'
import { withPiece } from '../../domain/pieces.ts'
import { readAlbum } from '../../services/tickets/albums.ts'
import type { DeskContext } from '../desk-context.ts'
import { albumIn } from '../follow-album.ts'
import { readWritten } from '../read-written.ts'
import { withoutStart } from './commands.ts'
import { sayingOf } from './saying.ts'

/**
 * The solution that was held back, as its author has it now: the question replies to it, and
 * Telegram brings it along. Of an album it brings the first item; the desk keeps the rest.
 *
 * @returns null when there is none, or its author has made a note of it since
 */
export async function heldSolution(
  ctx: DeskContext,
  held: unknown,
): Promise<WrittenMessage | null> {
  const now = readWritten([held])
  if (now === null) return null
  const key = albumIn(held)
  const album = key === null ? null : await readAlbum(ctx.db, key)
  const [place] = now.places
  const whole = album === null || place === undefined ? null : withPiece(album.content, place, now)
  const written = whole ?? now
  const saying = sayingOf(written.text, ctx)
  const isSolution = saying.kind === 'command' && saying.name === 'solve'
  if (!isSolution && saying.kind !== 'words') return null
  return withoutStart(written, isSolution ? saying.cut : 0)
}
