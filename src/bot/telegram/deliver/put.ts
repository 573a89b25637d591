import type { MessagePlace } from '../../../domain/message.ts'
import type { Outcome } from '../../../services/notifier/outcome.ts'
import type { Content, Outgoing } from '../../../services/notifier/outgoing.ts'
import { maxTextLength } from '../../../services/notifier/plan-effects.ts'
import type { Answer } from '../failure.ts'
import { judge } from '../verdict.ts'
import { callIn, type Attempt } from './attempt.ts'
import { keyboardOf, textOf, type Ease } from './compose.ts'
import { cutText } from './cut-text.ts'
import type { Target } from './outcome-of.ts'
import { sendText } from './send-text.ts'
import { sendTo } from './send-to.ts'

interface Standing {
  messageId: number
  isNew: boolean
}

/** Edits the slot's message; sends it anew when it is gone, too old, or in another chat. */
export async function put(
  attempt: Attempt,
  { place, slot: key, content: whole, pin = false }: Extract<Outgoing, { kind: 'put' }>,
): Promise<Outcome> {
  const content = { ...whole, ...cutText(whole, maxTextLength) }
  const tryOnce = async (target: Target, ease: Ease): Promise<Answer<Standing>> => {
    // Read again for each try: a topic that was repaired has lost its messages.
    const slot = await attempt.whereabouts.slotOf(key)
    if (slot?.chatId === target.chatId) {
      const edited = await edit(attempt, slot, content, ease)
      if (edited !== 'gone') return edited
    }
    const sent = await sendText(attempt, target, content, { ease, silent: pin })
    if (!sent.ok) return sent
    return { ok: true, result: { messageId: sent.result.message_id, isNew: true } }
  }
  const shown = await sendTo(attempt, place, tryOnce, key)
  if (!shown.ok) return shown.outcome
  const { messageId, isNew } = shown.result
  return {
    state: 'sent',
    slot: { key, place: { chatId: shown.target.chatId, messageId }, content },
    ...(isNew && pin ? { followUps: [{ kind: 'pin', place, slot: key }] } : {}),
  }
}

async function edit(
  attempt: Attempt,
  { chatId, messageId }: MessagePlace,
  content: Content,
  ease: Ease,
): Promise<Answer<Standing> | 'gone'> {
  const edited = await callIn(attempt, chatId, 'editMessageText', {
    chat_id: chatId,
    message_id: messageId,
    ...textOf(content, ease),
    reply_markup: keyboardOf(content.buttons),
  })
  if (!edited.ok) {
    const { kind } = judge(edited.failure, { attempts: attempt.row.attempts })
    if (kind === 'edit_gone' || kind === 'other_kind_of_text') return 'gone'
    if (kind !== 'done') return edited
  }
  return { ok: true, result: { messageId, isNew: false } }
}
