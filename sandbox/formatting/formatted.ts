import { badRequest, type Refusal } from '../refusal.ts'
import type { Entity } from '../state/shapes.ts'

/** A text as people read it, and what stands out in it. */
export interface Formatted {
  text: string
  entities: Entity[]
}

export function unparsable(reason: string): Refusal {
  return badRequest(`can't parse entities: ${reason}`)
}

/** Telegram counts bytes in its errors and UTF-16 units everywhere else. */
export function byteOffset(source: string, index: number): string {
  return String(Buffer.byteLength(source.slice(0, index)))
}

/** From left to right, and what holds another before it. */
export function inOrder(entities: Entity[]): Entity[] {
  return [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length)
}
