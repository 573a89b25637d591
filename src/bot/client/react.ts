import { opinionOf, type Opinion } from '../../domain/opinion.ts'
import type { MessagePlace } from '../../domain/message.ts'
import { reactToMessage } from '../../services/tickets/react-to-message.ts'
import type { BotDeps } from '../update/bot-deps.ts'
import type { DeskContext } from '../update/desk-context.ts'
import { ownChat } from '../update/own-chat.ts'
import { tell } from '../telling/tell.ts'

/** A client likes or dislikes what support wrote. */
export async function react(ctx: DeskContext, deps: BotDeps): Promise<void> {
  const update = ctx.messageReaction
  if (update === undefined) {
    ctx.work.ignore('a reaction of nobody')
    return
  }
  const emoji = update.new_reaction.flatMap((one) => (one.type === 'emoji' ? [one.emoji] : []))
  const opinion = emoji.map(opinionOf).find((one) => one !== null) ?? null
  const place = { chatId: update.chat.id, messageId: update.message_id }
  if (!(await keep(ctx, deps, place, opinion))) ctx.work.ignore('a reaction to nothing of support')
}

/** The same by the small buttons, for Telegram does not tell of every reaction. */
export async function pressOpinion(
  ctx: DeskContext,
  deps: BotDeps,
  { value }: { value: number },
): Promise<boolean> {
  const message = ctx.callbackQuery?.message
  if (message === undefined) return false
  const at = { chatId: message.chat.id, messageId: message.message_id }
  if (!(await keep(ctx, deps, at, value === 1 ? 'like' : 'dislike'))) return false
  ctx.work.send({ kind: 'strip', place: ownChat(ctx), at })
  return true
}

/** @returns false when the message is none of support to this person */
async function keep(
  ctx: DeskContext,
  deps: BotDeps,
  place: MessagePlace,
  opinion: Opinion | null,
): Promise<boolean> {
  const { person, now } = ctx.work
  if (person === null) return false
  const tx = await ctx.work.transaction()
  const verdict = await reactToMessage(tx, { place, personId: person.id, opinion, now })
  if (!verdict.ok) return false
  await tell(ctx, deps, verdict.changes)
  return true
}
