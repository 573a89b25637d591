import { isMoreImportant, type Importance } from './importance.ts'

/** Who asks for a turn in a group. */
export interface Asking {
  /** Asked again whenever a turn is free: what waits behind it may have become more important. */
  importance: () => Importance
  /** Of two rows that matter equally, the lower one goes first. */
  order: number
  /** How many messages it takes; 0 waits only while Telegram asked for silence. */
  messages: number
}

export interface Turn {
  /**
   * The call has ended. Its minute is counted from then, because nobody knows when Telegram took it;
   * if nothing was sent, another may have the turn.
   */
  end(isSpent: boolean): void
}

/**
 * The turns of one group. Telegram takes so many messages in any minute, so whoever finds it full
 * waits, and what becomes free goes to the most important, the oldest first.
 *
 * A full minute would keep a client's words out, however important, so the rest leaves room for
 * them: it goes only if clients who from now on write steadily, five sixths of what the group takes,
 * would wait no longer than half of the time between two of their texts. With 18 messages a minute
 * these are 15 texts and two seconds.
 */
export interface GroupQueue {
  take(asking: Asking): Promise<Turn>
  /** A message that did not wait for its turn. */
  count(): void
  pause(forMs: number): void
  /** Whether it may be forgotten. */
  isIdle(): boolean
  /** Everybody who waits may go; for the end. */
  stop(): void
}

interface Waiting extends Asking {
  grant: (turn: Turn) => void
}

interface Spent {
  at: number
}

const minuteMs = 60_000
const steadyShare = 5 / 6
/** In times between two texts. */
const patience = 0.5

export function createGroupQueue(perMinute: number, now: () => number): GroupQueue {
  /** Of the last minute, an exact window: a burst may use it whole. */
  const spent: Spent[] = []
  const waiting = new Set<Waiting>()
  const betweenTextsMs = minuteMs / (perMinute * steadyShare)
  let pausedUntil = 0
  let timer: NodeJS.Timeout | undefined
  let isAsked = false

  function serve(): void {
    isAsked = false
    clearTimeout(timer)
    const at = now()
    forgetOld(at)
    if (at < pausedUntil) {
      again(pausedUntil - at)
      return
    }
    for (const one of waiting) if (one.messages === 0) grant(one, [])
    for (;;) {
      const next = mostImportant()
      if (next === undefined) return
      const { one, isWords } = next
      const messages = Math.min(one.messages, perMinute)
      const tooMany = spent.length + messages - perMinute
      if (tooMany > 0) {
        again((spent[tooMany - 1]?.at ?? at) + minuteMs - at)
        return
      }
      const unfelt = isWords ? at : unfeltAt(messages)
      if (unfelt > at) {
        // Whatever is forgotten changes the forecast.
        again(Math.min(unfelt, (spent[0]?.at ?? at) + minuteMs) - at)
        return
      }
      const entries = Array.from({ length: messages }, () => ({ at }))
      spent.push(...entries)
      grant(one, entries)
    }
  }

  function again(inMs: number): void {
    if (waiting.size > 0) timer = setTimeout(serve, Math.max(1, inMs))
  }

  function mostImportant(): { one: Waiting; isWords: boolean } | undefined {
    let best: { one: Waiting; importance: Importance } | undefined
    for (const one of waiting) {
      const importance = one.importance()
      const isBefore =
        best === undefined ||
        isMoreImportant(importance, best.importance) ||
        (importance === best.importance && one.order < best.one.order)
      if (isBefore) best = { one, importance }
    }
    return best && { one: best.one, isWords: best.importance === 'words' }
  }

  function grant(one: Waiting, entries: Spent[]): void {
    waiting.delete(one)
    one.grant({
      end(isSpent) {
        for (const entry of entries.splice(0)) {
          const index = spent.indexOf(entry)
          if (index >= 0) spent.splice(index, 1)
          if (isSpent) spent.push({ at: now() })
        }
        if (!isSpent) askSoon()
      },
    })
  }

  /** When clients who write steadily would not feel that so many went before them. */
  function unfeltAt(messages: number): number {
    const free = perMinute - spent.length - messages
    let unfelt = -Infinity
    for (const [index, entry] of spent.entries()) {
      // The text that needs this turn comes after all that are free, and may be patient.
      const untilNeededMs = betweenTextsMs * (free + index + patience)
      if (untilNeededMs >= minuteMs) break
      unfelt = Math.max(unfelt, entry.at + minuteMs - untilNeededMs)
    }
    return unfelt
  }

  function forgetOld(at: number): void {
    const firstKept = spent.findIndex((entry) => entry.at + minuteMs > at)
    if (firstKept !== 0) spent.splice(0, firstKept < 0 ? spent.length : firstKept)
  }

  /** What is asked for at once is weighed together. */
  function askSoon(): void {
    if (isAsked) return
    isAsked = true
    queueMicrotask(serve)
  }

  return {
    take: (asking) =>
      new Promise((grantIt) => {
        waiting.add({ ...asking, grant: grantIt })
        askSoon()
      }),
    count() {
      spent.push({ at: now() })
    },
    pause(forMs) {
      pausedUntil = Math.max(pausedUntil, now() + forMs)
    },
    isIdle() {
      forgetOld(now())
      return spent.length === 0 && waiting.size === 0 && pausedUntil <= now()
    },
    stop() {
      for (const one of waiting) grant(one, [])
      clearTimeout(timer)
    },
  }
}
