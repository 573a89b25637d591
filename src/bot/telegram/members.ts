import { activeAgents } from '../../services/people/save-agent.ts'
import { createAskMember, pauses, type Asked, type AskMemberDeps } from './ask-member.ts'
import { backoffMs } from './backoff.ts'
import { pause } from './persist.ts'

/**
 * Who is in the staff group. Telegram tells of changes while the desk runs, so everybody is asked about
 * once after each start and once a day; a stranger is asked about again after a minute.
 */
export interface Members {
  /**
   * Null when it is known what a person is; otherwise resolves when it is, or when the desk stops.
   * Never rejects: while Telegram does not say, it is asked again after growing pauses.
   */
  know(userId: number): Promise<void> | null
  /** Looks at administrators and agents now, and from then on each day. Another call begins anew. */
  review(): void
  stop(): Promise<void>
}

const dayMs = 86_400_000
const strangerMs = 60_000
/** Strangers can be many; what was said of them is worth little. */
const mostRemembered = 10_000
/** A review asks so often about those Telegram says nothing of, then leaves them to their next act. */
const maxRounds = 6
/** Twenty in a second at most. */
const betweenMs = 50

export function createMembers(deps: Omit<AskMemberDeps, 'signal'>): Members {
  const { db, staffChat, log, now } = deps
  const stopping = new AbortController()
  const ask = createAskMember({ ...deps, signal: stopping.signal })
  /** Until when Telegram's word holds, by user. */
  const holds = new Map<number, number>()
  const asking = new Map<number, Promise<void>>()
  let reviewing = new AbortController()
  let underWay: Promise<unknown> = Promise.resolve()

  function isKnown(userId: number): boolean {
    const until = holds.get(userId)
    return until !== undefined && now().getTime() < until
  }

  function remember({ userId, role, at }: Extract<Asked, { ok: true }>): void {
    if (holds.size >= mostRemembered) holds.clear()
    holds.set(userId, at.getTime() + (role.active ? dayMs : strangerMs))
  }

  async function askUntilKnown(userId: number): Promise<void> {
    const { signal } = stopping
    for (let failures = 1; !signal.aborted && staffChat.id() !== null; failures += 1) {
      const asked = await ask.one(userId, failures)
      if (asked.ok) {
        remember(asked)
        return
      }
      await pause(asked.waitMs, signal)
    }
  }

  /** @returns false when somebody is left of whom Telegram did not say what he is */
  async function goRound(signal: AbortSignal, round: number): Promise<boolean> {
    const administrators = await ask.administrators()
    administrators?.forEach(remember)
    let isDone = administrators !== null
    for (const userId of await activeAgents(db)) {
      if (signal.aborted) return true
      if (isKnown(userId)) continue
      const asked = await ask.one(userId, round)
      if (asked.ok) remember(asked)
      else isDone = false
      await pause(betweenMs, signal)
    }
    return isDone
  }

  async function reviewOnce(signal: AbortSignal): Promise<void> {
    holds.clear()
    for (let round = 1; round <= maxRounds && !signal.aborted; round += 1) {
      if (staffChat.id() === null) return
      const isDone = await goRound(signal, round).catch((error: unknown) => {
        log.warn({ err: error }, 'The members of the staff group could not be reviewed')
        return false
      })
      if (isDone) return
      await pause(backoffMs(round, pauses), signal)
    }
  }

  async function reviewDaily(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await reviewOnce(signal)
      await pause(dayMs, signal)
    }
  }

  return {
    know(userId) {
      if (staffChat.id() === null || isKnown(userId)) return null
      const begun = asking.get(userId)
      if (begun !== undefined) return begun
      const asked = askUntilKnown(userId).finally(() => asking.delete(userId))
      asking.set(userId, asked)
      return asked
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
      await Promise.all(asking.values())
    },
  }
}
