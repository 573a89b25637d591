import { beginningOf } from './beginning.ts'
import { graphemesOf } from './graphemes.ts'

const maxGraphemes = 60

/** UTF-16 units of a grapheme that are kept: more than any emoji has, and no tower of accents. */
const longestGrapheme = 32

/** The first line of a description, shortened at a word: what a ticket is called. */
export function subjectOf(description: string): string {
  const [line = ''] = /\S[^\n]*/.exec(description) ?? []
  return shorten(line.trimEnd(), maxGraphemes)
}

/**
 * At most `max` graphemes, cut at a word where one ends in the second half, with an ellipsis. Costs
 * no more than what it returns, however long the text is.
 */
export function shorten(text: string, max: number): string {
  const kept: string[] = []
  for (const grapheme of graphemesOf(text)) {
    if (kept.length === max) return cutAtWord(kept, max)
    kept.push(beginningOf(grapheme, longestGrapheme))
  }
  return kept.join('')
}

function cutAtWord(graphemes: string[], max: number): string {
  const kept = graphemes.slice(0, max - 1)
  const space = kept.lastIndexOf(' ')
  const end = space > max / 2 ? space : kept.length
  return `${kept.slice(0, end).join('').trimEnd()}…`
}
