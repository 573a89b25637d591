import type { Outcome } from '../../../services/notifier/outcome.ts'
import { splitText } from '../../../domain/split-text.ts'
import type { Content, Outgoing, Place } from '../../../services/notifier/outgoing.ts'
import { maxCaptionLength, maxTextLength } from '../../../services/notifier/plan-effects.ts'
import { callIn, type Attempt } from './attempt.ts'
import { captionOf, keyboardOf, textOf } from './compose.ts'
import { cutText } from './cut-text.ts'
import { resolvePlace } from './resolve-place.ts'
import { sendText } from './send-text.ts'
import { sendTo } from './send-to.ts'

/**
 * Brings the copies of a ticket message up to what its author made of it: the caption of files, or
 * the messages a text was sent as. What was never delivered there is left alone; what cannot be
 * edited any more is sent anew.
 */
export async function revise(
  attempt: Attempt,
  { place, message, content }: Extract<Outgoing, { kind: 'revise' }>,
): Promise<Outcome> {
  const resolved = await resolvePlace(attempt, place)
  if (!resolved.ok) return resolved.outcome
  const known = await attempt.whereabouts.copiesAt(message, resolved.target.chatId)
  const { copies, attachments, late } = known
  const [first] = copies
  if (first === undefined) return { state: 'sent' }

  // A text sent apart from its files comes after them, and before those that came late.
  const texts = copies.slice(attachments - late, copies.length - late)
  if (attachments > 0 && texts.length === 0)
    return reviseOne(attempt, place, first, message, content)
  const parts = splitText(content, maxTextLength) ?? [cutText(content, maxTextLength)]
  const revised: NonNullable<Extract<Outcome, { state: 'sent' }>['copies']> = []
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1
    const piece = isLast ? { ...content, ...part } : part
    const outcome = await reviseOne(attempt, place, texts[index], message, piece)
    if (outcome.state !== 'sent') return outcome
    revised.push(...(outcome.copies ?? []))
  }
  for (const surplus of texts.slice(parts.length)) {
    const { chatId } = resolved.target
    await callIn(attempt, chatId, 'deleteMessage', { chat_id: chatId, message_id: surplus })
    await attempt.whereabouts.forgetCopy({ chatId, messageId: surplus })
  }
  return { state: 'sent', copies: revised }
}

/** Edits one copy, as text or as caption, whichever it has; without one it is a new message. */
async function reviseOne(
  attempt: Attempt,
  place: Place,
  messageId: number | undefined,
  message: number,
  content: Content,
): Promise<Outcome> {
  if (messageId !== undefined) {
    const buttons =
      content.buttons === undefined ? {} : { reply_markup: keyboardOf(content.buttons) }
    const edited = await sendTo<unknown>(attempt, place, ({ chatId }, ease) =>
      callIn(attempt, chatId, 'editMessageText', {
        ...{ chat_id: chatId, message_id: messageId, ...textOf(content, ease), ...buttons },
      }),
    )
    if (edited.ok || edited.kind === 'done') return { state: 'sent' }
    if (edited.kind === 'other_kind_of_text') {
      const caption = cutText(content, maxCaptionLength)
      const captioned = await sendTo<unknown>(attempt, place, ({ chatId }, ease) =>
        callIn(attempt, chatId, 'editMessageCaption', {
          ...{ chat_id: chatId, message_id: messageId, ...captionOf(caption, ease), ...buttons },
        }),
      )
      if (captioned.ok || captioned.kind === 'done') return { state: 'sent' }
      if (captioned.kind !== 'edit_gone') return captioned.outcome
    } else if (edited.kind !== 'edit_gone') return edited.outcome
  }
  const sent = await sendTo(attempt, place, (target, ease) =>
    sendText(attempt, target, content, { ease }),
  )
  if (!sent.ok) return sent.outcome
  if (messageId !== undefined) {
    await attempt.whereabouts.forgetCopy({ chatId: sent.target.chatId, messageId })
  }
  const at = { chatId: sent.target.chatId, messageId: sent.result.message_id }
  return { state: 'sent', copies: [{ place: at, message }] }
}
