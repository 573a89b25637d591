import type { FormattedText } from '../../../domain/message.ts'

/** The beginning of a text in at most `maxLength` UTF-16 units, with an ellipsis when it was longer. */
export function cut(text: string, maxLength: number): string {
  return text.length <= maxLength ? text : `${text.slice(0, endOf(text, maxLength))}…`
}

/** The same with the formatting of what is left, for a text that must stay one message. */
export function cutText({ text, entities }: FormattedText, maxLength: number): FormattedText {
  if (text.length <= maxLength) return { text, entities }
  const end = endOf(text, maxLength)
  return {
    text: cut(text, maxLength),
    entities: entities
      .filter(({ offset }) => offset < end)
      .map((entity) => ({ ...entity, length: Math.min(entity.length, end - entity.offset) })),
  }
}

/** Leaves room for the ellipsis, and does not cut between the halves of a surrogate pair. */
function endOf(text: string, maxLength: number): number {
  const end = maxLength - 1
  const last = text.charCodeAt(end - 1)
  return last >= 0xd800 && last <= 0xdbff ? end - 1 : end
}
