import {
  isNewcomersTopic,
  mostImportant,
  waitsTooLong,
  type Asking,
  type Candidate,
} from './choose-turn.ts'
import { unfeltAt } from './forecast.ts'
import { isMoreImportant } from './importance.ts'
import { createLastTurns } from './last-turns.ts'
import { createMinuteWindow, minuteMs, type Entry } from './minute-window.ts'

export interface Turn {
  /**
   * The call has ended. Its minute is counted from then, because nobody knows when Telegram took it;
   * if nothing was sent, another may have the turn.
   */
  end(isSpent: boolean): void
}

/**
 * The turns of one group. Telegram takes so many messages in any minute, so whoever finds it full
 * waits, and what becomes free goes to the most important; where several matter the same, everybody
 * has a turn before anybody has a second one.
 *
 * A full minute would keep a client's words out, however important, so the rest leaves room for
 * them (forecast.ts). Of one client, only a third of the minute may come at once; what he says beyond
 * that leaves room like all the rest.
 *
 * Nothing waits for ever: of the rest, what has waited longest and for two minutes gets a turn when
 * none of it had one for a minute. Of newcomers, only so many get a topic in a minute.
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

export interface GroupLimits {
  perMinute: number
  /** Topics for clients support has not dealt with yet. */
  newcomersPerMinute: number
}

interface Waiting extends Candidate {
  grant: (turn: Turn) => void
}

/** Of the minute, for the words of one client at once. */
const shareOfOne = 1 / 3

/** @param now milliseconds of a clock that nobody sets */
export function createGroupQueue(
  { perMinute, newcomersPerMinute }: GroupLimits,
  now: () => number,
): GroupQueue {
  const spent = createMinuteWindow()
  /** The topics of newcomers. */
  const begun = createMinuteWindow()
  const lastTurns = createLastTurns()
  const waiting = new Set<Waiting>()
  let restServedAt = -Infinity
  let pausedUntil = 0
  let timer: NodeJS.Timeout | undefined
  let isAsked = false

  function serve(): void {
    isAsked = false
    clearTimeout(timer)
    const at = now()
    forgetOld(at)
    if (at < pausedUntil) {
      againAt(pausedUntil, at)
      return
    }
    for (const one of waiting) one.matters = one.importance()
    for (;;) {
      const nextAt = grantOne(at)
      if (nextAt === null) continue
      letPass(at)
      const topicAt = begun.roomAt(1, newcomersPerMinute)
      if (waiting.size > 0) againAt(Math.min(nextAt, topicAt > at ? topicAt : Infinity), at)
      return
    }
  }

  /** @returns null when somebody got a turn, else when to look again */
  function grantOne(at: number): number | null {
    const mayBegin = begun.roomAt(1, newcomersPerMinute) <= at
    const free = [...waiting].filter(
      (one) => one.messages > 0 && (mayBegin || !isNewcomersTopic(one)),
    )
    for (const one of free) one.isUrgent = one.matters === 'words' && hasShare(one, at)
    const starving = at - restServedAt < minuteMs ? undefined : waitsTooLong(free, at)
    const next = starving ?? mostImportant(free, lastTurns)
    if (next === undefined) return Infinity
    const messages = Math.min(next.messages, perMinute)
    const roomAt = spent.roomAt(messages, perMinute)
    if (roomAt > at) return roomAt
    const isFelt = !next.isUrgent && starving === undefined
    const unfelt = isFelt ? unfeltAt(spent.entries(), { messages, perMinute }) : at
    // Whatever is forgotten changes the forecast.
    if (unfelt > at) return Math.min(unfelt, (spent.entries()[0]?.at ?? at) + minuteMs)
    if (next.matters !== 'words') restServedAt = at
    // What begins a topic is no turn of its own: the words that follow it come at once.
    if (!next.beginsTopic) lastTurns.note(next.whose, at)
    const entries = Array.from({ length: messages }, () => spent.add(at))
    grant(next, entries, isNewcomersTopic(next) ? begun.add(at) : null)
    return null
  }

  function hasShare({ whose }: Asking, at: number): boolean {
    return lastTurns.recentOf(whose, at) < Math.max(1, perMinute * shareOfOne)
  }

  /** What takes no turn goes at once; what is only for the looks waits while words do. */
  function letPass(at: number): void {
    const isRush = [...waiting].some(({ messages, matters }) => messages > 0 && matters === 'words')
    for (const one of waiting) {
      if (one.messages > 0) continue
      const mayWait = isMoreImportant('lines', one.matters) && at - one.since < minuteMs
      if (!isRush || !mayWait) grant(one, [], null)
    }
  }

  function againAt(time: number, at: number): void {
    timer = setTimeout(serve, Math.min(Math.max(1, time - at), minuteMs))
  }

  function grant(one: Waiting, entries: Entry[], topic: Entry | null): void {
    waiting.delete(one)
    one.grant({
      end(isSpent) {
        for (const entry of entries.splice(0)) {
          spent.remove(entry)
          if (isSpent) spent.add(now())
        }
        if (isSpent) return
        if (topic !== null) begun.remove(topic)
        askSoon()
      },
    })
  }

  function forgetOld(at: number): void {
    spent.forgetOld(at)
    begun.forgetOld(at)
    lastTurns.forgetOld(at)
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
        const since = now()
        const matters = asking.importance()
        waiting.add({ ...asking, grant: grantIt, since, matters, isUrgent: false })
        askSoon()
      }),
    count() {
      spent.add(now())
    },
    pause(forMs) {
      pausedUntil = Math.max(pausedUntil, now() + forMs)
    },
    isIdle() {
      forgetOld(now())
      return spent.size() === 0 && waiting.size === 0 && pausedUntil <= now()
    },
    stop() {
      for (const one of waiting) grant(one, [], null)
      clearTimeout(timer)
    },
  }
}
