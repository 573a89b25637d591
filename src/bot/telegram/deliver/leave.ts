import type { Outcome } from '../../../services/notifier/outcome.ts'
import { callIn, type Attempt } from './attempt.ts'
import { sendTo } from './send-to.ts'

/** Leaves a group; one the bot is not in has been left. */
export async function leave(attempt: Attempt, chatId: number): Promise<Outcome> {
  // Named meanwhile by `/setup`, or by Telegram's move of the group.
  if (chatId === attempt.staffChat.id()) return { state: 'sent' }
  const place = { kind: 'chat', chatId, threadId: null } as const
  const sent = await sendTo(attempt, place, (target) =>
    callIn(attempt, target.chatId, 'leaveChat', { chat_id: target.chatId }),
  )
  const isOut =
    sent.ok ||
    sent.kind === 'chat_lost' ||
    sent.kind === 'recipient_gone' ||
    sent.kind === 'forbidden'
  return isOut ? { state: 'sent' } : sent.outcome
}
