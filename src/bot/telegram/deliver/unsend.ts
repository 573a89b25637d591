import type { Outcome } from '../../../services/notifier/outcome.ts'
import type { Outgoing } from '../../../services/notifier/outgoing.ts'
import { callIn, type Attempt } from './attempt.ts'
import { sendTo } from './send-to.ts'

/** Deletes the copies of a ticket message; what is gone or too old to be deleted stays as it is. */
export async function unsend(
  attempt: Attempt,
  { place, message }: Extract<Outgoing, { kind: 'unsend' }>,
): Promise<Outcome> {
  const sent = await sendTo(attempt, place, async ({ chatId }) => {
    const { copies } = await attempt.whereabouts.copiesAt(message, chatId)
    if (copies.length === 0) return { ok: true, result: true }
    return callIn(attempt, chatId, 'deleteMessages', { chat_id: chatId, message_ids: copies })
  })
  return sent.ok ? { state: 'sent' } : sent.outcome
}
