/**
 * Letters of other alphabets that look like a Latin one, by what they look like. Accents, widths and
 * mathematical shapes are taken away by Unicode's own compatibility forms (NFKD).
 */
const lookAlikes: Readonly<Record<string, string>> = lettersOf(
  'аa вb гr еe зe кk мm нh оo пn рp сc тt уy хx ѕs іi јj ԁd ԛq ԝw һh ӏl ьb',
  'αa βb γy εe ηn ιi κk μu νv οo ρp σo τt υu χx ωw',
  'ıi łl øo đd 0o 1l 3e 5s',
)

/** What a key of the Russian and the Ukrainian layout types in the Latin one. */
const otherLayout: Readonly<Record<string, string>> = lettersOf(
  'йq цw уe кr еt нy гu шi щo зp фa ыs вd аf пg рh оj лk дl яz чx сc мv иb тn ьm іs',
)

function lettersOf(...lists: string[]): Record<string, string> {
  const pairs = lists.flatMap((list) => list.split(' '))
  return Object.fromEntries(pairs.map((pair): [string, string] => [pair.charAt(0), pair.slice(1)]))
}

/** The longest name anybody looks for is far shorter. */
const longestWord = 40

/**
 * The name that a word was meant to be: it looks the same, it comes out so in another keyboard
 * layout, or it is one letter away (a letter too many, missing, wrong, or two in the wrong order).
 */
export function nearestName(word: string, names: readonly string[]): string | null {
  const small = word.slice(0, longestWord).toLowerCase()
  const seen = seenAs(small)
  const typed = typedAs(small)
  const find = (isIt: (name: string) => boolean) => names.find(isIt)
  return (
    find((name) => name === seen) ??
    find((name) => name === typed) ??
    find((name) => isOneEditAway(name, seen) || isOneEditAway(name, typed)) ??
    null
  )
}

/** A word in the Latin letters it looks like. */
export function seenAs(word: string): string {
  const bare = word.slice(0, longestWord).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return Array.from(bare, (letter) => lookAlikes[letter] ?? letter).join('')
}

/** A word as its keys type it in the Latin layout. */
export function typedAs(word: string): string {
  const small = word.slice(0, longestWord).toLowerCase()
  return Array.from(small, (letter) => otherLayout[letter] ?? letter).join('')
}

/** Of shorter words almost everything is one edit away. */
const shortest = 3

function isOneEditAway(name: string, word: string): boolean {
  if (Math.min(name.length, word.length) < shortest) return false
  if (Math.abs(name.length - word.length) > 1) return false
  let start = 0
  while (start < word.length && name[start] === word[start]) start += 1
  const [rest, other] = [name.slice(start), word.slice(start)]
  const swapped = `${rest.charAt(1)}${rest.charAt(0)}${rest.slice(2)}`
  return (
    rest.slice(1) === other.slice(1) ||
    rest.slice(1) === other ||
    rest === other.slice(1) ||
    swapped === other
  )
}
