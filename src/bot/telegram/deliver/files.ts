import type { Outcome } from '../../../services/notifier/outcome.ts'
import type { Content, Outgoing, OutgoingFile } from '../../../services/notifier/outgoing.ts'
import type { Answer } from '../failure.ts'
import { callIn, type Attempt } from './attempt.ts'
import { captionOf, markupOf, replyOf, threadOf, type Ease, type Reply } from './compose.ts'
import type { Target } from './outcome-of.ts'
import { findReply } from './send-text.ts'
import { sendTo } from './send-to.ts'

/** One file, or one album of files that go together (see planEffects). */
export async function files(
  attempt: Attempt,
  { place, files: group, caption, message, replyTo }: Extract<Outgoing, { kind: 'files' }>,
): Promise<Outcome> {
  const sent = await sendTo(attempt, place, async (target, ease) => {
    const reply = await findReply(attempt, replyTo, target)
    const [only] = group
    return only !== undefined && group.length === 1
      ? sendOne(attempt, target, only, { caption, reply, ease })
      : sendAlbum(attempt, target, group, { caption, reply, ease })
  })
  if (!sent.ok) return sent.outcome
  const { chatId } = sent.target
  const places = sent.result.map((one) => ({ chatId, messageId: one.message_id }))
  return {
    state: 'sent',
    ...(message !== undefined && { copies: places.map((at) => ({ place: at, message })) }),
  }
}

interface Around {
  caption: Content
  reply: Reply | null
  ease: Ease
}

async function sendOne(
  attempt: Attempt,
  { chatId, threadId }: Target,
  { kind, fileId }: OutgoingFile,
  { caption, reply, ease }: Around,
): Promise<Answer<{ message_id: number }[]>> {
  const plain = {
    chat_id: chatId,
    ...threadOf(threadId),
    ...replyOf(reply, ease),
    ...markupOf(caption),
  }
  const frame = { ...plain, ...captionOf(caption, ease) }
  const answer = await (() => {
    switch (ease.asDocument ? 'document' : kind) {
      case 'photo':
        return callIn(attempt, chatId, 'sendPhoto', { ...frame, photo: fileId })
      case 'video':
        return callIn(attempt, chatId, 'sendVideo', { ...frame, video: fileId })
      case 'animation':
        return callIn(attempt, chatId, 'sendAnimation', { ...frame, animation: fileId })
      case 'audio':
        return callIn(attempt, chatId, 'sendAudio', { ...frame, audio: fileId })
      case 'voice':
        return callIn(attempt, chatId, 'sendVoice', { ...frame, voice: fileId })
      case 'video_note':
        return callIn(attempt, chatId, 'sendVideoNote', { ...plain, video_note: fileId })
      case 'sticker':
        return callIn(attempt, chatId, 'sendSticker', { ...plain, sticker: fileId })
      case 'document':
      case 'other':
        return callIn(attempt, chatId, 'sendDocument', { ...frame, document: fileId })
    }
  })()
  return answer.ok ? { ok: true, result: [answer.result] } : answer
}

function sendAlbum(
  attempt: Attempt,
  { chatId, threadId }: Target,
  group: OutgoingFile[],
  { caption, reply, ease }: Around,
): Promise<Answer<{ message_id: number }[]>> {
  return callIn(attempt, chatId, 'sendMediaGroup', {
    chat_id: chatId,
    ...threadOf(threadId),
    ...replyOf(reply, ease),
    media: group.map(({ kind, fileId }, index) => ({
      type: kind === 'photo' || kind === 'video' || kind === 'audio' ? kind : 'document',
      media: fileId,
      // The caption of the first item is the caption of the album.
      ...(index === 0 && captionOf(caption, ease)),
    })),
  })
}
