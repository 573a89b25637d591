import { activeAgents } from '../../services/telegram/members.ts'
import { createAskMember, pauses, type AskMemberDeps, type Word } from './ask-member.ts'
import { backoffMs } from './calls/backoff.ts'
import { pause } from './calls/persist.ts'
import type { StaffGroup } from './rights/staff-group.ts'

/**
 * Who is in the staff group: what Telegram answered when it was last asked, and nothing else. Of
 * changes it tells while the desk runs, and then it is asked; besides that everybody is asked about
 * once after each start and once a day, a stranger again after a minute. What was said of a person
 * holds for the group under the id under which it was asked for.
 *
 * About one person one question is under way at a time, so that answers are kept in the order of the
 * questions. No clock decides which of two is the newer.
 */
export interface Members {
  /**
   * Null when it is known what a person is; otherwise resolves when it is, or when the desk stops.
   * Never rejects: while Telegram does not say, it is asked again after growing pauses.
   */
  know(userId: number): Promise<void> | null
  /** What is known of a person may be over: it is asked for, and an answer under way does not count. */
  doubt(userId: number): void
  /**
   * Nothing that is known counts any more. Looks at administrators and agents now, and from then on
   * each day. Another call begins anew.
   */
  review(): void
  stop(): Promise<void>
}

const dayMs = 86_400_000
const minuteMs = 60_000
/** Strangers can be many; what was said of them is worth little. */
const mostRemembered = 10_000
/** A review asks so often about those Telegram says nothing of, then leaves them to their next act. */
const maxRounds = 6
/** Twenty in a second at most. */
const betweenMs = 50

export interface MembersDeps extends Omit<AskMemberDeps, 'signal' | 'elapsedMs' | 'staffGroup'> {
  /** What the bot may do there. */
  staffGroup: Pick<StaffGroup, 'refused' | 'missing'>
  /** Milliseconds that pass evenly. */
  elapsedMs?: () => number
}

interface Asking {
  /** Whether what he did waits for it; else it is given up after some rounds. */
  isAwaited: boolean
  /** How often the answer became doubtful: one to a question from before that does not count. */
  doubts: number
  done: Promise<void>
}

export function createMembers(deps: MembersDeps): Members {
  const { db, staffChat, staffGroup, log, elapsedMs = () => performance.now() } = deps
  const stopping = new AbortController()
  const ask = createAskMember({ ...deps, elapsedMs, signal: stopping.signal })
  const known = new Map<number, Word>()
  const asking = new Map<number, Asking>()
  /** Aborted when a review begins: who waits to be asked about again is asked about now. */
  let reviewing = new AbortController()
  let underWay: Promise<unknown> = Promise.resolve()

  function isKnown(userId: number): boolean {
    const word = known.get(userId)
    if (word === undefined || word.chatId !== staffChat.id()) return false
    return elapsedMs() - word.atMs < (word.isMember && isToldOfChanges() ? dayMs : minuteMs)
  }

  /** Telegram tells of members only those bots that are administrators. */
  function isToldOfChanges(): boolean {
    const missing = staffGroup.missing()
    return !missing.includes('administrator') && !missing.includes('write')
  }

  /** Has somebody asked about; he is so already, perhaps. */
  function begin(userId: number): Asking {
    const begun = asking.get(userId)
    if (begun !== undefined) return begun
    const one: Asking = { isAwaited: false, doubts: 0, done: Promise.resolve() }
    asking.set(userId, one)
    one.done = askUntilKnown(userId, one)
    return one
  }

  async function askUntilKnown(userId: number, one: Asking): Promise<void> {
    const { signal } = stopping
    for (let failures = 1; !signal.aborted && staffChat.id() !== null; failures += 1) {
      if (!one.isAwaited && failures > maxRounds) break
      const { doubts } = one
      const asked = await ask.one(userId, failures)
      if (asked.ok && one.doubts === doubts) remember(userId, asked.word)
      if (isKnown(userId)) break
      if (!asked.ok) await pause(asked.waitMs, AbortSignal.any([signal, reviewing.signal]))
    }
    asking.delete(userId)
  }

  function remember(userId: number, word: Word): void {
    if (known.size >= mostRemembered) known.clear()
    known.set(userId, word)
  }

  /** @returns whether all who are to be asked about were found */
  async function goRound(signal: AbortSignal): Promise<boolean> {
    const administrators = await ask.administrators()
    for (const userId of new Set([...(administrators ?? []), ...(await activeAgents(db))])) {
      if (signal.aborted) return true
      if (isKnown(userId)) continue
      begin(userId)
      await pause(betweenMs, signal)
    }
    return administrators !== null
  }

  async function reviewOnce(signal: AbortSignal): Promise<void> {
    for (let round = 1; round <= maxRounds && !signal.aborted; round += 1) {
      if (staffChat.id() === null) return
      const isDone = await goRound(signal).catch((error: unknown) => {
        log.warn({ err: error }, 'The members of the staff group could not be reviewed')
        return false
      })
      if (isDone) return
      await pause(backoffMs(round, pauses), signal)
    }
  }

  async function reviewDaily(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      forget()
      await reviewOnce(signal)
      await pause(dayMs, signal)
    }
  }

  function forget(): void {
    known.clear()
    for (const one of asking.values()) one.doubts += 1
  }

  return {
    know(userId) {
      if (staffChat.id() === null || isKnown(userId)) return null
      const one = begin(userId)
      one.isAwaited = true
      return one.done
    },
    doubt(userId) {
      known.delete(userId)
      const begun = asking.get(userId)
      if (begun === undefined) begin(userId)
      else begun.doubts += 1
    },
    review() {
      reviewing.abort()
      if (stopping.signal.aborted) return
      reviewing = new AbortController()
      underWay = Promise.all([underWay, reviewDaily(reviewing.signal)])
    },
    async stop() {
      stopping.abort()
      reviewing.abort()
      await underWay
      await Promise.all([...asking.values()].map(({ done }) => done))
    },
  }
}
