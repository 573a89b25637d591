import { doublingMs } from '../doubling-ms.ts'
import { environmentProblem } from '../../storage/environment-problem.ts'
import { createBatcher } from '../batcher.ts'
import type { OutboxRow } from './outcome.ts'
import type { Settlement } from './settle-rows.ts'

export interface SettlingDeps {
  /** Writes how attempts ended; may be repeated. Returns the rows that follow from each. */
  settle: (settlements: Settlement[]) => Promise<OutboxRow[][]>
  log: Record<'warn' | 'error', (fields: object, message: string) => void>
  /** The pauses between attempts to write double from the first to the last. */
  pauses?: { firstMs: number; lastMs: number }
}

/**
 * Keeps what became of a row until it is written: forgotten, a message that was delivered would be
 * sent again, and one that was not would be lost.
 */
export interface Settling {
  /**
   * Resolves when it is written, with the rows that follow. Never rejects.
   *
   * @returns null when the program stops and it could not be written
   */
  settle(settlement: Settlement): Promise<OutboxRow[] | null>
  /** Outcomes that could not be written yet, and since when the oldest waits. */
  unwritten(): { count: number; sinceMs: number }
  /** What waits is tried once more, and no longer. */
  stop(): void
}

/** After so many failures for which the database cannot be blamed, the settlement is. */
const maxOwnFailures = 5

export function createSettling(deps: SettlingDeps): Settling {
  const { log, pauses = { firstMs: 200, lastMs: 5_000 } } = deps
  const settleShared = createBatcher<Settlement, OutboxRow[]>(deps.settle)
  const waiting = new Map<Settlement, { since: number; wake: () => void }>()
  let stopped = false

  async function settle(settlement: Settlement): Promise<OutboxRow[] | null> {
    try {
      return await settleShared(settlement)
    } catch (error) {
      log.warn(
        { err: error, ...namesOf(settlement) },
        'What became of a message could not be written; it is kept and written again',
      )
      waiting.set(settlement, { since: performance.now(), wake: () => undefined })
      return await persist(settlement, error).finally(() => waiting.delete(settlement))
    }
  }

  async function persist(settlement: Settlement, first: unknown): Promise<OutboxRow[] | null> {
    let error = first
    let ownFailures = 0
    for (let failures = 1; ; failures += 1) {
      ownFailures = environmentProblem(error) === null ? ownFailures + 1 : 0
      await pause(settlement, doublingMs(failures, pauses))
      try {
        // Alone: whoever shared a statement with a locked row would wait for it too.
        const written = ownFailures < maxOwnFailures ? settlement : withoutTraces(settlement, error)
        const [rows = []] = await deps.settle([written])
        if (written !== settlement) {
          log.error(
            { err: error, ...namesOf(written) },
            'What a message left behind can never be written; it was put aside',
          )
        }
        return rows
      } catch (again) {
        error = again
        if (!isStopped()) continue
        log.error(
          { err: error, ...namesOf(settlement) },
          'The program stops and what became of a message is not written; it may be sent again',
        )
        return null
      }
    }
  }

  function pause(settlement: Settlement, forMs: number): Promise<void> {
    const entry = waiting.get(settlement)
    if (stopped || entry === undefined) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, forMs)
      entry.wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  /** A function, because the compiler does not know that `stopped` changes during an await. */
  function isStopped(): boolean {
    return stopped
  }

  return {
    settle,
    unwritten() {
      const [oldest] = waiting.values()
      const sinceMs = oldest === undefined ? 0 : performance.now() - oldest.since
      return { count: waiting.size, sinceMs }
    },
    stop() {
      stopped = true
      for (const { wake } of [...waiting.values()]) wake()
    },
  }
}

/** The bare end, with the reason for which the rest of it is missing. */
function withoutTraces({ outcome, ...rest }: Settlement, cause: unknown): Settlement {
  const reason = cause instanceof Error ? cause.message : String(cause)
  const error = `Ended as ${outcome.state}, which cannot be written: ${reason}`
  const state = outcome.state === 'retry' ? 'dead' : 'unknown'
  return { ...rest, outcome: { state, error } }
}

function namesOf({ row, outcome }: Settlement): object {
  return { outboxId: row.id, lane: row.lane, state: outcome.state }
}
