import type { Outcome } from '../../../services/notifier/outcome.ts'
import type { Outgoing } from '../../../services/notifier/outgoing.ts'
import type { Answer } from '../failure.ts'
import { callIn, type Attempt } from './attempt.ts'
import { replyOf, threadOf, type Ease } from './compose.ts'
import type { Target } from './outcome-of.ts'
import { findReply, sendText } from './send-text.ts'
import { sendTo } from './send-to.ts'

type Copy = Extract<Outgoing, { kind: 'copy' }>

/**
 * Copies messages without a link to their author. What Telegram does not copy is replaced by a text:
 * of several messages it leaves out silently those it cannot copy.
 */
export async function copy(attempt: Attempt, effect: Copy): Promise<Outcome> {
  const { place, fallback, message, replyTo } = effect
  const messageIds = [...new Set(effect.from.messageIds)].sort((a, b) => a - b)
  const sent = await sendTo(attempt, place, (target, ease) =>
    copyAll(attempt, target, { ...effect, messageIds }, ease),
  )
  const isUncopyable = !sent.ok && (sent.kind === 'copy_gone' || sent.kind === 'edit_gone')
  if (!sent.ok && !isUncopyable) return sent.outcome
  if (sent.ok && sent.result.length > 0) {
    const { chatId } = sent.target
    const places = sent.result.map((one) => ({ chatId, messageId: one.message_id }))
    const isPartial = places.length < messageIds.length
    return {
      state: 'sent',
      copies: places.map((at) => ({ place: at, message })),
      ...(isPartial && { followUps: [{ kind: 'say', place, content: fallback, message }] }),
    }
  }
  const told = await sendTo(attempt, place, async (target, ease) =>
    sendText(attempt, target, fallback, {
      ease,
      replyTo: await findReply(attempt, replyTo, target),
    }),
  )
  if (!told.ok) return told.outcome
  const at = { chatId: told.target.chatId, messageId: told.result.message_id }
  return { state: 'sent', copies: [{ place: at, message }] }
}

async function copyAll(
  attempt: Attempt,
  target: Target,
  { from, replyTo, messageIds, forward }: Copy & { messageIds: number[] },
  ease: Ease,
): Promise<Answer<{ message_id: number }[]>> {
  const { chatId } = target
  const frame = {
    chat_id: chatId,
    ...threadOf(target.threadId),
    from_chat_id: from.chatId,
  }
  if (forward) {
    const forwarded = await callIn(attempt, chatId, 'forwardMessages', {
      ...{ ...frame, message_ids: messageIds },
    })
    // What its author protected cannot be forwarded; then its words are better than nothing.
    const isRefused =
      !forwarded.ok && forwarded.failure.kind === 'refused' && forwarded.failure.code === 400
    if (!isRefused) return forwarded
  }
  const [only] = messageIds
  if (only === undefined || messageIds.length > 1) {
    // Several cannot be a reply: Telegram has no such parameter there.
    return callIn(attempt, chatId, 'copyMessages', { ...frame, message_ids: messageIds })
  }
  const answer = await callIn(attempt, chatId, 'copyMessage', {
    ...frame,
    message_id: only,
    ...replyOf(await findReply(attempt, replyTo, target), ease),
  })
  return answer.ok ? { ok: true, result: [answer.result] } : answer
}
