import { isDeepStrictEqual } from 'node:util'

import type { MessagePlace } from '../../../domain/message.ts'
import type { Outcome } from '../../../services/notifier/outcome.ts'
import {
  isCardChange,
  type Content,
  type Outgoing,
  type Place,
} from '../../../services/notifier/outgoing.ts'
import { maxTextLength } from '../../../services/notifier/plan-effects.ts'
import type { Answer } from '../calls/failure.ts'
import { judge } from '../calls/verdict.ts'
import { callIn, type Attempt } from './attempt.ts'
import { keyboardOf, rungsOf, textOf } from './compose.ts'
import type { Ease } from './ease.ts'
import { cutText } from './cut-text.ts'
import type { Target } from './outcome-of.ts'
import { sendText } from './send-text.ts'
import { sendTo } from './send-to.ts'

type Put = Extract<Outgoing, { kind: 'put' }>

interface Shown {
  messageId: number
  isNew: boolean
}

/** Edits the slot's message; sends it anew when it is gone, too old, or in another chat. */
export async function put(attempt: Attempt, effect: Put): Promise<Outcome> {
  const { slot: key, content: whole, pin = false } = effect
  const place = isCardChange(effect) ? await standingTopic(attempt, effect.place) : effect.place
  if (place === null) return beginTopic(effect)
  const content = { ...whole, ...cutText(whole, maxTextLength) }
  const tryOnce = async (target: Target, ease: Ease): Promise<Answer<Shown | null>> => {
    // The group has moved, and no topic with it.
    if (isCardChange(effect) && target.threadId === null) return { ok: true, result: null }
    // Read again for each try: a topic that was repaired has lost its messages.
    const slot = await attempt.whereabouts.slotOf(key)
    if (slot?.chatId === target.chatId) {
      if (isCardChange(effect) && isDeepStrictEqual(slot.content, content)) {
        return { ok: true, result: { messageId: slot.messageId, isNew: false } }
      }
      const edited = await edit(attempt, slot, content, ease)
      if (edited !== 'gone') return edited
    }
    const sent = await sendText(attempt, target, content, { ease, silent: pin })
    if (!sent.ok) return sent
    return { ok: true, result: { messageId: sent.result.message_id, isNew: true } }
  }
  const rungs = rungsOf(content)
  const shown = await sendTo(attempt, place, tryOnce, { ownSlot: key, rungs })
  if (!shown.ok) {
    if (shown.kind !== 'topic_gone' || !isCardChange(effect)) return shown.outcome
    await forgetTopic(attempt, effect.place, place)
    return beginTopic(effect)
  }
  if (shown.result === null) return beginTopic(effect)
  const { messageId, isNew } = shown.result
  return {
    state: 'sent',
    slot: { key, place: { chatId: shown.target.chatId, messageId }, content },
    ...(isNew && pin ? { followUps: [{ kind: 'pin', place: effect.place, slot: key }] } : {}),
  }
}

/**
 * The topic in which a card is changed. A change makes no topic, since what is said there may be
 * about to do so; nor does it show again a card that waits to be shown in a new one.
 */
async function standingTopic({ whereabouts, staffChat }: Attempt, place: Place) {
  if (place.kind !== 'topic') return place
  const topic = await whereabouts.topicOf(place.ticketNumber)
  if (topic === undefined || topic.chatId === null || topic.threadId === null) return null
  if (topic.chatId !== staffChat.id() || topic.cardToShow !== null) return null
  return { kind: 'chat', chatId: topic.chatId, threadId: topic.threadId } as const
}

/** The card goes in turn with what is said in the topic, which is made for whatever comes first. */
function beginTopic(effect: Put): Outcome {
  return { state: 'sent', followUps: [{ ...effect, first: true }] }
}

async function forgetTopic({ whereabouts }: Attempt, place: Place, at: Place): Promise<void> {
  if (place.kind !== 'topic' || at.kind !== 'chat' || at.threadId === null) return
  await whereabouts.forgetTopic(place.ticketNumber, at.threadId)
}

async function edit(
  attempt: Attempt,
  { chatId, messageId }: MessagePlace,
  content: Content,
  ease: Ease,
): Promise<Answer<Shown> | 'gone'> {
  const edited = await callIn(attempt, chatId, 'editMessageText', {
    chat_id: chatId,
    message_id: messageId,
    ...textOf(content, ease),
    reply_markup: keyboardOf(ease.withoutButtons ? [] : content.buttons),
  })
  if (!edited.ok) {
    const { kind } = judge(edited.failure, { attempts: attempt.row.attempts })
    if (kind === 'edit_gone' || kind === 'other_kind_of_text') return 'gone'
    if (kind !== 'done') return edited
  }
  return { ok: true, result: { messageId, isNew: false } }
}
