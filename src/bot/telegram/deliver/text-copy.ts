import type { Outcome } from '../../../services/notifier/outcome.ts'
import type { Content, Place } from '../../../services/notifier/outgoing.ts'
import type { SlotKey } from '../../../services/notifier/slot.ts'
import { callIn, type Attempt } from './attempt.ts'
import { reviseCaption } from './caption.ts'
import { markupOf, rungsOf, textOf } from './compose.ts'
import { sendAnew, type At, type Copy } from './send-anew.ts'
import { sendTo } from './send-to.ts'

/** Edits a message that shows words; one that cannot be edited is sent anew. */
export async function reviseText(
  attempt: Attempt,
  place: Place,
  at: At,
  content: Content,
  slot?: SlotKey,
): Promise<Outcome> {
  const { copy } = at
  if (copy === undefined) return sendAnew(attempt, place, at, content, slot)
  const edited = await sendTo<unknown>(
    attempt,
    place,
    ({ chatId }, ease) =>
      callIn(attempt, chatId, 'editMessageText', {
        chat_id: chatId,
        message_id: copy.messageId,
        ...textOf(content, ease),
        ...markupOf(content, ease),
      }),
    { rungs: rungsOf(content) },
  )
  if (edited.ok || edited.kind === 'done') return { state: 'sent' }
  if (edited.kind === 'other_kind_of_text') {
    return reviseFile(attempt, place, { message: at.message, copy }, content)
  }
  if (edited.kind !== 'edit_gone') return edited.outcome
  return sendAnew(attempt, place, at, content, slot)
}

/** What shows words and is no text: a text that was too long, as a file, or a file's caption. */
async function reviseFile(
  attempt: Attempt,
  place: Place,
  { message, copy }: { message: number; copy: Copy },
  content: Content,
): Promise<Outcome> {
  if (copy.shows === null) return reviseCaption(attempt, place, { message, copy }, content)
  const erased = await erase(attempt, place, copy)
  if (erased.state !== 'sent') return erased
  return sendAnew(attempt, place, { message, copy }, content)
}

/** A message that a shorter text needs no longer; while it stands, the client reads what is over. */
export async function takeAway(attempt: Attempt, place: Place, copy: Copy): Promise<Outcome> {
  const erased = await erase(attempt, place, copy)
  if (erased.state !== 'sent' || erased.chatId === null) return erased
  const { chatId } = erased
  await attempt.whereabouts.forgetCopy({ chatId, messageId: copy.messageId })
  return { state: 'sent' }
}

async function erase(
  attempt: Attempt,
  place: Place,
  { messageId }: Copy,
): Promise<Exclude<Outcome, { state: 'sent' }> | { state: 'sent'; chatId: number | null }> {
  const sent = await sendTo(attempt, place, ({ chatId }) =>
    callIn(attempt, chatId, 'deleteMessage', { chat_id: chatId, message_id: messageId }),
  )
  const isGone = sent.ok || sent.kind === 'done' || sent.kind === 'edit_gone'
  if (isGone) return { state: 'sent', chatId: sent.target?.chatId ?? null }
  const { outcome } = sent
  return outcome.state === 'sent' ? { state: 'sent', chatId: null } : outcome
}
