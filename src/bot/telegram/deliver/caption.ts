import type { Outcome } from '../../../services/notifier/outcome.ts'
import type { Content, Place } from '../../../services/notifier/outgoing.ts'
import { callIn, type Attempt } from './attempt.ts'
import { captionOf, markupOf, rungsOf } from './compose.ts'
import { sendAnew, type Copy } from './send-anew.ts'
import { sendTo, type Sending } from './send-to.ts'

/** Edits the words below a file; when that is gone from the chat, they are a new message. */
export async function reviseCaption(
  attempt: Attempt,
  place: Place,
  { message, copy }: { message: number; copy: Copy },
  content: Content,
): Promise<Outcome> {
  const edited = await editCaption(attempt, place, copy, content)
  if (edited.ok || edited.kind === 'done') return { state: 'sent' }
  if (edited.kind !== 'edit_gone') return edited.outcome
  return sendAnew(attempt, place, { message, copy }, content)
}

/** Takes the words below a file away: they stand elsewhere now. */
export async function bareCaption(attempt: Attempt, place: Place, copy: Copy): Promise<Outcome> {
  const edited = await editCaption(attempt, place, copy, { text: '', entities: [] })
  if (!edited.ok && edited.kind !== 'done' && edited.kind !== 'edit_gone') return edited.outcome
  if (edited.target !== undefined) {
    const { chatId } = edited.target
    await attempt.whereabouts.bareCopy({ chatId, messageId: copy.messageId })
  }
  return { state: 'sent' }
}

function editCaption(
  attempt: Attempt,
  place: Place,
  { messageId }: Copy,
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
