import type { Content, ReplyTarget } from '../../../services/notifier/outgoing.ts'
import { maxTextLength } from '../../../services/notifier/plan-effects.ts'
import type { Answer } from '../calls/failure.ts'
import { callIn, type Attempt } from './attempt.ts'
import { markupOf, replyOf, textOf, threadOf, type Reply } from './compose.ts'
import type { Ease } from './ease.ts'
import type { Target } from './outcome-of.ts'

/** A new message with a text; one that is too long for a message is sent as a file. */
export async function sendText(
  attempt: Attempt,
  { chatId, threadId }: Target,
  content: Content,
  {
    ease,
    replyTo = null,
    silent = false,
  }: { ease: Ease; replyTo?: Reply | null; silent?: boolean },
): Promise<Answer<{ message_id: number }>> {
  const frame = {
    chat_id: chatId,
    ...threadOf(threadId),
    ...replyOf(replyTo, ease),
    ...markupOf(content, ease),
    ...(silent && { disable_notification: true }),
  }
  if (content.text.length <= maxTextLength && !ease.asDocument) {
    return callIn(attempt, chatId, 'sendMessage', { ...frame, ...textOf(content, ease) })
  }
  const bytes = Buffer.from(content.text, 'utf8')
  return callIn(attempt, chatId, 'sendDocument', {
    ...frame,
    document: { filename: 'message.txt', contentType: 'text/plain; charset=utf-8', bytes },
    caption: attempt.remarks.asFile(),
  })
}

/** The message to reply to at the target, or null when there is none. */
export async function findReply(
  attempt: Attempt,
  replyTo: ReplyTarget | undefined,
  { chatId }: Target,
): Promise<Reply | null> {
  if (replyTo === undefined) return null
  const messageId = await findMessage(attempt, replyTo, chatId)
  const { quote } = replyTo
  return messageId === null ? null : { messageId, ...(quote !== undefined && { quote }) }
}

async function findMessage(
  attempt: Attempt,
  replyTo: ReplyTarget,
  chatId: number,
): Promise<number | null> {
  // A reply into another chat would show where the words came from.
  if ('messageId' in replyTo) return replyTo.chatId === chatId ? replyTo.messageId : null
  const { sources, copies } = await attempt.whereabouts.copiesAt(replyTo.copyOfMessage, chatId)
  return sources[0] ?? copies[0] ?? null
}
