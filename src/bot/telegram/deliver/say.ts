import type { Outcome } from '../../../services/notifier/outcome.ts'
import type { Outgoing } from '../../../services/notifier/outgoing.ts'
import type { Attempt } from './attempt.ts'
import { rungsOf } from './compose.ts'
import { findReply, sendText } from './send-text.ts'
import { sendTo } from './send-to.ts'

export async function say(
  attempt: Attempt,
  { place, content, replyTo, message, slot, silent }: Extract<Outgoing, { kind: 'say' }>,
): Promise<Outcome> {
  const sent = await sendTo(
    attempt,
    place,
    async (target, ease) =>
      sendText(attempt, target, content, {
        ease,
        replyTo: await findReply(attempt, replyTo, target),
        silent: silent ?? false,
      }),
    { rungs: [...rungsOf(content, replyTo), 'asDocument'], copyOf: message },
  )
  if (!sent.ok) return sent.outcome
  const at = { chatId: sent.target.chatId, messageId: sent.result.message_id }
  return {
    state: 'sent',
    ...(message !== undefined && { copies: [{ place: at, message, shows: 'text' }] }),
    ...(slot !== undefined && { slot: { key: slot, place: at, content } }),
  }
}
