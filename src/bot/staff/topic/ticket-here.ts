import { numberInName } from '../../../domain/topic-name.ts'
import { bindFoundTopic, ticketOfTopic } from '../../../services/telegram/topics.ts'
import { passNumber } from '../../../services/tickets/pass-number.ts'
import type { DeskContext } from '../../update/desk-context.ts'
import { placeOf } from './topic-context.ts'

/**
 * What a place in the staff group is to this desk. `former`: the bot made the topic, but not for a
 * ticket of this database, which may be a fresh one or an older copy.
 */
export type Here = { kind: 'ticket'; number: number } | { kind: 'former' } | { kind: 'elsewhere' }

/** The ticket of the topic an update happened in, known by the table of topics alone. */
export async function ticketHere(ctx: DeskContext): Promise<Here> {
  const place = placeOf(ctx)
  if (place.kind !== 'chat' || place.threadId === null) return { kind: 'elsewhere' }
  const { chatId, threadId } = place
  const number =
    (await ticketOfTopic(ctx.db, chatId, threadId)) ??
    (await ticketOfUnknown(ctx, chatId, threadId))
  if (number !== null) return { kind: 'ticket', number }
  await passNumberOf(ctx, threadId)
  return isMadeByBot(ctx) ? { kind: 'former' } : { kind: 'elsewhere' }
}

/**
 * The name that the bot gave to a topic of another database says which numbers were given out there;
 * the next ticket must not be called like one of them. It tells nothing else.
 */
async function passNumberOf(ctx: DeskContext, threadId: number): Promise<void> {
  const start = startOf(ctx, threadId)
  const number = start === null ? null : numberInName(start.name)
  if (number !== null) await passNumber(await ctx.work.transaction(), number)
}

async function ticketOfUnknown(
  ctx: DeskContext,
  chatId: number,
  threadId: number,
): Promise<number | null> {
  const start = startOf(ctx, threadId)
  if (start === null) return null
  const { name, madeAt } = start
  return bindFoundTopic(await ctx.work.transaction(), { chatId, threadId, name, madeAt })
}

/**
 * How the desk began the topic, or null. Telegram shows what is written in a topic as a reply to the
 * message that began it, and nobody but the desk can begin one in the desk's name.
 */
function startOf(ctx: DeskContext, threadId: number): { name: string; madeAt: Date } | null {
  const start = repliedTo(ctx)
  if (start === undefined || !('forum_topic_created' in start)) return null
  if (start.from?.id !== ctx.botInfo.id || start.message_id !== threadId) return null
  return { name: start.forum_topic_created.name, madeAt: new Date(start.date * 1_000) }
}

/** The bot began the topic, or its words are answered: it says little where no ticket is. */
function isMadeByBot(ctx: DeskContext): boolean {
  const pressed = ctx.callbackQuery?.message
  const author = pressed !== undefined && 'from' in pressed ? pressed.from : repliedTo(ctx)?.from
  return author?.id === ctx.botInfo.id
}

/** What the message replies to, or that whose button was pressed. */
function repliedTo(ctx: DeskContext) {
  const message = ctx.message ?? ctx.editedMessage ?? ctx.callbackQuery?.message
  return message !== undefined && 'reply_to_message' in message
    ? message.reply_to_message
    : undefined
}
