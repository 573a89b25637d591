import { beginningOf } from './beginning.ts'

/**
 * `Intl.Segmenter` copies the whole text for each grapheme it finds, so it never gets more than
 * this. Long enough for any grapheme people write: the longest emoji have about 30 units.
 */
const windowUnits = 128

const segmenter = new Intl.Segmenter()

/**
 * The graphemes of a text (what a reader sees as one character), one after another. Whoever needs
 * the first few of them stops: a text of any length costs no more than what is read of it. A
 * grapheme of more than 128 UTF-16 units comes in pieces.
 */
export function* graphemesOf(text: string): Generator<string, void, undefined> {
  for (let start = 0; start < text.length;) {
    // One unit more shows whether the last one is half a pair.
    const window = beginningOf(text.slice(start, start + windowUnits + 1), windowUnits)
    const isLast = start + window.length === text.length
    let read = 0
    for (const { index, segment } of segmenter.segment(window)) {
      // The last one of a window may go on behind it: the next window begins with it.
      const mayGoOn = !isLast && index > 0 && index + segment.length === window.length
      if (mayGoOn) break
      yield segment
      read = index + segment.length
    }
    start += read
  }
}
