import { captionsOf, withCaption } from '../../domain/album.ts'
import type { MessagePlace, MessagePurpose, WrittenMessage } from '../../domain/message.ts'
import type { Saying } from '../../domain/staff-saying.ts'
import { readStaffText } from '../../domain/staff-text.ts'
import { keepAlbum, readAlbum } from '../../services/telegram/albums.ts'
import { messageAtPlace } from '../../services/tickets/read-messages.ts'
import { reviseMessage } from '../../services/tickets/revise-message.ts'
import { staffCommand } from '../commands/staff.ts'
import { tell } from '../telling/tell.ts'
import type { BotDeps } from '../update/bot-deps.ts'
import type { DeskContext } from '../update/desk-context.ts'
import { albumIn } from '../update/follow-album.ts'
import { readWritten } from '../update/read-written.ts'
import { withoutStart } from './commands/command.ts'
import { answerUnfiled } from './edit-of-unfiled.ts'
import { doubtAbout, goesToClient, sayingOf } from './saying.ts'
import { answerNotSent } from './topic/not-sent.ts'
import { answer } from './topic/topic-context.ts'

/**
 * An agent edited a message: the client's copy follows. What was a note stays one and what was
 * public stays public, whatever the edit puts in front.
 */
export async function revise(ctx: DeskContext, deps: BotDeps): Promise<void> {
  const written = readWritten([ctx.work.updates[0]?.payload['edited_message']])
  const [place] = written?.places ?? []
  const message = place === undefined ? null : await messageAtPlace(ctx.db, place)
  if (written !== null && message === null) {
    const first = await reviseKept(ctx, written)
    await answerUnfiled(ctx, written, first)
    return
  }
  if (written === null || place === undefined || message === null || !message.source) {
    ctx.work.ignore('edit of a message that belongs to no ticket')
    return
  }
  const { plainText } = deps.desk.staff
  const saying = sayingOf(written.text, ctx)
  const isPublic = message.kind === 'public'
  if (isPublic && saying.kind === 'note') {
    answer(ctx, ctx.t('staff-edit-public-stays'), place)
    return
  }
  if (isPublic && !goesToClient(saying)) {
    answerNotSent(ctx, doubtAbout(saying, ctx) ?? ctx.t('staff-edit-command-stays'), place)
    return
  }
  // The notice it stands in is made of more than the words, and is not kept.
  if (isPublic && message.purpose === 'reason') {
    answerNotSent(ctx, ctx.t('staff-edit-reason-stays'), place)
    return
  }
  if (isPublic && !isOfItsKind(saying, message.purpose)) {
    answerNotSent(ctx, ctx.t('staff-edit-command-stays'), place)
    return
  }
  const isMarkedNote = saying.kind === 'note' || plainText === 'note'
  if (!isPublic && !isMarkedNote) answer(ctx, ctx.t('staff-edit-note-stays'), place)
  const mark = readStaffText(written.text, { repliesTo: null, plainText }).cut
  const cut = saying.kind === 'command' ? saying.cut : mark
  const { text, entities } = withoutStart(written, cut)
  const tx = await ctx.work.transaction()
  const verdict = await reviseMessage(tx, { place, text, entities, now: ctx.work.now })
  if (verdict.ok) await tell(ctx, deps, verdict.changes)
  else ctx.work.ignore(verdict.reason)
}

/**
 * Whether an edit leaves a message what it is: an edit asks nobody, proposes and opens nothing. Words
 * without a command are what the message was.
 */
function isOfItsKind(saying: Saying, purpose: MessagePurpose): boolean {
  return saying.kind !== 'command' || staffCommand(saying.name)?.says === purpose
}

/**
 * What waits for "Send anyway" goes out with the captions its items have then.
 *
 * @returns where the album begins that has the message; null: it is of none
 */
async function reviseKept(ctx: DeskContext, written: WrittenMessage): Promise<MessagePlace | null> {
  const key = albumIn(ctx.editedMessage)
  const album = key === null ? null : await readAlbum(ctx.db, key)
  const [now] = captionsOf([written])
  if (key === null || album === null || now === undefined) return null
  const captions = withCaption(album.captions, now)
  await keepAlbum(await ctx.work.transaction(), key, { ...album, captions }, ctx.work.now)
  return album.first
}
