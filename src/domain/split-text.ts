import type { FormattedText } from './message.ts'

/** Where a text is best cut, best first: after a paragraph, a line, a sentence, a word. */
const boundaries = [/\n\n+/g, /\n/g, /[.!?…。]\s+/g, /\s+/g]

/** A cut at a better boundary is taken when it leaves a part at least this full. */
const leastFullness = 0.5

/**
 * Cuts a text into parts of at most `limit` UTF-16 units, at the best boundary there is, never
 * inside an entity, a grapheme or a surrogate pair. No character is dropped: the parts joined give
 * the text back.
 *
 * @returns null when it cannot be cut so: an entity or a grapheme is longer than a part, or a part
 *   would be blank, which Telegram refuses. It can be sent as a file then.
 */
export function splitText(
  { text, entities }: FormattedText,
  limit: number,
): FormattedText[] | null {
  const isInsideEntity = (at: number) =>
    entities.some(({ offset, length }) => offset < at && at < offset + length)
  const ends: number[] = []
  for (let start = 0; text.length - start > limit;) {
    const end = cutAt(text, start, limit, isInsideEntity)
    if (end === null) return null
    ends.push(end)
    start = end
  }
  const starts = [0, ...ends]
  const parts = starts.map((start, index) => {
    const end = ends[index] ?? text.length
    return {
      text: text.slice(start, end),
      entities: entities
        .filter(({ offset, length }) => offset >= start && offset + length <= end)
        .map((entity) => ({ ...entity, offset: entity.offset - start })),
    }
  })
  return parts.some((part) => part.text.trim() === '') ? null : parts
}

/** The end of the part that begins at `start`, or null when there is none within the limit. */
function cutAt(
  text: string,
  start: number,
  limit: number,
  isInsideEntity: (at: number) => boolean,
): number | null {
  const piece = text.slice(start, start + limit)
  // Two units more: one code point shows whether the last grapheme goes on.
  const ends = graphemeEnds(text.slice(start, start + limit + 2), limit)
  const whole = new Set(ends)
  const isGood = (end: number) =>
    whole.has(end) && !isInsideEntity(start + end) && piece.slice(0, end).trim() !== ''
  for (const boundary of boundaries) {
    const best = [...piece.matchAll(boundary)]
      .map((match) => match.index + match[0].length)
      .findLast((end) => end >= limit * leastFullness && isGood(end))
    if (best !== undefined) return start + best
  }
  const end = ends.findLast(isGood)
  return end === undefined ? null : start + end
}

/** Ends of whole graphemes within the limit: where the next one begins. */
function graphemeEnds(text: string, limit: number): number[] {
  return [...new Intl.Segmenter().segment(text)]
    .map(({ index }) => index)
    .filter((end) => end > 0 && end <= limit)
}
