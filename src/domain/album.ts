import { lines } from './formatted.ts'
import type { MessagePlace, WrittenMessage } from './message.ts'
import { joinedPieces } from './pieces.ts'

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

function standsAt({ places }: WrittenMessage, { chatId, messageId }: MessagePlace): boolean {
  return places.some((place) => place.chatId === chatId && place.messageId === messageId)
}
