import { lines } from './formatted.ts'
import {
  isSamePlace,
  type FormattedText,
  type MessagePlace,
  type WrittenMessage,
} from './message.ts'
import { joinedPieces } from './pieces.ts'

/** What one item of an album says. */
export interface Caption extends FormattedText {
  messageId: number
}

/** The captions of items, one for each, an empty one for an item without. */
export function captionsOf(items: WrittenMessage[]): Caption[] {
  return items.flatMap(({ places: [place], text, entities }) =>
    place === undefined ? [] : [{ messageId: place.messageId, text, entities }],
  )
}

/** The captions with one as it is now; an item that is not among them stays out. */
export function withCaption(captions: Caption[], now: Caption): Caption[] {
  return captions.map((one) => (one.messageId === now.messageId ? now : one))
}

/** An album that says what its captions do. */
export function captioned(album: WrittenMessage, captions: Caption[]): WrittenMessage {
  const pieces = captions.map(({ text, entities }) => ({ text, entities }))
  return { ...album, ...lines(captions), ...(pieces.length === album.places.length && { pieces }) }
}

/** A message with items of its album that came later: their captions below it, their files behind. */
export function withLateItems(message: WrittenMessage, late: WrittenMessage): WrittenMessage {
  const { text, entities } = lines([message, late])
  return {
    ...message,
    text,
    entities,
    attachments: [...message.attachments, ...late.attachments],
    places: [...message.places, ...late.places],
    ...joinedPieces([message, late]),
  }
}

/**
 * Messages of which one gets what came later of its album.
 *
 * @param first the first item of that album
 * @returns null when the album is none of them
 */
export function addLateItems(
  messages: WrittenMessage[],
  first: MessagePlace | null,
  late: WrittenMessage,
): WrittenMessage[] | null {
  if (first === null) return null
  const index = messages.findIndex((message) => standsAt(message, first))
  return index < 0
    ? null
    : messages.map((message, at) => (at === index ? withLateItems(message, late) : message))
}

/** Whether a message, or an item of it, stands at a place. */
export function standsAt({ places }: WrittenMessage, place: MessagePlace): boolean {
  return places.some((one) => isSamePlace(one, place))
}
