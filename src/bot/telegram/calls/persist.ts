import { setTimeout as sleep } from 'node:timers/promises'
import { backoffMs } from './backoff.ts'
import { type Answer, describeFailure, type Failure } from './failure.ts'
import { judge } from './verdict.ts'

export interface PersistDeps {
  signal: AbortSignal
  log: { warn: (fields: object, message: string) => void }
  /** Resolves early, never rejects, when the signal aborts. */
  wait?: (ms: number, signal: AbortSignal) => Promise<void>
  random?: () => number
}

/** A proxy may answer 401 or 404 for a moment; so many in a row are Telegram's own word. */
export const steadyRefusals = 5

/**
 * Repeats a call that may safely be repeated until Telegram accepts it or steadily refuses the bot itself.
 *
 * @returns the result, or null when the signal aborted
 * @throws Error with one readable sentence when the token is wrong
 */
export async function persist<Result>(
  what: string,
  attempt: () => Promise<Answer<Result>>,
  { signal, log, wait = pause, random }: PersistDeps,
): Promise<{ result: Result } | null> {
  let refusals = 0
  for (let failures = 1; ; failures += 1) {
    const answer = await attempt()
    if (answer.ok) return { result: answer.result }
    if (signal.aborted) return null
    const verdict = judge(answer.failure, { attempts: failures })
    refusals = verdict.kind === 'fatal' ? refusals + 1 : 0
    if (refusals === steadyRefusals) throw unknownToken(answer.failure)
    log.warn({ failure: describeFailure(answer.failure), failures }, `Telegram: ${what} failed`)
    const afterMs =
      verdict.kind === 'flood'
        ? verdict.retryAfterMs
        : backoffMs(failures, { firstMs: 1_000, lastMs: 30_000 }, random)
    await wait(afterMs, signal)
  }
}

export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  // It rejects on abort, which is only the other way to end.
  await sleep(ms, undefined, { signal }).catch(() => undefined)
}

export function unknownToken(failure: Failure): Error {
  return new Error(
    `Telegram does not know this bot (${describeFailure(failure)}): check BOT_TOKEN, and TELEGRAM_API_ROOT if it is set.`,
  )
}
