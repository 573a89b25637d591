import { beginningOf } from '../../domain/beginning.ts'
import { environmentProblem, type EnvironmentProblem } from '../../storage/environment-problem.ts'
import { createAttempt, type AttemptDeps } from './attempt.ts'
import { recordFailure } from './attempts.ts'
import type { Burial } from './burial.ts'
import type { StoredUpdate } from './inbox.ts'
import { createPauses, environmentPauseMs, failurePauseMs } from './pauses.ts'
import { createSuspects, type Watch } from './suspects.ts'
import { NotYet } from './work.ts'

export interface ProcessDeps extends AttemptDeps {
  /** Puts aside what failed for the last time. */
  bury: Burial['bury']
  /** Sees how long an update runs that may have ended the program. */
  watch: Watch
  log: Record<'info' | 'warn', (fields: object, message: string) => void>
  /** Aborted when the program stops: no further attempts then. */
  signal: AbortSignal
  maxAttempts?: number
  /** Milliseconds between attempts; see pauses.ts. */
  pauseMs?: { afterFailure: typeof failurePauseMs; forEnvironment: typeof environmentPauseMs }
}

const usualPauses = { afterFailure: failurePauseMs, forEnvironment: environmentPauseMs }

/** Troubles that are the same for everybody: when one update gets through, all may try. */
const shared = new Set<EnvironmentProblem>(['connection', 'resources', 'read_only', 'access'])

/**
 * Handles one update (or one album): read, decide, write and mark as done in one transaction.
 *
 * A crash before the commit leaves no trace and the update runs again; after it nothing is missing.
 * An attempt that the environment failed is repeated until it succeeds, and so is one that has to
 * know something first. An update that fails by itself `maxAttempts` times becomes a dead letter and
 * its lane goes on.
 */
export function createProcessor(deps: ProcessDeps): (updates: StoredUpdate[]) => Promise<void> {
  const { db, botId, signal, log, maxAttempts = 3, pauseMs = usualPauses } = deps
  const attempt = createAttempt(deps)
  const suspects = createSuspects(deps)
  const pauses = createPauses(signal)

  return async function process(given) {
    let updates = given
    let reason = 'It failed each time'
    let troubles = 0

    /** @returns whether these updates are dealt with */
    async function advance(): Promise<boolean> {
      const attempts = Math.max(...updates.map((update) => update.attempts))
      if (attempts >= maxAttempts) {
        await deps.bury({ updates, cause: 'failed' }, reason)
        return true
      }
      const mayBeWritten = troubles > 0
      const ran = await suspects.run(updates, () => attempt.run(updates, mayBeWritten))
      if (!ran && mayBeWritten) await attempt.passOnLost(updates)
      pauses.end()
      return true
    }

    /** @returns whether these updates are dealt with */
    async function count(error: unknown): Promise<boolean> {
      reason = reasonOf(error)
      const attempts = await recordFailure(db, botId, idsOf(updates), reason)
      if (attempts === null) {
        // They were written by an attempt whose answer was lost, or somebody else dealt with them.
        await attempt.passOnLost(updates)
        return true
      }
      updates = updates.map((update) => withFailures(update, attempts))
      // The last one is put aside at once; that this failed as well is no reason to hurry.
      if (attempts !== maxAttempts) await pauses.pause(pauseMs.afterFailure(attempts))
      return false
    }

    async function wait(problem: EnvironmentProblem, err: unknown): Promise<void> {
      troubles += 1
      log.warn(
        { updateIds: idsOf(updates), problem, troubles, err },
        'An update waits for its environment',
      )
      await suspects.rest(updates).catch(() => undefined)
      await pauses.pause(pauseMs.forEnvironment(problem, troubles), shared.has(problem))
    }

    while (!signal.aborted) {
      try {
        if (await advance()) return
      } catch (error) {
        if (error instanceof NotYet) {
          await suspects.rest(updates).catch(() => undefined)
          await pauses.until(error.known)
          continue
        }
        const problem = environmentProblem(error)
        if (problem !== null) {
          await wait(problem, error)
          continue
        }
        log.warn({ updateIds: idsOf(updates), err: error }, 'An update failed')
        try {
          if (await count(error)) return
        } catch (cause) {
          await wait(environmentProblem(cause) ?? 'connection', cause)
        }
      }
    }
  }
}

function idsOf(updates: StoredUpdate[]): number[] {
  return updates.map(({ updateId }) => updateId)
}

/** What failed once has to write its next attempt. */
function withFailures(update: StoredUpdate, attempts: number): StoredUpdate {
  return { ...update, attempts, resumed: update.resumed ?? { deaths: 0 } }
}

function reasonOf(error: unknown): string {
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  // PostgreSQL keeps no U+0000 in a text.
  return beginningOf(said, 500).replaceAll('\0', '')
}
