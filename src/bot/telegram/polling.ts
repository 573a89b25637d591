import { allowedUpdates } from './allowed-updates.ts'
import { backoffMs } from './calls/backoff.ts'
import type { Call } from './calls/call.ts'
import { describeFailure, type Failure } from './calls/failure.ts'
import { pause, steadyRefusals, unknownToken, type PersistDeps } from './calls/persist.ts'
import { judge } from './calls/verdict.ts'
import { choosePolling } from './delivery-mode.ts'

/** Where it is to be looked: Telegram and the way to it, another program that polls, our database. */
export type PollTrouble = 'telegram' | 'conflict' | 'storing'

export type PollerHealth = { healthy: true } | { healthy: false; reason: string; at: PollTrouble }

export interface PollerDeps extends Omit<PersistDeps, 'signal'> {
  call: Call
  /** The offset kept with the last stored batch. */
  offset: () => Promise<number | undefined>
  /** Stores a batch and the next offset together. After it has resolved, Telegram may forget. */
  store: (updates: unknown[], nextOffset: number) => Promise<void>
  /** Resolves when there is room for another batch. */
  room: () => Promise<void>
  /** Called when a poll leaves, and when one was answered with updates or with none. */
  polling?: (state: 'asked' | 'answered') => void
  /** Told when the state changes. */
  onHealth: (health: PollerHealth) => void
}

/**
 * Fetches updates by long polling. Only a token Telegram does not know ends it: everything else,
 * and whatever a server may answer, is repeated with growing pauses.
 */
export interface Poller {
  start(): void
  /** Rejects with one readable sentence when the token is wrong; otherwise stays pending. */
  failed: Promise<never>
  /** Breaks off the poll at once and waits for a batch that is being stored. */
  stop(): Promise<void>
}

/** The longest Telegram holds a poll (https://core.telegram.org/bots/api#getupdates). */
const holdSeconds = 50
/** A connection that died silently is noticed after this. */
const giveUpAfterMs = 65_000

export function createPoller(deps: PollerDeps): Poller {
  const { call, log, wait = pause, random } = deps
  const stopping = new AbortController()
  const { signal } = stopping
  let running: Promise<void> | undefined
  let health: PollerHealth | undefined
  let fail: (error: unknown) => void
  const failed = new Promise<never>((_resolve, reject) => (fail = reject))
  // Whoever is interested has it; nobody has to be.
  failed.catch(() => undefined)

  function report(next: PollerHealth): void {
    if (JSON.stringify(next) === JSON.stringify(health)) return
    health = next
    deps.onHealth(next)
  }

  async function run(): Promise<void> {
    await choosePolling(call, { signal, log, wait, ...(random && { random }) })
    let offset: number | undefined
    let offsetIsKnown = false
    let failures = 0
    let refusals = 0
    while (!signal.aborted) {
      const problem = await pollOnce()
      if (problem === null) {
        failures = 0
        refusals = 0
        report({ healthy: true })
        continue
      }
      if (isStopping()) return
      refusals = problem.fatal === undefined ? 0 : refusals + 1
      if (problem.fatal !== undefined && refusals === steadyRefusals) throw problem.fatal
      failures += 1
      log.warn(
        { reason: problem.reason, err: problem.err, failures },
        'Polling failed; trying again',
      )
      if (problem.conflict || failures >= 3) {
        const at = problem.isOurs ? 'storing' : problem.conflict ? 'conflict' : 'telegram'
        report({ healthy: false, reason: problem.reason, at })
      }
      const limits = { firstMs: 1_000, lastMs: problem.conflict ? 60_000 : 30_000 }
      await wait(problem.afterMs ?? backoffMs(failures, limits, random), signal)
    }

    /** @returns null when it went well */
    async function pollOnce(): Promise<Problem | null> {
      try {
        await untilStopped(deps.room(), signal)
        if (!offsetIsKnown) {
          offset = await deps.offset()
          offsetIsKnown = true
        }
        deps.polling?.('asked')
        const answer = await call(
          'getUpdates',
          {
            ...(offset !== undefined && { offset }),
            limit: 100,
            // Until it is known that polling works, the answer must not wait for an update.
            timeout: health?.healthy === true ? holdSeconds : 0,
            allowed_updates: [...allowedUpdates],
          },
          { signal, timeoutMs: giveUpAfterMs },
        )
        if (!answer.ok) return problemOf(answer.failure)
        const updates: unknown = answer.result
        if (!Array.isArray(updates)) return { reason: 'getUpdates answered without updates' }
        deps.polling?.('answered')
        if (updates.length === 0) return null
        const nextOffset = offsetAfter(updates)
        if (nextOffset === null) return { reason: 'No update of the batch has a usable update_id' }
        await deps.store(updates, nextOffset)
        offset = nextOffset
        return null
      } catch (cause) {
        return { reason: 'Updates could not be stored', isOurs: true, err: cause }
      }
    }
  }

  /** A function, because the compiler does not know that a signal changes during an await. */
  function isStopping(): boolean {
    return signal.aborted
  }

  return {
    failed,
    start() {
      running ??= run().catch((error: unknown) => {
        report({ healthy: false, reason: 'The bot is not known to Telegram', at: 'telegram' })
        fail(error)
      })
    },
    async stop() {
      stopping.abort()
      await running
    },
  }
}

interface Problem {
  reason: string
  conflict?: boolean
  /** Telegram did its part. */
  isOurs?: boolean
  afterMs?: number
  err?: unknown
  /** If it stays so, nothing but another token helps. */
  fatal?: Error
}

function problemOf(failure: Failure): Problem {
  const reason = describeFailure(failure)
  const verdict = judge(failure, { attempts: 1 })
  // A 404 in the midst of polling is a server in trouble; a revoked token is a 401.
  if (failure.kind === 'refused' && failure.code === 401) {
    return { reason, fatal: unknownToken(failure) }
  }
  if (verdict.kind === 'flood') return { reason, afterMs: verdict.retryAfterMs }
  return { reason, conflict: verdict.kind === 'poller_conflict' }
}

/**
 * The offset that confirms a batch: one after its last update. Not after its highest, because ids
 * may begin anew after a week of silence.
 */
function offsetAfter(updates: unknown[]): number | null {
  const last = updates
    .map((update) => (update as { update_id?: unknown } | null)?.update_id)
    .findLast((id) => Number.isSafeInteger(id))
  return typeof last === 'number' ? last + 1 : null
}

async function untilStopped(promise: Promise<void>, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return
  let stop: () => void = () => undefined
  const stopped = new Promise<void>((resolve) => (stop = resolve))
  signal.addEventListener('abort', stop, { once: true })
  await Promise.race([promise, stopped]).finally(() => signal.removeEventListener('abort', stop))
}
