import { beginningOf } from './beginning.ts'
import { maxFileNameGraphemes, maxNameGraphemes } from './bounds.ts'
import { shorten } from './subject.ts'

/** Enough for every name that is shown whole. */
const longestRead = 1_024

/** Controls, and marks without a shape that only make a name another one than it seems to be. */
const misleading = /[\p{Cc}\u061c\u200b\u200e\u200f\u2060-\u2065\u206a-\u206f\ufeff\u00ad]/gu

/** What turns the direction of writing round, and what ends that. */
const turning = /[\u202a-\u202e\u2066-\u2069]/gu
const ends = /[\u202c\u2069]/u

/** Whether a text leaves what stands behind it in its own direction. */
function endsWhatItTurns(text: string): boolean {
  let depth = 0
  for (const [mark] of text.matchAll(turning)) {
    depth += ends.test(mark) ? -1 : 1
    if (depth < 0) return false
  }
  return depth === 0
}

/** What alone would leave nothing to read. */
const shapeless = /[\s\p{DI}\p{M}\u2800]/gu

/**
 * A person's name as others may be shown it: one line, of a length that leaves room for other
 * words, in its own direction. Names are chosen by strangers: they may be 10,000 characters long,
 * nothing but blanks, or turn round what stands behind them.
 *
 * @param parts first and last name
 * @param otherwise shown when nothing of it can be seen: a user name or an id
 */
export function shownName(parts: (string | undefined)[], otherwise: string): string {
  const read = parts.map((part) => beginningOf(part ?? '', longestRead)).join(' ')
  const name = oneLine(endsWhatItTurns(read) ? read : read.replace(turning, ''))
  return isBlank(name) ? otherwise : shorten(name, maxNameGraphemes)
}

/** The name of a person of Telegram, from what it tells of him. */
export function nameOfUser(user: {
  id: number
  first_name: string
  last_name?: string | undefined
  username?: string | undefined
}): string {
  const { id, username } = user
  const otherwise = username === undefined ? `id ${String(id)}` : `@${beginningOf(username, 32)}`
  return shownName([user.first_name, user.last_name], otherwise)
}

/** The name of a file likewise; null when nothing of it can be seen. */
export function shownFileName(name: string): string | null {
  // An ending that is turned round is another ending.
  const clean = oneLine(beginningOf(name, longestRead).replace(turning, ''))
  return isBlank(clean) ? null : shorten(clean, maxFileNameGraphemes)
}

/** More accents than any language puts on one letter. */
const tower = /(\p{M}{4})\p{M}+/gu

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(misleading, '').replace(tower, '$1').trim()
}

function isBlank(text: string): boolean {
  return text.replace(shapeless, '') === ''
}
