/**
 * What a reader does not see, as a class for regular expressions with the flag `u`: blanks, control
 * characters, and what Unicode says has no shape (marks of direction, joiners, soft hyphens). The
 * blank of Braille is a symbol to Unicode.
 */
export const unseen = '[\\s\\p{DI}\\p{Cc}\\u2800]'

/** What looks like a slash: fullwidth, of fractions, of division, and two that are drawn. */
export const slashes = '/\\uff0f\\u2044\\u2215\\u29f8\\u2571\\u27cb'
