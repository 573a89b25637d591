import type { Content, OutgoingFile } from '../../../services/notifier/outgoing.ts'
import type { Answer } from '../calls/failure.ts'
import { callIn, type Attempt } from './attempt.ts'
import { captionOf, markupOf, replyOf, threadOf, type Reply } from './compose.ts'
import type { Ease } from './ease.ts'
import type { Target } from './outcome-of.ts'

/** What goes with the files. */
export interface Around {
  caption: Content
  reply: Reply | null
  ease: Ease
}

/** One file by its id, with what its kind can carry. */
export async function sendFile(
  attempt: Attempt,
  { chatId, threadId }: Target,
  { kind, fileId }: OutgoingFile,
  { caption, reply, ease }: Around,
): Promise<Answer<{ message_id: number }[]>> {
  const plain = {
    chat_id: chatId,
    ...threadOf(threadId),
    ...replyOf(reply, ease),
    ...markupOf(caption, ease),
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
        return callIn(attempt, chatId, 'sendDocument', { ...frame, document: fileId })
    }
  })()
  return answer.ok ? { ok: true, result: [answer.result] } : answer
}

/** Several files as one album; the caption of the first item is that of the album. */
export function sendAlbum(
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
      ...(index === 0 && captionOf(caption, ease)),
    })),
  })
}
