import type { Place } from '../../../play/protocol.ts'
import { act, sendFiles } from '../store/act.ts'
import { albumsOf } from './albums.ts'
import type { Intent } from './intent.ts'

/** Sends words, or puts them in the place of edited ones. Returns what was wrong, or null. */
export async function sendWords(
  place: Place,
  text: string,
  intent: Intent,
): Promise<string | null> {
  if (intent.kind === 'edit') {
    const edited = await act('edit', { ...place, text, messageId: intent.message.message_id })
    return edited.ok ? null : edited.error
  }
  const reply = intent.kind === 'reply' ? replyOf(intent) : {}
  const sent = await act('message', { ...place, text, ...reply })
  return sent.ok ? null : sent.error
}

function replyOf({ to, quote }: Extract<Intent, { kind: 'reply' }>) {
  return { replyTo: to.message_id, ...(quote !== '' && { quote }) }
}

/** Sends files album after album, the caption with the first; `rest` was not sent. */
export async function sendAlbums(
  place: Place,
  files: readonly File[],
  {
    caption,
    asFiles,
    replyTo,
  }: { caption: string; asFiles: boolean; replyTo?: number | undefined },
): Promise<{ error: string | null; rest: readonly File[] }> {
  let rest = files
  for (const [index, album] of albumsOf(files, asFiles).entries()) {
    const words = index === 0 ? caption : ''
    const sent = await sendFiles(place, album, { caption: words, asFiles, replyTo })
    if (!sent.ok) return { error: sent.error, rest }
    rest = rest.filter((file) => !album.includes(file))
  }
  return { error: null, rest }
}
