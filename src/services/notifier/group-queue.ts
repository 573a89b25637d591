import { isMoreImportant, type Importance } from './importance.ts'
import { createLastTurns } from './last-turns.ts'
import { createMinuteWindow, minuteMs, type Entry } from './minute-window.ts'

/** Who asks for a turn in a group. */
export interface Asking {
  /** Asked again whenever a turn is free: what waits behind it may have become more important. */
  importance: () => Importance
  /** Of those that matter the same, the one goes first whose last turn is longest ago. */
  whose: string
  /** Of those of one, the lower goes first. */
  order: number
  /** How many messages it takes; 0 waits only while Telegram asked for silence, or words wait. */
  messages: number
  /** Whether it makes a topic; together with the first words in it this is one turn. */
  beginsTopic: boolean
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
 * waits, and what becomes free goes to the most important; where several matter the same, everybody
 * has a turn before anybody has a second one.
 *
 * A full minute would keep a client's words out, however important, so the rest leaves room for
 * them: it goes only if clients who from now on write steadily, five sixths of what the group takes,
 * would wait no longer than half of the time between two of their texts. With 18 messages a minute
 * these are 15 texts and two seconds. Of one client, only a third of the minute may come at once;
 * what he says beyond that leaves room like all the rest.
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

interface Waiting extends Asking {
  grant: (turn: Turn) => void
  since: number
}

/** One who waits, with how much it matters at this moment. */
interface Candidate {
  one: Waiting
  importance: Importance
  /** Words of a client who has not had his share of this minute. */
  isUrgent: boolean
}

const steadyShare = 5 / 6
/** In times between two texts. */
const patience = 0.5
/** Of the minute, for the words of one client at once. */
const shareOfOne = 1 / 3
/** What waits so long need not leave room for anybody. */
const longWaitMs = 2 * minuteMs

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
  const betweenTextsMs = minuteMs / (perMinute * steadyShare)
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
    const candidates = new Set<Candidate>()
    for (const one of waiting) {
      candidates.add({ one, importance: one.importance(), isUrgent: false })
    }
    for (;;) {
      const nextAt = grantOne(candidates, at)
      if (nextAt === null) continue
      letPass(candidates, at)
      const topicAt = begun.roomAt(1, newcomersPerMinute)
      if (waiting.size > 0) againAt(Math.min(nextAt, topicAt > at ? topicAt : Infinity), at)
      return
    }
  }

  /** @returns null when somebody got a turn, else when to look again */
  function grantOne(candidates: Set<Candidate>, at: number): number | null {
    const mayBegin = begun.roomAt(1, newcomersPerMinute) <= at
    const free = [...candidates].filter(
      (one) => one.one.messages > 0 && (mayBegin || !isNewcomersTopic(one)),
    )
    for (const one of free) one.isUrgent = one.importance === 'words' && hasShare(one.one, at)
    const starving = longestWaiting(free, at)
    const next = starving ?? first(free)
    if (next === undefined) return Infinity
    const { one, importance, isUrgent } = next
    const messages = Math.min(one.messages, perMinute)
    const roomAt = spent.roomAt(messages, perMinute)
    if (roomAt > at) return roomAt
    const unfelt = isUrgent || starving !== undefined ? at : unfeltAt(messages)
    if (unfelt > at) {
      // Whatever is forgotten changes the forecast.
      return Math.min(unfelt, (spent.entries()[0]?.at ?? at) + minuteMs)
    }
    if (importance !== 'words') restServedAt = at
    // What begins a topic is no turn of its own: the words that follow it come at once.
    if (!one.beginsTopic) lastTurns.note(one.whose, at)
    const entries = Array.from({ length: messages }, () => spent.add(at))
    candidates.delete(next)
    grant(one, entries, isNewcomersTopic(next) ? begun.add(at) : null)
    return null
  }

  function hasShare({ whose }: Waiting, at: number): boolean {
    return lastTurns.recentOf(whose, at) < Math.max(1, perMinute * shareOfOne)
  }

  /** Of all but words, what waits longest and too long, if none of it had a turn for a minute. */
  function longestWaiting(candidates: Candidate[], at: number): Candidate | undefined {
    if (at - restServedAt < minuteMs) return undefined
    return candidates
      .filter(({ one, importance }) => importance !== 'words' && at - one.since >= longWaitMs)
      .reduce<Candidate | undefined>(
        (longest, each) => (longest && longest.one.since <= each.one.since ? longest : each),
        undefined,
      )
  }

  function first(candidates: Candidate[]): Candidate | undefined {
    return candidates.reduce<Candidate | undefined>(
      (best, each) => (best && !isBefore(each, best) ? best : each),
      undefined,
    )
  }

  function isBefore(one: Candidate, other: Candidate): boolean {
    if (one.importance !== other.importance) {
      return isMoreImportant(one.importance, other.importance)
    }
    if (one.isUrgent !== other.isUrgent) return one.isUrgent
    const turns = lastTurns.lastOf(one.one.whose) - lastTurns.lastOf(other.one.whose)
    return turns === 0 ? one.one.order < other.one.order : turns < 0
  }

  /** What takes no turn goes at once; what is only for the looks waits while words do. */
  function letPass(candidates: Set<Candidate>, at: number): void {
    const all = [...candidates]
    const isRush = all.some(({ one, importance }) => one.messages > 0 && importance === 'words')
    for (const { one, importance } of all) {
      if (one.messages > 0) continue
      const mayWait = isMoreImportant('lines', importance) && at - one.since < minuteMs
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

  /** When clients who write steadily would not feel that so many went before them. */
  function unfeltAt(messages: number): number {
    const free = perMinute - spent.size() - messages
    let unfelt = -Infinity
    for (const [index, { at }] of spent.entries().entries()) {
      // The text that needs this turn comes after all that are free, and may be patient.
      const untilNeededMs = betweenTextsMs * (free + index + patience)
      if (untilNeededMs >= minuteMs) break
      unfelt = Math.max(unfelt, at + minuteMs - untilNeededMs)
    }
    return unfelt
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
        waiting.add({ ...asking, grant: grantIt, since: now() })
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

function isNewcomersTopic({ one, importance }: Candidate): boolean {
  return importance === 'newcomers' && one.beginsTopic
}
