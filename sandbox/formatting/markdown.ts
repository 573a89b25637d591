import type { Entity } from '../state/shapes.ts'
import { byteOffset, unparsable, type Formatted } from './formatted.ts'
import { linkTo } from './link.ts'

/** What may stand out in the old Markdown: nothing within another. */
const patterns: { type: string; pattern: RegExp }[] = [
  { type: 'pre', pattern: /```(?:([^\s`]+)(?=\s))?(?:\r?\n)?([^]*?)```/y },
  { type: 'code', pattern: /`()([^`]*)`/y },
  { type: 'bold', pattern: /\*()([^*]*)\*/y },
  { type: 'italic', pattern: /_()([^_]*)_/y },
  { type: 'link', pattern: /\[()([^\]]*)\](?:\(([^)]*)\))?/y },
]

/** Reads a text in Telegram's old Markdown (https://core.telegram.org/bots/api#markdown-style). */
export function parseMarkdown(source: string): Formatted {
  let text = ''
  const entities: Entity[] = []
  for (let at = 0; at < source.length;) {
    const [plain = ''] = /^(?:\\[_*`[]|[^_*`[\\]|\\)+/.exec(source.slice(at)) ?? []
    text += plain.replace(/\\([_*`[])/g, '$1')
    at += plain.length
    if (at >= source.length) break
    const { type, match } = markAt(source, at)
    const [whole, language = '', inside = '', address = inside] = match
    const entity = entityOf(type, { offset: text.length, length: inside.length }, address)
    if (entity !== null && inside !== '') {
      entities.push({ ...entity, ...(language !== '' && { language }) })
    }
    text += inside
    at += whole.length
  }
  return { text, entities }
}

function markAt(source: string, at: number): { type: string; match: RegExpExecArray } {
  for (const { type, pattern } of patterns) {
    pattern.lastIndex = at
    const match = pattern.exec(source)
    if (match !== null) return { type, match }
    // An unfinished block is not taken for two empty pieces of code.
    if (type === 'pre' && source.startsWith('```', at)) break
  }
  const place = byteOffset(source, at)
  throw unparsable(`Can't find end of the entity starting at byte offset ${place}`)
}

function entityOf(
  type: string,
  place: { offset: number; length: number },
  address: string,
): Entity | null {
  return type === 'link' ? linkTo(address, place) : { type, ...place }
}
