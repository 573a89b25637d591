import type { MessagePlace } from '../../domain/message.ts'
import { messageAtPlace } from '../../services/tickets/read-messages.ts'
import type { BotDeps } from '../update/bot-deps.ts'
import type { DeskContext } from '../update/desk-context.ts'

/**
 * Whose message an agent replies to, as far as that decides where his words go.
 *
 * @param place of what he replies to in the same topic
 */
export async function authorOfReplied(
  ctx: DeskContext,
  { staffChat }: BotDeps,
  place: MessagePlace | null,
): Promise<'colleague' | 'client' | null> {
  const elsewhere = ctx.message !== undefined && 'external_reply' in ctx.message
  const there = elsewhere ? ctx.message.external_reply : undefined
  if (there?.chat !== undefined && there.chat.id === staffChat.id()) {
    return authorElsewhere(ctx, { chatId: there.chat.id, messageId: there.message_id ?? 0 })
  }
  if (place === null) return null
  const message = await messageAtPlace(ctx.db, place)
  if (message !== null) return message.author === 'client' ? 'client' : 'colleague'
  // The desk keeps no copy of its own lines; a reply to one of them is not talk among colleagues.
  const replied = ctx.message !== undefined && 'reply_to_message' in ctx.message
  const from = replied ? ctx.message.reply_to_message?.from : undefined
  return from === undefined || from.id === ctx.botInfo.id ? null : 'colleague'
}

/**
 * A reply to another topic is talk among colleagues, unless a client wrote what stands there; and
 * that one need not be the client of this topic, so it is no answer to his words either.
 */
async function authorElsewhere(ctx: DeskContext, place: MessagePlace): Promise<'colleague' | null> {
  const message = await messageAtPlace(ctx.db, place)
  return message?.author === 'client' ? null : 'colleague'
}
