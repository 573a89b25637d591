import type { Outcome } from '../../../services/notifier/outcome.ts'
import { callIn, type Attempt } from './attempt.ts'
import { sendTo } from './send-to.ts'

/** Leaves a group, but not the staff group; one the bot is not in has been left. */
export async function leave(attempt: Attempt, chatId: number): Promise<Outcome> {
  const place = { kind: 'chat', chatId, threadId: null } as const
  const sent = await sendTo(attempt, place, async (target) =>
    // Named meanwhile by `/setup`, or it is where the group that was to be left has moved.
    target.chatId === attempt.staffChat.id()
      ? { ok: true, result: true as const }
      : callIn(attempt, target.chatId, 'leaveChat', { chat_id: target.chatId }),
  )
  const isOut =
    sent.ok ||
    sent.kind === 'chat_lost' ||
    sent.kind === 'recipient_gone' ||
    sent.kind === 'forbidden'
  return isOut ? { state: 'sent' } : sent.outcome
}
