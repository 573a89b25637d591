import { doublingMs } from '../doubling-ms.ts'
import type { EnvironmentProblem } from '../../storage/environment-problem.ts'

const longestMs = 30_000

/**
 * Time before the next attempt after one that failed by itself: 1 s, 4 s, 16 s ...
 *
 * @param failures so far, 1 or more
 */
export function failurePauseMs(failures: number): number {
  return Math.min(1_000 * 4 ** (failures - 1), longestMs)
}

/**
 * Time before the next attempt after one that the environment failed. What stood in another's way
 * may pass at once; a server that is away needs its time.
 *
 * @param failures of the environment in a row, 1 or more
 */
export function environmentPauseMs(problem: EnvironmentProblem, failures: number): number {
  const firstMs = problem === 'conflict' ? 100 : 1_000
  return doublingMs(failures, { firstMs, lastMs: longestMs })
}

/** Pauses that can be broken off. */
export interface Pauses {
  /** @param isShared whether it ends when `end` is called */
  pause(ms: number, isShared?: boolean): Promise<void>
  /** Waits for something that comes by itself. */
  until(comes: Promise<void>): Promise<void>
  /** What the shared pauses wait for has come. */
  end(): void
}

/** @param signal ends all pauses when it aborts, also those that would begin later */
export function createPauses(signal: AbortSignal): Pauses {
  const sleeping = new Map<() => void, { isShared: boolean }>()
  signal.addEventListener('abort', () => {
    for (const wake of sleeping.keys()) wake()
  })
  return {
    pause(ms, isShared = false) {
      if (signal.aborted) return Promise.resolve()
      return new Promise((resolve) => {
        const wake = () => {
          clearTimeout(timer)
          sleeping.delete(wake)
          resolve()
        }
        const timer = setTimeout(wake, ms)
        sleeping.set(wake, { isShared })
      })
    },
    until(comes) {
      if (signal.aborted) return Promise.resolve()
      return new Promise((resolve) => {
        const wake = () => {
          sleeping.delete(wake)
          resolve()
        }
        sleeping.set(wake, { isShared: false })
        void comes.then(wake)
      })
    },
    end() {
      if (sleeping.size === 0) return
      for (const [wake, { isShared }] of sleeping) if (isShared) wake()
    },
  }
}
