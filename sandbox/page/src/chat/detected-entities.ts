import type { TextEntity } from './entity-tree.ts'

/** What Telegram's apps find in any text, the first kind that fits. */
const kinds: [type: string, pattern: RegExp][] = [
  ['url', /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]}'»]/g],
  ['email', /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g],
  ['bot_command', /(?<![\w/:.<>])\/[a-z]\w{0,31}(?:@\w+)?(?![\w/])/g],
  ['mention', /(?<![\w@])@[a-z]\w{3,31}/gi],
  ['hashtag', /(?<![\w#&/])#[\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*/gu],
]

/** Kinds inside which words are still looked at. */
const transparent = new Set([
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
  'blockquote',
  'expandable_blockquote',
])

/** The given entities and what can be found besides: links, commands, names, tags. */
export function withDetected(text: string, given: readonly TextEntity[] = []): TextEntity[] {
  const all = [...given]
  const taken = given.filter(({ type }) => !transparent.has(type))
  for (const [type, pattern] of kinds) {
    for (const match of text.matchAll(pattern)) {
      const found = { type, offset: match.index, length: match[0].length }
      if (taken.some((other) => overlaps(found, other))) continue
      all.push(found)
      taken.push(found)
    }
  }
  return all
}

function overlaps(one: TextEntity, other: TextEntity): boolean {
  return one.offset < other.offset + other.length && other.offset < one.offset + one.length
}
