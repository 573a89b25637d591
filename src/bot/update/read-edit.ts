import type { FormattedText, MessagePlace } from '../../domain/message.ts'
import type { DeskContext } from './desk-context.ts'
import { readWritten } from './read-written.ts'

/** What a message says now that its author edited it; null when it says nothing the desk reads. */
export function readEdit({
  work,
}: DeskContext): { place: MessagePlace; piece: FormattedText } | null {
  const written = readWritten([work.updates[0]?.payload['edited_message']])
  const [place] = written?.places ?? []
  if (written === null || place === undefined) return null
  const { text, entities } = written
  return { place, piece: { text, entities } }
}
