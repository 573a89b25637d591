import type { Entity, FormattedText } from './message.ts'

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
  const spans = joinedSpans(entities)
  const ends: number[] = []
  for (let start = 0; text.length - start > limit;) {
    const end = cutAt(text, start, limit, spans)
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
function cutAt(text: string, start: number, limit: number, spans: Span[]): number | null {
  const piece = text.slice(start, start + limit)
  // Two units more: one code point shows whether the last grapheme goes on.
  const graphemes = new Intl.Segmenter().segment(text.slice(start, start + limit + 2))
  const firstSeen = piece.search(/\S/)
  /** Where the grapheme begins that a place is in: the place itself when a cut there is good. */
  const wholeAt = (end: number) => graphemes.containing(end)?.index ?? 0
  const isGood = (end: number) =>
    end > firstSeen && spanAround(spans, start + end) === null && wholeAt(end) === end
  if (firstSeen < 0) return null
  for (const boundary of boundaries) {
    const best = Array.from(piece.matchAll(boundary), (match) => match.index + match[0].length)
      .filter((end) => end >= limit * leastFullness)
      .findLast(isGood)
    if (best !== undefined) return start + best
  }
  // From the last place on back, over every grapheme and every entity that stands in the way.
  for (let end = limit; end > firstSeen;) {
    const whole = wholeAt(end)
    const around = spanAround(spans, start + whole)
    if (around === null && whole > firstSeen && whole > 0) return start + whole
    end = around === null ? whole - 1 : Math.min(around.start - start, whole - 1)
  }
  return null
}

/** A part of the text that entities cover without a gap. */
interface Span {
  start: number
  end: number
}

/** What entities cover, in order; those that overlap are one span. */
function joinedSpans(entities: Entity[]): Span[] {
  const sorted = entities
    .map(({ offset, length }) => ({ start: offset, end: offset + length }))
    .sort((one, other) => one.start - other.start)
  const spans: Span[] = []
  for (const { start, end } of sorted) {
    const last = spans.at(-1)
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end)
    else spans.push({ start, end })
  }
  return spans
}

/** The span that a place is inside of, or null. */
function spanAround(spans: Span[], at: number): Span | null {
  let [from, to] = [0, spans.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((spans[middle]?.end ?? 0) <= at) from = middle + 1
    else to = middle
  }
  const span = spans[from]
  return span !== undefined && span.start < at && at < span.end ? span : null
}
