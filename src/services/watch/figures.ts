import { inTime } from '../../storage/in-time.ts'
import type { Figures } from './read-figures.ts'

/** The last figures, as new as they have to be. */
export interface LatestFigures {
  /** Null when the database did not give them in time. Never rejects. */
  read(): Promise<Figures | null>
}

export interface LatestFiguresDeps {
  readFigures: () => Promise<Figures>
  /** Younger ones are good enough. */
  freshMs?: number
  /** Nobody waits longer. */
  limitMs?: number
}

/**
 * Asks the database once for all who want figures at about the same time. While one question is not
 * answered no other is asked, so that a database that hangs is not asked more and more.
 */
export function createLatestFigures(deps: LatestFiguresDeps): LatestFigures {
  const { readFigures, freshMs = 1_000, limitMs = 2_000 } = deps
  let underWay: Promise<Figures | null> | null = null
  let last: { figures: Figures | null; at: number } = { figures: null, at: -Infinity }

  async function ask(): Promise<Figures | null> {
    const figures = await readFigures().catch(() => null)
    last = { figures, at: performance.now() }
    underWay = null
    return figures
  }

  return {
    read() {
      if (performance.now() - last.at < freshMs) return Promise.resolve(last.figures)
      underWay ??= ask()
      return inTime(underWay, limitMs, null)
    },
  }
}
