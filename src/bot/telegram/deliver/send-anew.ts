import type { Outcome } from '../../../services/notifier/outcome.ts'
import type { Content, Place } from '../../../services/notifier/outgoing.ts'
import type { SlotKey } from '../../../services/notifier/slot.ts'
import type { Copies } from '../../../services/notifier/whereabouts.ts'
import type { Attempt } from './attempt.ts'
import { rungsOf } from './compose.ts'
import { sendText } from './send-text.ts'
import { sendTo } from './send-to.ts'

export type Copy = Copies['standing'][number]

/** The copy of a ticket message that is to change; without one its words are a new message. */
export interface At {
  message: number
  copy: Copy | undefined
}

/** The words as a new message, in place of one that cannot be edited any more. */
export async function sendAnew(
  attempt: Attempt,
  place: Place,
  { message, copy }: At,
  content: Content,
  slot?: SlotKey,
): Promise<Outcome> {
  const sent = await sendTo(
    attempt,
    place,
    (target, ease) => sendText(attempt, target, content, { ease }),
    { rungs: [...rungsOf(content), 'asDocument'], copyOf: message },
  )
  if (!sent.ok) return sent.outcome
  const { chatId } = sent.target
  if (copy !== undefined) {
    await attempt.whereabouts.forgetCopy({ chatId, messageId: copy.messageId })
  }
  const at = { chatId, messageId: sent.result.message_id }
  return {
    state: 'sent',
    copies: [{ place: at, message, shows: 'text' }],
    ...(slot !== undefined && { slot: { key: slot, place: at, content } }),
  }
}
