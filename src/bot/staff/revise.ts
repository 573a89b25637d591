import type { Saying } from '../../domain/staff-saying.ts'
import { readStaffText } from '../../domain/staff-text.ts'
import { messageAtPlace } from '../../services/tickets/read-messages.ts'
import { reviseMessage } from '../../services/tickets/revise-message.ts'
import type { BotDeps } from '../bot-deps.ts'
import type { DeskContext } from '../desk-context.ts'
import { readWritten } from '../read-written.ts'
import { withoutStart } from './commands.ts'
import { answerUnfiled } from './edit-of-unfiled.ts'
import { presentRevision } from './present-revision.ts'
import { doubtAbout, sayingOf } from './saying.ts'
import { answer } from './topic-context.ts'

/**
 * An agent edited a message: the client's copy follows. What was a note stays one and what was
 * public stays public, whatever the edit puts in front.
 */
export async function revise(ctx: DeskContext, deps: BotDeps): Promise<void> {
  const written = readWritten([ctx.work.updates[0]?.payload['edited_message']])
  const [place] = written?.places ?? []
  const message = place === undefined ? null : await messageAtPlace(ctx.db, place)
  if (written !== null && message === null) {
    await answerUnfiled(ctx, written)
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
    answer(ctx, doubtAbout(saying, ctx) ?? ctx.t('staff-edit-command-stays'), place)
    return
  }
  const isMarkedNote = saying.kind === 'note' || plainText === 'note'
  if (!isPublic && !isMarkedNote) answer(ctx, ctx.t('staff-edit-note-stays'), place)
  const mark = readStaffText(written.text, { repliesTo: null, plainText }).cut
  const cut = saying.kind === 'command' ? saying.cut : mark
  const { text, entities } = withoutStart(written, cut)
  const tx = await ctx.work.transaction()
  const verdict = await reviseMessage(tx, { place, text, entities, now: ctx.work.now })
  if (verdict.ok) ctx.work.send(...presentRevision(verdict, { ...deps, now: ctx.work.now }))
  else ctx.work.ignore(verdict.reason)
}

/** Commands whose whole argument is what the client reads. */
const spoken = ['r', 'ask', 'solve', 'open', 'reopen']

/** Whether an edit that begins so may change what the client has. */
function goesToClient(saying: Saying): boolean {
  return saying.kind === 'words' || (saying.kind === 'command' && spoken.includes(saying.name))
}
