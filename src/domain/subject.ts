import { beginningOf } from './beginning.ts'
import { graphemesOf } from './graphemes.ts'

const maxGraphemes = 60

/** UTF-16 units of a grapheme that are kept: more than any emoji has, and no tower of accents. */
const longestGrapheme = 32

/** A grapheme of its own never begins so, but at the very beginning of a text. */
const goesOn = /^[\p{M}\u200d].{31}/u

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
    // What is longer comes in pieces, of which those that go on say nothing.
    kept.push(goesOn.test(grapheme) ? '' : beginningOf(grapheme, longestGrapheme))
  }
  return kept.join('')
}

function cutAtWord(graphemes: string[], max: number): string {
  const kept = graphemes.slice(0, max - 1)
  const space = kept.lastIndexOf(' ')
  const end = space > max / 2 ? space : kept.length
  return `${kept.slice(0, end).join('').trimEnd()}…`
}
