import { keepAlbum, type Album } from '../../services/telegram/albums.ts'
import { continueMessage } from '../../services/tickets/continue-message.ts'
import { messageAtPlace } from '../../services/tickets/read-messages.ts'
import { withLateItems } from '../../domain/album.ts'
import { readStaffText } from '../../domain/staff-text.ts'
import type { Saying } from '../../domain/staff-saying.ts'
import type { BotDeps } from '../update/bot-deps.ts'
import type { DeskContext } from '../update/desk-context.ts'
import { albumOf, captionsHere } from '../update/follow-album.ts'
import { tell } from '../telling/tell.ts'
import { withoutStart, type CommandInput } from './commands/command.ts'
import { keepNote } from './commands/talking.ts'
import { answer, markMessage } from './topic/topic-context.ts'

/**
 * What comes late of an agent's album goes where its first items went: it stays with a note, and
 * follows an answer to the client as more of it. Where they stayed inside it stays, too; and a mark
 * that comes only now is heeded, although the rest is out already.
 */
export async function continueAlbum(
  ctx: DeskContext,
  deps: BotDeps,
  album: Album,
  saying: Saying,
  input: CommandInput,
): Promise<void> {
  const message = await messageAtPlace(ctx.db, album.first)
  if (message === null) {
    await wait(ctx, album, saying, input)
    return
  }
  const isPublic = message.kind === 'public'
  if (isPublic && saying.kind !== 'words') {
    answer(ctx, ctx.t('staff-album-stays'))
    if (saying.kind === 'note') await keepNote(ctx, input)
    else markMessage(ctx, '✍')
    return
  }
  const { cut } = readStaffText(input.written.text, { repliesTo: null, plainText: 'public' })
  const written = withoutStart(input.written, cut)
  const tx = await ctx.work.transaction()
  const verdict = await continueMessage(tx, { first: album.first, written })
  if (!verdict.ok) ctx.work.ignore(`the rest of an album: ${verdict.reason}`)
  else {
    await tell(ctx, deps, verdict.changes)
    if (!isPublic) markMessage(ctx, '✍')
  }
}

/** Nothing of it went anywhere. What waits for "Send anyway" goes out whole. */
async function wait(
  ctx: DeskContext,
  album: Album,
  saying: Saying,
  { written }: CommandInput,
): Promise<void> {
  ctx.work.ignore('the rest of an album that stayed inside')
  const key = albumOf(ctx)
  if (key === null || saying.kind !== 'words') return
  const content = withLateItems(album.content, written)
  const captions = [...album.captions, ...captionsHere(ctx)]
  await keepAlbum(await ctx.work.transaction(), key, { ...album, content, captions }, ctx.work.now)
}
