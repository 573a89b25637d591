import type { Entity } from '../state/shapes.ts'
import { byteOffset, inOrder, unparsable, type Formatted } from './formatted.ts'
import { emojiOrTime, linkTo } from './link.ts'

/** By what an entity begins; the longer ones first, because `__` is not twice `_`. */
const openings = {
  '```': 'Pre',
  '`': 'Code',
  __: 'Underline',
  _: 'Italic',
  '*': 'Bold',
  '~': 'Strikethrough',
  '||': 'Spoiler',
  '![': 'CustomEmoji',
  '[': 'TextUrl',
}
type Mark = keyof typeof openings

const marks = Object.keys(openings) as Mark[]
const reserved = '_*[]()~`>#+-=|{}.!'

interface Open {
  kind: string
  /** What ends it. */
  ending: string
  offset: number
  /** Where it began in the source. */
  at: number
  language?: string
}

/** Reads a text in Telegram's MarkdownV2 (https://core.telegram.org/bots/api#markdownv2-style). */
export function parseMarkdownV2(source: string): Formatted {
  let text = ''
  let at = 0
  const entities: Entity[] = []
  const open: Open[] = []

  while (at < source.length) {
    const top = open.at(-1)
    const character = source[at] ?? ''
    if (isEscape(source, at)) {
      text += source[at + 1] ?? ''
      at += 2
    } else if (top !== undefined && source.startsWith(top.ending, at)) {
      at = closed(top, at)
    } else if (top?.kind === 'Pre' || top?.kind === 'Code') {
      if (character === '`') throw mustBeEscaped(character)
      take(character)
    } else if (character === '\n') {
      if (isQuoting() && source[at + 1] !== '>') endQuote()
      take(character)
    } else if (character === '>' && (at === 0 || source[at - 1] === '\n')) {
      if (!isQuoting()) push({ kind: 'BlockQuote', ending: '\0' }, 1)
      else at += 1
    } else {
      begin(character)
    }
  }
  if (isQuoting()) endQuote()
  const left = open.at(-1)
  if (left !== undefined) throw unended(source, left)
  return { text, entities: inOrder(entities) }

  function take(character: string): void {
    text += character
    at += 1
  }

  function push(began: Pick<Open, 'kind' | 'ending' | 'language'>, length: number): void {
    open.push({ ...began, offset: text.length, at })
    at += length
  }

  function isQuoting(): boolean {
    return open.some(({ kind }) => kind === 'BlockQuote')
  }

  function begin(character: string): void {
    const mark = marks.find((one) => source.startsWith(one, at))
    if (mark === undefined) {
      if (reserved.includes(character)) throw mustBeEscaped(character)
      take(character)
    } else if (mark === '```') {
      const [block = '', language] =
        /^```(?:([^\s`]+)(?=\s))?(?:\r?\n)?/.exec(source.slice(at)) ?? []
      push(
        { kind: 'Pre', ending: '```', ...(language !== undefined && { language }) },
        block.length,
      )
    } else {
      push({ kind: openings[mark], ending: mark.endsWith('[') ? ']' : mark }, mark.length)
    }
  }

  /** Ends the innermost entity; says where the source goes on. */
  function closed(ended: Open, endsAt: number): number {
    open.pop()
    const { kind, offset, ending } = ended
    const place = { offset, length: text.length - offset }
    const isLink = kind === 'TextUrl' || kind === 'CustomEmoji'
    const target = isLink ? addressAt(source, endsAt + 1) : null
    const next = target?.end ?? endsAt + ending.length
    if (kind === 'CustomEmoji' && target === null) {
      throw unparsable('The entity must contain a tg://emoji or tg://time URL')
    }
    const entity = entityOf(ended, place, target?.address ?? text.slice(offset))
    if (kind === 'CustomEmoji' && entity === null) {
      throw unparsable('Invalid tg://emoji or tg://time URL specified')
    }
    if (entity !== null && place.length > 0) entities.push(entity)
    return next
  }

  /** A quote ends with its last line; `||` at the very end lets it be folded. */
  function endQuote(): void {
    const top = open.at(-1)
    const isFolded = top?.kind === 'Spoiler' && top.at + 2 === at
    if (isFolded) open.pop()
    const quote = open.pop()
    if (quote?.kind !== 'BlockQuote') throw unended(source, quote ?? { kind: 'BlockQuote', at })
    const place = { offset: quote.offset, length: text.length - quote.offset }
    const type = isFolded ? 'expandable_blockquote' : 'blockquote'
    if (place.length > 0) entities.push({ type, ...place })
  }
}

function isEscape(source: string, at: number): boolean {
  const next = source.charCodeAt(at + 1)
  return source[at] === '\\' && next > 0 && next <= 126
}

function entityOf(
  { kind, language }: Open,
  place: { offset: number; length: number },
  address: string,
): Entity | null {
  if (kind === 'TextUrl') return linkTo(address, place)
  if (kind === 'CustomEmoji') return emojiOrTime(address, place)
  return { type: kind.toLowerCase(), ...place, ...(language !== undefined && { language }) }
}

/** `(address)` after a link's words; null: there is none, and the words are the address. */
function addressAt(source: string, at: number): { address: string; end: number } | null {
  if (source[at] !== '(') return null
  let address = ''
  for (let index = at + 1; index < source.length; index += 1) {
    if (source[index] === ')') return { address, end: index + 1 }
    if (isEscape(source, index)) index += 1
    address += source[index] ?? ''
  }
  throw unparsable(`Can't find end of a URL at byte offset ${byteOffset(source, at + 1)}`)
}

function mustBeEscaped(character: string) {
  return unparsable(
    `Character '${character}' is reserved and must be escaped with the preceding '\\'`,
  )
}

function unended(source: string, { kind, at }: Pick<Open, 'kind' | 'at'>) {
  const place = byteOffset(source, at)
  return unparsable(`Can't find end of ${kind} entity at byte offset ${place}`)
}
