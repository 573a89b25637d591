import { shapeless } from './unseen.ts'

interface Named {
  name: string
  username: string | null
}

/** Shown names have no more words than this in any language. */
const mostWords = 12

const blanks = /\s+/gu
const notShown = new RegExp(shapeless, 'gu')

/**
 * Who a text begins with: by user name, else by the longest name that somebody is shown under. Case,
 * blanks and what nobody sees make no difference.
 *
 * @returns `found` has several when they share the name, and nobody when nobody is called so; `cut`
 *   is where the rest of the text begins, in UTF-16 units
 */
export function namedAtStart<Person extends Named>(
  text: string,
  people: readonly Person[],
): { found: Person[]; cut: number } {
  const beginnings = beginningsOf(text)
  const [first] = beginnings
  if (first !== undefined) {
    const found = people.filter(({ username }) => username?.toLowerCase() === first.plain)
    if (found.length > 0) return { found, cut: first.cut }
  }
  for (const { plain, cut } of beginnings.reverse()) {
    const found = people.filter(({ name }) => plainName(name) === plain)
    if (found.length > 0) return { found, cut }
  }
  return { found: [], cut: 0 }
}

/** The first word of a text, its first two words, and so on. */
function beginningsOf(text: string): { plain: string; cut: number }[] {
  const beginnings: { plain: string; cut: number }[] = []
  for (const match of text.matchAll(/\S+\s*/gu)) {
    const cut = match.index + match[0].length
    const plain = plainName(text.slice(0, cut)).replace(/^@/, '')
    if (plain !== '') beginnings.push({ plain, cut })
    if (beginnings.length === mostWords) break
  }
  return beginnings
}

function plainName(name: string): string {
  return name.replace(blanks, ' ').replace(notShown, '').trim().normalize('NFC').toLowerCase()
}
