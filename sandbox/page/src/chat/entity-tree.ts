import type { Entity } from '../../../play/protocol.ts'

/** A stretch of a text with a meaning; some kinds say more. */
export interface TextEntity extends Entity {
  url?: string
  language?: string
}

/** Words as they are, or a marked stretch with what is inside it. */
export type TextNode = string | { entity: TextEntity; words: string; children: TextNode[] }

interface Span {
  start: number
  end: number
  entity: TextEntity
}

/**
 * A text as a tree of marked stretches. Where two overlap without one holding the other, the later
 * one is cut in two. Offsets count UTF-16 units, as JavaScript does.
 */
export function entityTree(text: string, entities: readonly TextEntity[] = []): TextNode[] {
  const spans = entities
    .map((entity) => ({
      start: Math.max(0, entity.offset),
      end: Math.min(text.length, entity.offset + entity.length),
      entity,
    }))
    .filter(({ start, end }) => start < end)
  return withoutDoubleBreaks(nodesBetween(text, 0, text.length, spans))
}

const blocks = new Set(['pre', 'blockquote', 'expandable_blockquote'])

/** A block ends its line itself: the line break that follows would make an empty line. */
function withoutDoubleBreaks(nodes: readonly TextNode[]): TextNode[] {
  return nodes.map((node, index) => {
    const before = nodes[index - 1]
    const followsBlock = typeof before === 'object' && blocks.has(before.entity.type)
    return followsBlock && typeof node === 'string' ? node.replace(/^\n/, '') : node
  })
}

function nodesBetween(text: string, from: number, to: number, spans: readonly Span[]): TextNode[] {
  const nodes: TextNode[] = []
  let at = from
  let waiting = [...spans].sort(outerFirst)
  for (let span = waiting.shift(); span !== undefined; span = waiting.shift()) {
    const { start, end, entity } = span
    if (start > at) nodes.push(text.slice(at, start))
    const inside = waiting.filter((other) => other.start < end).map((other) => cutAt(other, end))
    const after = waiting.filter((other) => other.end > end)
    waiting = after.map((other) => ({ ...other, start: Math.max(other.start, end) }))
    waiting.sort(outerFirst)
    const children = nodesBetween(text, start, end, inside)
    nodes.push({ entity, words: text.slice(start, end), children })
    at = end
  }
  if (at < to) nodes.push(text.slice(at, to))
  return nodes
}

function outerFirst(one: Span, other: Span): number {
  return one.start - other.start || other.end - one.end
}

function cutAt(span: Span, end: number): Span {
  return { ...span, end: Math.min(span.end, end) }
}
