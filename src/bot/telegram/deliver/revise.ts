import type { Outcome } from '../../../services/notifier/outcome.ts'
import { splitText } from '../../../domain/split-text.ts'
import type { Content, Outgoing, Place } from '../../../services/notifier/outgoing.ts'
import { maxCaptionLength, maxTextLength } from '../../../services/notifier/plan-effects.ts'
import { callIn, type Attempt } from './attempt.ts'
import { captionOf, markupOf, rungsOf, textOf } from './compose.ts'
import { cutText } from './cut-text.ts'
import { resolvePlace } from './resolve-place.ts'
import { sendText } from './send-text.ts'
import { sendTo, type Sending } from './send-to.ts'

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
  const { copies, attachments, late, shared } = known
  const [first] = copies
  if (first === undefined) return { state: 'sent' }

  // A text sent apart from its files comes after them, and before those that came late; what is
  // copied comes after its text.
  const texts =
    shared > 0
      ? copies.slice(0, -attachments)
      : copies.slice(attachments - late, copies.length - late)
  if (attachments > 0 && texts.length === 0) {
    return reviseOne(attempt, place, first, message, content)
  }
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
    const outcome = await takeAway(attempt, place, surplus)
    if (outcome.state !== 'sent') return outcome
  }
  return { state: 'sent', copies: revised }
}

/** A message that a shorter text needs no longer; while it stands, the client reads what is over. */
async function takeAway(attempt: Attempt, place: Place, messageId: number): Promise<Outcome> {
  const sent = await sendTo(attempt, place, ({ chatId }) =>
    callIn(attempt, chatId, 'deleteMessage', { chat_id: chatId, message_id: messageId }),
  )
  if (!sent.ok && sent.kind !== 'done' && sent.kind !== 'edit_gone') return sent.outcome
  if (sent.target !== undefined) {
    await attempt.whereabouts.forgetCopy({ chatId: sent.target.chatId, messageId })
  }
  return { state: 'sent' }
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
    const at = { messageId, message }
    const edited = await sendTo<unknown>(
      attempt,
      place,
      ({ chatId }, ease) =>
        callIn(attempt, chatId, 'editMessageText', {
          chat_id: chatId,
          message_id: messageId,
          ...textOf(content, ease),
          ...markupOf(content, ease),
        }),
      { rungs: rungsOf(content) },
    )
    if (edited.ok || edited.kind === 'done') return { state: 'sent' }
    if (edited.kind === 'other_kind_of_text') {
      // A caption that has grown out of its file stands below it as a text.
      if (content.text.length > maxCaptionLength) return moveBelow(attempt, place, at, content)
      const captioned = await editCaption(attempt, place, messageId, content)
      if (captioned.ok || captioned.kind === 'done') return { state: 'sent' }
      if (captioned.kind !== 'edit_gone') return captioned.outcome
    } else if (edited.kind !== 'edit_gone') return edited.outcome
  }
  return sendAnew(attempt, place, { messageId, message }, content)
}

/** The words as a new message, in place of one that cannot be edited any more. */
async function sendAnew(
  attempt: Attempt,
  place: Place,
  { messageId, message }: { messageId: number | undefined; message: number },
  content: Content,
): Promise<Outcome> {
  const sent = await sendTo(
    attempt,
    place,
    (target, ease) => sendText(attempt, target, content, { ease }),
    { rungs: [...rungsOf(content), 'asDocument'] },
  )
  if (!sent.ok) return sent.outcome
  if (messageId !== undefined) {
    await attempt.whereabouts.forgetCopy({ chatId: sent.target.chatId, messageId })
  }
  const at = { chatId: sent.target.chatId, messageId: sent.result.message_id }
  return { state: 'sent', copies: [{ place: at, message }] }
}

async function moveBelow(
  attempt: Attempt,
  place: Place,
  { messageId, message }: { messageId: number; message: number },
  content: Content,
): Promise<Outcome> {
  const outcome = await sendAnew(attempt, place, { messageId: undefined, message }, content)
  if (outcome.state !== 'sent') return outcome
  const bare = await editCaption(attempt, place, messageId, { text: '', entities: [] })
  if (!bare.ok) attempt.log.warn({ messageId }, 'An old caption could not be taken away')
  return outcome
}

function editCaption(
  attempt: Attempt,
  place: Place,
  messageId: number,
  content: Content,
): Promise<Sending<unknown>> {
  return sendTo<unknown>(
    attempt,
    place,
    ({ chatId }, ease) =>
      callIn(attempt, chatId, 'editMessageCaption', {
        chat_id: chatId,
        message_id: messageId,
        ...captionOf(content, ease),
        ...markupOf(content, ease),
      }),
    { rungs: rungsOf(content) },
  )
}
