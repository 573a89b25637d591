import type { FormattedText } from '../../../domain/message.ts'

/** The beginning of a text that must stay one message, with the formatting of what is left. */
export function cutText({ text, entities }: FormattedText, maxLength: number): FormattedText {
  if (text.length <= maxLength) return { text, entities }
  const end = maxLength - 1
  const last = text.charCodeAt(end - 1)
  // Not between the halves of a surrogate pair.
  const kept = last >= 0xd800 && last <= 0xdbff ? end - 1 : end
  return {
    text: `${text.slice(0, kept)}…`,
    entities: entities
      .filter(({ offset }) => offset < kept)
      .map((entity) => ({ ...entity, length: Math.min(entity.length, kept - entity.offset) })),
  }
}
