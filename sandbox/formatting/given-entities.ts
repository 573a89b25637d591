import { badRequest } from '../refusal.ts'
import type { Entity } from '../state/shapes.ts'
import { byteOffset } from './formatted.ts'

/** Entities that the bot placed itself, refused when they do not fit the text. */
export function givenEntities(text: string, given: unknown): Entity[] {
  if (!Array.isArray(given)) return []
  for (const { offset, length } of given as Entity[]) {
    const end = offset + length
    if (offset < 0) throw badRequest(`receive an entity with incorrect offset ${String(offset)}`)
    if (length < 0) throw badRequest(`receive an entity with incorrect length ${String(length)}`)
    if (offset >= text.length) {
      throw badRequest(`entity begins after the end of the text at UTF-16 offset ${String(offset)}`)
    }
    const begins = `entity beginning at UTF-16 offset ${String(offset)}`
    if (end > text.length) {
      const where = `at UTF-16 offset ${String(end)}`
      throw badRequest(`${begins} ends after the end of the text ${where}`)
    }
    if (cutsPair(text, offset)) {
      const where = byteOffset(text, offset + 1)
      throw badRequest(`entity begins in a middle of a UTF-16 symbol at byte offset ${where}`)
    }
    if (cutsPair(text, end)) {
      const where = byteOffset(text, end + 1)
      throw badRequest(`${begins} ends in a middle of a UTF-16 symbol at byte offset ${where}`)
    }
  }
  return (given as Entity[]).filter(({ length }) => length > 0)
}

function cutsPair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1)
  return at > 0 && at < text.length && before >= 0xd800 && before <= 0xdbff
}
