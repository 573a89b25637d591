import { inTime } from '../../storage/in-time.ts'

/** The last answer to a question, as new as it has to be. */
export interface Latest<Value> {
  /** Null when there was none in time, or it failed. Never rejects. */
  read(): Promise<Value | null>
  /** What was answered last, however long it took; null when that is older. */
  lately(mostMs: number): Value | null
}

export interface LatestOptions {
  /** A younger answer is good enough. */
  freshMs?: number
  /** Nobody waits longer. */
  limitMs?: number
}

/**
 * Asks once for all who want to know at about the same time. While one question is not answered no
 * other is asked, so that a database or a disk that hangs is not asked more and more.
 */
export function createLatest<Value>(
  question: () => Promise<Value>,
  { freshMs = 1_000, limitMs = 2_000 }: LatestOptions = {},
): Latest<Value> {
  let underWay: Promise<Value | null> | null = null
  let last: { value: Value | null; at: number } = { value: null, at: -Infinity }
  const isYounger = (ms: number) => performance.now() - last.at < ms

  async function ask(): Promise<Value | null> {
    const value = await question().catch(() => null)
    last = { value, at: performance.now() }
    underWay = null
    return value
  }

  return {
    read() {
      if (isYounger(freshMs)) return Promise.resolve(last.value)
      underWay ??= ask()
      return inTime(underWay, limitMs, null)
    },
    lately: (mostMs) => (isYounger(mostMs) ? last.value : null),
  }
}
