import type { MessagePlace, WrittenMessage } from '../../domain/message.ts'
import { hasSlot } from '../../services/telegram/slots.ts'
import type { DeskContext } from '../update/desk-context.ts'
import { doubtAbout, sayingOf } from './saying.ts'
import { heldSlot } from './topic/held-slot.ts'
import { ticketHere } from './topic/ticket-here.ts'
import { answer } from './topic/topic-context.ts'

/**
 * An agent edited what went into no ticket: a command, or what stayed inside because nobody could
 * tell what it was meant to be. An edit carries nothing out, and he is told so; but a solution that
 * waits for "Send anyway" goes out as it is then.
 *
 * @param first where the album begins of which it is an item; null: it is none
 */
export async function answerUnfiled(
  ctx: DeskContext,
  written: WrittenMessage,
  first: MessagePlace | null,
): Promise<void> {
  const [place] = written.places
  const saying = sayingOf(written.text, ctx)
  const here = await ticketHere(ctx)
  const isOurs = here.kind === 'ticket' && ctx.agent !== null && saying.kind !== 'other_bot'
  if (!isOurs || place === undefined || (await hasSlot(ctx.db, heldSlot(first ?? place)))) {
    ctx.work.ignore('edit of a message that belongs to no ticket')
    return
  }
  answer(ctx, doubtAbout(saying, ctx) ?? ctx.t('staff-edit-not-carried-out'), place)
}
