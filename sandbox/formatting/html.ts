import type { Entity } from '../state/shapes.ts'
import { byteOffset, inOrder, unparsable, type Formatted } from './formatted.ts'
import { decodeCharacters } from './html-character.ts'
import { readTag, type Tag } from './html-tag.ts'
import { emojiOrTime, linkTo } from './link.ts'

const kinds: Record<string, string> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  code: 'code',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
  a: 'link',
  pre: 'pre',
  blockquote: 'blockquote',
  'tg-emoji': 'emoji',
  'tg-time': 'time',
}

interface Open extends Tag {
  offset: number
}

/** Reads a text in Telegram's HTML (https://core.telegram.org/bots/api#html-style). */
export function parseHtml(source: string): Formatted {
  let text = ''
  const entities: Entity[] = []
  const open: Open[] = []
  for (let at = 0; at < source.length;) {
    const next = source.indexOf('<', at)
    text += decodeCharacters(source.slice(at, next < 0 ? undefined : next))
    if (next < 0) break
    const tag = readTag(source, next)
    const place = byteOffset(source, next)
    if (tag.closes) close(tag, place)
    else open.push({ ...checked(tag, place), offset: text.length })
    at = tag.end
  }
  const left = open.at(-1)
  if (left !== undefined) {
    throw unparsable(`Can't find end tag corresponding to start tag "${left.name}"`)
  }
  return { text, entities: inOrder(entities.map(withoutNeedlessLanguage)) }

  function close({ name }: Tag, place: string): void {
    const began = open.pop()
    if (began === undefined) throw unparsable(`Unexpected end tag at byte offset ${place}`)
    if (name !== '' && name !== began.name) {
      const words = `expected "</${began.name}>", found "</${name}>"`
      throw unparsable(`Unmatched end tag at byte offset ${place}, ${words}`)
    }
    const length = text.length - began.offset
    if (length > 0) addEntity(entities, began, { offset: began.offset, length }, text)
  }
}

/** Only a block of code has a language. */
function withoutNeedlessLanguage(entity: Entity): Entity {
  if (entity.type !== 'code') return entity
  const { language: _language, ...rest } = entity
  return rest
}

function checked(tag: Tag, place: string): Tag {
  const { name, attributes } = tag
  if (!Object.hasOwn(kinds, name)) {
    throw unparsable(`Unsupported start tag "${name}" at byte offset ${place}`)
  }
  if (name === 'span' && attributes.get('class') !== 'tg-spoiler') {
    throw unparsable(`Tag "span" must have class "tg-spoiler" at byte offset ${place}`)
  }
  return tag
}

function addEntity(
  entities: Entity[],
  { name, attributes }: Open,
  place: { offset: number; length: number },
  text: string,
): void {
  const type = kinds[name] ?? ''
  const last = entities.at(-1)
  const inside = text.slice(place.offset, place.offset + place.length)
  switch (type) {
    case 'link': {
      const link = linkTo(attributes.get('href') ?? inside, place)
      if (link !== null) entities.push(link)
      return
    }
    case 'emoji':
    case 'time': {
      const [emojiId = '', unix = ''] = [attributes.get('emoji-id'), attributes.get('unix')]
      const format = attributes.get('format')
      const address = type === 'emoji' ? `tg://emoji?id=${emojiId}` : `tg://time?unix=${unix}`
      const entity = emojiOrTime(
        format === undefined ? address : `${address}&format=${format}`,
        place,
      )
      if (entity === null) throw unparsable('Invalid custom emoji identifier specified')
      entities.push(entity)
      return
    }
    case 'code': {
      const [, language] = /^language-(.+)$/.exec(attributes.get('class') ?? '') ?? []
      entities.push({ type, ...place, ...(language !== undefined && { language }) })
      return
    }
    case 'pre':
      // `<pre><code class="language-…">` is one block.
      if (last?.type === 'code' && last.offset === place.offset && last.length === place.length) {
        last.type = 'pre'
      } else {
        entities.push({ type, ...place })
      }
      return
    case 'blockquote':
      entities.push({ type: attributes.has('expandable') ? `expandable_${type}` : type, ...place })
      return
    default:
      entities.push({ type, ...place })
  }
}
