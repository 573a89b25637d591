/**
 * What a reader does not see before a mark, as a class for regular expressions with the flag `u`:
 * blanks; every character of the category "other" (control, format, private use, halves of pairs,
 * and what nobody assigned yet); accents and other marks, which have nothing below them there; what
 * Unicode says has no shape; the blank of Braille; what stands in for an object (U+FFFC) and for an
 * unknown character (U+FFFD, as halves of pairs and zeros are stored); a note of music without a head.
 */
export const unseen = '[\\s\\p{C}\\p{M}\\p{DI}\\u2800\\ufffc\\ufffd\\u{1d159}]'

/** What is not seen within a word either, where accents are. */
export const shapeless = '(?!\\s)[\\p{C}\\p{DI}\\u2800\\ufffc\\ufffd\\u{1d159}]'

/**
 * Signs that look like a slash: the fullwidth one, and those for which
 * https://www.unicode.org/Public/security/latest/confusables.txt names U+002F.
 */
export const slashes = '/\\uff0f\\u1735\\u2041\\u2044\\u2215\\u2571\\u27cb\\u29f8\\u31d3\\u{1d23a}'

/** Letters of which that list says so: one of them begins a word, two are a mark. */
export const slashLetters = '\\u2cc6\\u2f03\\u3033\\u30ce\\uff89\\u4e3f'

/** Signs that look like two slashes or three. */
export const doubleSlashes = '\\u2afb\\u2afd'

/** Signs that look like a backslash (U+005C), or like two, by the same list. */
export const backslashes =
  '\\\\\\uff3c\\ufe68\\u2216\\u244a\\u27cd\\u29f5\\u29f9\\u2cf9\\u31d4\\u{1d20f}\\u{1d23b}'

/** Signs that look like a full stop and are typed or copied for one. */
export const dots = '.\\u2024\\uff0e'
