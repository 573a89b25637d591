import type { Outcome } from '../../../services/notifier/outcome.ts'
import type { SlotKey } from '../../../services/notifier/slot.ts'
import { mayNotPin } from '../rights/make-good.ts'
import { callIn, type Attempt } from './attempt.ts'
import { sendTo } from './send-to.ts'

/** Pins the message of a slot, without a sound. One that is gone needs none. */
export async function pin(attempt: Attempt, key: SlotKey): Promise<Outcome> {
  const slot = await attempt.whereabouts.slotOf(key)
  if (slot === undefined) return { state: 'sent' }
  const { chatId, messageId } = slot
  const sent = await sendTo(attempt, { kind: 'chat', chatId, threadId: null }, (target) =>
    callIn(attempt, target.chatId, 'pinChatMessage', {
      chat_id: target.chatId,
      message_id: messageId,
      disable_notification: true,
    }),
  )
  if (sent.ok || sent.kind === 'edit_gone') return { state: 'sent' }
  // A right the bot lacks for this only; no message has to wait for it. See make-good.ts.
  if (sent.kind === 'right_missing') return { state: 'dead', error: mayNotPin }
  return sent.outcome
}
