import { createHash } from 'node:crypto'

import { beginningOf } from '../../domain/beginning.ts'

/** Far above what Telegram nests, far below what any parser or database gives up at. */
export const maxJsonDepth = 100
/** Characters in strings and keys, and a few for everything else. */
export const maxJsonWeight = 1_000_000

/** Of a value that is too deep or too large, this much is kept to know it by. */
const keptDepth = 6
const keptEntries = 20
const keptCharacters = 500

/**
 * Whether a value can be worked with. It is looked through without recursion, and not further than
 * the bounds: a value from outside may be nested until the stack is full.
 */
export function weighJson(value: unknown): 'fits' | 'too_deep' | 'too_large' {
  const open: { value: unknown; depth: number }[] = [{ value, depth: 1 }]
  let weight = 0
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    weight += 2
    const { value: inner, depth } = next
    if (typeof inner === 'string') weight += inner.length
    if (weight > maxJsonWeight) return 'too_large'
    if (typeof inner !== 'object' || inner === null) continue
    if (depth > maxJsonDepth) return 'too_deep'
    for (const [key, content] of Object.entries(inner)) {
      weight += key.length
      open.push({ value: content, depth: depth + 1 })
    }
  }
  return 'fits'
}

/** The same value always has the same fingerprint, however deep it is. */
export function fingerprint(value: unknown): Buffer {
  const hash = createHash('sha256')
  let collected = ''
  const add = (part: string): void => {
    collected += part
    if (collected.length < 65_536) return
    hash.update(collected)
    collected = ''
  }
  const open: { key: string; value: unknown }[] = [{ key: '', value }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { key, value: inner } = next
    if (typeof inner !== 'object' || inner === null) {
      add(`${JSON.stringify(key)}:${JSON.stringify(inner ?? null)},`)
      continue
    }
    const entries = Object.entries(inner)
    add(`${JSON.stringify(key)}:${Array.isArray(inner) ? 'list' : 'object'} ${entries.length},`)
    for (const [name, content] of entries) open.push({ key: name, value: content })
  }
  return hash.update(collected).digest()
}

/** The outer part of a value, cut where it becomes deep, wide or long. */
export function outerPart(value: unknown, depth = keptDepth): unknown {
  if (typeof value === 'string') {
    return value.length > keptCharacters ? `${beginningOf(value, keptCharacters)} …` : value
  }
  if (typeof value !== 'object' || value === null) return value
  if (depth === 0) return '…'
  const entries = Object.entries(value).slice(0, keptEntries)
  if (Array.isArray(value)) return entries.map(([, content]) => outerPart(content, depth - 1))
  return Object.fromEntries(
    entries.map(([key, content]) => [beginningOf(key, 100), outerPart(content, depth - 1)]),
  )
}
