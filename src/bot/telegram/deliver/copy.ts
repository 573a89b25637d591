import type { Outgoing } from '../../../services/notifier/outgoing.ts'
import type { Answer } from '../calls/failure.ts'
import { callIn, type Attempt } from './attempt.ts'
import { replyOf, threadOf } from './compose.ts'
import type { Ease } from './ease.ts'
import type { Ended } from './in-order.ts'
import { isContentRefusal } from './ladder.ts'
import type { Target } from './outcome-of.ts'
import { findReply } from './send-text.ts'
import { sendTo, type Sending } from './send-to.ts'
import { showInParts, tellIncomplete } from './show-in-parts.ts'

type Copy = Extract<Outgoing, { kind: 'copy' }>

/**
 * Copies messages without a link to their author. What a client wrote and Telegram does not copy is
 * shown in parts instead, because it must not be lost; an agent is told, and sends it again.
 */
export async function copy(attempt: Attempt, effect: Copy): Promise<Ended> {
  const { place, message, replyTo, mark } = effect
  const messageIds = [...new Set(effect.from.messageIds)].sort((a, b) => a - b)
  const sent = await sendTo(
    attempt,
    place,
    (target, ease) => copyAll(attempt, target, { ...effect, messageIds }, ease),
    { rungs: replyTo === undefined ? [] : ['withoutReply'], copyOf: message },
  )
  const isOfAgent = mark !== undefined
  if (sent.ok && sent.result.length > 0) {
    const { chatId } = sent.target
    const places = sent.result.map((one) => ({ chatId, messageId: one.message_id }))
    const copies = places.map((at) => ({ place: at, message, shows: 'file' as const }))
    if (places.length === messageIds.length) return { state: 'sent', copies }
    // Of several messages Telegram leaves out silently those it does not copy.
    if (isOfAgent) return { state: 'dead', error: 'Telegram left out a part of it', copies }
    return { state: 'sent', copies, followUps: await tellIncomplete(attempt, effect, sent.target) }
  }
  if (!sent.ok && !isContentRefusal(sent.kind)) return sent.outcome
  const error = errorOf(sent)
  const refused = { state: 'dead', error } as const
  if (!isOfAgent) return showInParts(attempt, effect, refused)
  return effect.underBareHeader
    ? { ...refused, followUps: [{ kind: 'unsend', place, message }] }
    : refused
}

function errorOf(sent: Sending<unknown>): string {
  return !sent.ok && 'error' in sent.outcome ? sent.outcome.error : 'Nothing was copied'
}

async function copyAll(
  attempt: Attempt,
  target: Target,
  { from, replyTo, messageIds, forward, withoutCaption }: Copy & { messageIds: number[] },
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
      ...frame,
      message_ids: messageIds,
    })
    // What its author protected cannot be forwarded; then its words are better than nothing.
    const isRefused =
      !forwarded.ok && forwarded.failure.kind === 'refused' && forwarded.failure.code === 400
    if (!isRefused) return forwarded
  }
  const [only] = messageIds
  if (only === undefined || messageIds.length > 1) {
    // Several cannot be a reply: Telegram has no such parameter there.
    return callIn(attempt, chatId, 'copyMessages', {
      ...frame,
      message_ids: messageIds,
      ...(withoutCaption && { remove_caption: true }),
    })
  }
  const answer = await callIn(attempt, chatId, 'copyMessage', {
    ...frame,
    message_id: only,
    ...(withoutCaption && { caption: '' }),
    ...replyOf(await findReply(attempt, replyTo, target), ease),
  })
  return answer.ok ? { ok: true, result: [answer.result] } : answer
}
