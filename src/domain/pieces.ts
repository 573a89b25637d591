import { cutStart, lines } from './formatted.ts'
import {
  isSamePlace,
  type FormattedText,
  type MessagePlace,
  type WrittenMessage,
} from './message.ts'

/** What was written at each place of a message; null when that is not known. */
export function piecesOf(written: WrittenMessage): FormattedText[] | null {
  const { text, entities, places, pieces } = written
  if (pieces?.length === places.length) return pieces
  return places.length === 1 ? [{ text, entities }] : null
}

/**
 * The pieces of a text that has lost its start, a command, since it was joined of them.
 *
 * @returns null when the text is something else than the end of them
 */
export function piecesWithin(
  { text }: FormattedText,
  pieces: FormattedText[],
): FormattedText[] | null {
  const whole = lines(pieces).text
  if (!whole.endsWith(text)) return null
  let left = whole.length - text.length
  return pieces.map((piece) => {
    if (piece.text === '') return piece
    const cut = Math.min(left, piece.text.length)
    // The line break behind it goes with it.
    left -= Math.min(left, piece.text.length + 1)
    return cutStart(piece, cut)
  })
}

/** The message after what stands at one of its places was edited; null: it stands at none. */
export function withPiece(
  written: WrittenMessage,
  place: MessagePlace,
  { text, entities }: FormattedText,
): WrittenMessage | null {
  const at = written.places.findIndex((one) => isSamePlace(one, place))
  if (at < 0) return null
  const pieces = piecesOf(written)?.map((piece, index) =>
    index === at ? { text, entities } : piece,
  )
  // Of a message kept by an earlier version the pieces are not known.
  if (pieces === undefined) return { ...written, text, entities }
  const isJoined = pieces.length > 1
  return { ...written, ...lines(pieces), ...(isJoined && { pieces }) }
}

/** The first of the messages that stands at a place, edited there; null: none does. */
export function withPieceAmong(
  messages: WrittenMessage[],
  place: MessagePlace,
  piece: FormattedText,
): WrittenMessage[] | null {
  const edited = messages.map((message) => withPiece(message, place, piece))
  const at = edited.findIndex((message) => message !== null)
  if (at < 0) return null
  return messages.map((message, index) => (index === at ? (edited[at] ?? message) : message))
}

/** The pieces of messages that become one, if all of them are known. */
export function joinedPieces(messages: WrittenMessage[]): { pieces?: FormattedText[] } {
  const all = messages.map(piecesOf)
  const known = all.filter((pieces) => pieces !== null)
  return known.length === all.length ? { pieces: known.flat() } : {}
}
