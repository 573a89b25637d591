import { jsonText } from '../../storage/json-text.ts'

/** By what rows are known that tell of somebody or of a ticket, though no column says so. */
export interface Traces {
  /** Of tickets whose words go. */
  numbers: number[]
  /** Ids under which a channel knows him. */
  ids: number[]
  /** Names by which he may be called in what was told to colleagues. */
  names: string[]
}

/** A shorter name is in too much that is not about him. */
const shortestName = 3

/**
 * Regular expressions of PostgreSQL, without regard to case, for JSON as text; null where there is
 * nothing to look for.
 */
export function patternsOf({ numbers, ids, names }: Traces): {
  /** His ids, as whole numbers. */
  ids: string | null
  /** What colleagues call him and his tickets: names, `#12`. */
  names: string | null
} {
  const called = names
    .filter((name) => name.length >= shortestName)
    .map((name) => escaped(jsonText(name).slice(1, -1)))
  const parts = [
    ...(called.length === 0 ? [] : [`(^|[^[:alnum:]_])(${called.join('|')})($|[^[:alnum:]_])`]),
    ...(numbers.length === 0 ? [] : [`#(${numbers.join('|')})($|[^0-9])`]),
  ]
  return {
    ids: ids.length === 0 ? null : `(^|[^0-9])(${ids.join('|')})($|[^0-9])`,
    names: parts.length === 0 ? null : parts.join('|'),
  }
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)
}
