import { withPiece } from '../../domain/pieces.ts'
import { heldAtPlace, reviseHeld } from '../../services/tickets/held-messages.ts'
import { reviseMessage } from '../../services/tickets/revise-message.ts'
import { tell } from '../telling/tell.ts'
import type { BotDeps } from '../update/bot-deps.ts'
import type { DeskContext } from '../update/desk-context.ts'
import { ownChat } from '../update/own-chat.ts'
import { readEdit } from '../update/read-edit.ts'

/**
 * A client edited a message: the agents see the text before and now. One that waits for his word
 * which ticket it belongs to says from now on what he made of it; one in a dialogue is found there
 * (scenes/).
 */
export async function revise(
  ctx: DeskContext,
  deps: BotDeps,
  next: () => Promise<void>,
): Promise<void> {
  const edit = readEdit(ctx)
  const { now, person } = ctx.work
  if (edit === null || person === null) {
    ctx.work.ignore('edit without content')
    return
  }
  const { place, piece } = edit
  const { text, entities } = piece
  const tx = await ctx.work.transaction()
  const verdict = await reviseMessage(tx, { place, text, entities, now })
  if (verdict.ok) {
    await tell(ctx, deps, verdict.changes)
    return
  }
  if (verdict.reason !== 'no_such_message') {
    ctx.work.ignore(verdict.reason)
    return
  }
  const held = await heldAtPlace(tx, person.id, place)
  const written = held === null ? null : withPiece(held.written, place, piece)
  if (held === null || written === null) await next()
  else await reviseHeld(tx, held.id, written)
}

/**
 * A client edited what went nowhere: a command, or words of a dialogue that is over. Nothing comes of
 * it, and he is told so; of what has no words, as a place that moves, there is nothing to say.
 */
export function answerUnfiled(ctx: DeskContext): void {
  const edit = readEdit(ctx)
  if (edit === null || edit.piece.text.trim() === '') {
    ctx.work.ignore('edit of a message that belongs to no ticket')
    return
  }
  const content = { text: ctx.t('client-edit-unread'), entities: [] }
  ctx.work.send({ kind: 'say', place: ownChat(ctx), content, replyTo: edit.place })
}
