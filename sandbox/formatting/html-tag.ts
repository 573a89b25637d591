import { byteOffset, unparsable } from './formatted.ts'
import { decodeCharacters } from './html-character.ts'

/** `<b>`, `</b>`, `<a href="…">` as they stand in a text. */
export interface Tag {
  name: string
  closes: boolean
  attributes: Map<string, string>
  /** Where the text goes on. */
  end: number
}

const tagPattern = /<(\/?)([^\s>]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/y
const attributePattern = /\s*([^\s=>/"']*)(?:\s*=\s*("[^"]*"|'[^']*'|[\w.-]*))?/y

/** Reads the tag that begins at an index. */
export function readTag(source: string, at: number): Tag {
  tagPattern.lastIndex = at
  const [whole, slash, name = '', rest = ''] = tagPattern.exec(source) ?? []
  if (whole === undefined) {
    const kind = source[at + 1] === '/' ? 'end' : 'start'
    throw unparsable(`Unclosed ${kind} tag at byte offset ${byteOffset(source, at)}`)
  }
  const tag = { name: name.toLowerCase(), closes: slash === '/', end: at + whole.length }
  return { ...tag, attributes: attributesOf(rest, tag.name, byteOffset(source, at)) }
}

function attributesOf(rest: string, tag: string, offset: string): Map<string, string> {
  const attributes = new Map<string, string>()
  attributePattern.lastIndex = 0
  while (attributePattern.lastIndex < rest.trimEnd().length) {
    const [whole = '', name = '', value = ''] = attributePattern.exec(rest) ?? []
    if (whole === '' || name === '') {
      throw unparsable(`Empty attribute name in the tag "${tag}" at byte offset ${offset}`)
    }
    const isQuoted = value.startsWith('"') || value.startsWith("'")
    attributes.set(name, isQuoted ? decodeCharacters(value.slice(1, -1)) : value.toLowerCase())
  }
  return attributes
}
