import type { Outcome } from '../../../services/notifier/outcome.ts'
import type { Outgoing } from '../../../services/notifier/outgoing.ts'
import { callIn, type Attempt } from './attempt.ts'
import { answerAt, markFailed } from './delivery-mark.ts'
import { isInDoubt } from './doubt.ts'
import type { Ended } from './in-order.ts'
import { sendTo } from './send-to.ts'

type Unsend = Extract<Outgoing, { kind: 'unsend' }>

/**
 * Deletes the copies of a ticket message, one by one: asked for several at once, Telegram passes over
 * in silence what it does not find, and does not say which it kept. What is gone is gone; of what
 * cannot be deleted the agent is told, since the client can still read it. He is told, too, when the
 * client never had it, or may have a copy that nobody knows of.
 */
export async function unsend(attempt: Attempt, effect: Unsend): Promise<Ended> {
  const { place, message, at } = effect
  const chatId = place.kind === 'person' ? await attempt.privateChatOf(place.personId) : null
  const { copies } =
    chatId === null ? { copies: [] } : await attempt.whereabouts.copiesAt(message, chatId)
  let kept: Extract<Outcome, { state: 'dead' }> | null = null
  for (const messageId of copies) {
    const sent = await sendTo(attempt, place, (target) =>
      callIn(attempt, target.chatId, 'deleteMessage', {
        chat_id: target.chatId,
        message_id: messageId,
      }),
    )
    const isGone = sent.ok || sent.kind === 'done' || sent.kind === 'edit_gone'
    if (isGone) continue
    // The others are deleted the next time; what is gone already is no mistake then.
    if (sent.outcome.state !== 'dead') return sent.outcome
    kept = sent.outcome
  }
  if (kept !== null) return tellKept(attempt, effect, kept)
  if (at === undefined) return { state: 'sent' }
  if (await isInDoubt(attempt, message)) {
    const told = await markFailed(attempt, at, attempt.remarks.doubled())
    return { state: 'sent', followUps: told }
  }
  const here = { kind: 'chat', chatId: at.chatId, threadId: null } as const
  const unmarked: Outgoing = { kind: 'react', place: here, at, emoji: null }
  const told = copies.length > 0 ? [] : await answerAt(attempt, at, attempt.remarks.neverSent())
  return { state: 'sent', followUps: [unmarked, ...told] }
}

async function tellKept(
  attempt: Attempt,
  { message, at }: Unsend,
  kept: Extract<Outcome, { state: 'dead' }>,
): Promise<Ended> {
  await attempt.keepSent(message)
  if (at === undefined) return kept
  return { ...kept, followUps: await markFailed(attempt, at, attempt.remarks.kept(kept.error)) }
}
