import { doublingMs } from '../doubling-ms.ts'
import { environmentProblem } from '../../storage/environment-problem.ts'

export interface Look<Item> {
  /** What is looked at, for the log. */
  what: string
  /** The items that are due, the most urgent first. */
  find: (limit: number) => Promise<Item[]>
  keyOf: (item: Item) => string | number
  /** Does what is due, in a transaction of its own; whether something came of it. */
  act: (item: Item) => Promise<boolean>
  /** Goes on until nothing due is left, instead of taking one page a time. */
  all?: true
}

/** Looks at things that are due so that none of them holds up another. */
export interface Looking {
  /** Rejects only when the database cannot be used, by anybody. */
  lookAtEach<Item>(look: Look<Item>): Promise<void>
  /** Things that failed when they were looked at last. */
  failing(): number
}

interface Resting {
  untilMs: number
  failures: number
}

const pageSize = 100
/** What came to nothing lets those behind it have their turn. */
const idleRestMs = 5_000
const failureRests = { firstMs: 1_000, lastMs: 900_000 }
const forgottenAfterMs = 3_600_000

/**
 * One that throws rests, longer each time, and is logged when it does; a page is as much longer as
 * there are some that rest, so that any number of them hides nothing behind it.
 *
 * @param monotonicMs a clock that nobody sets
 */
export function createLooking({
  log,
  monotonicMs = () => performance.now(),
}: {
  log: { error: (fields: object, message: string) => void }
  monotonicMs?: () => number
}): Looking {
  const resting = new Map<string, Resting>()

  const rests = (key: string) => (resting.get(key)?.untilMs ?? 0) > monotonicMs()

  function rest(key: string, forMs: number, failures: number): void {
    resting.set(key, { untilMs: monotonicMs() + forMs, failures })
  }

  function restAfterFailure(key: string): number {
    const failures = (resting.get(key)?.failures ?? 0) + 1
    rest(key, doublingMs(failures, failureRests), failures)
    return failures
  }

  function forgetOld(): void {
    for (const [key, { untilMs }] of resting) {
      if (untilMs + forgottenAfterMs < monotonicMs()) resting.delete(key)
    }
  }

  /** What is due no longer fails no longer. */
  function forgetAllBut<Item>({ what, keyOf }: Look<Item>, due: Item[]): void {
    const keys = new Set(due.map((item) => `${what}:${String(keyOf(item))}`))
    for (const key of resting.keys()) {
      if (key.startsWith(`${what}:`) && !keys.has(key)) resting.delete(key)
    }
  }

  async function actOn<Item>({ what, act }: Look<Item>, key: string, item: Item, isFull: boolean) {
    try {
      const isDone = await act(item)
      resting.delete(key)
      if (!isDone && isFull) rest(key, idleRestMs, 0)
    } catch (error) {
      if (isEverybodys(error)) throw error
      const failures = restAfterFailure(key)
      log.error({ err: error, what, key, failures }, 'Something due failed; trying again later')
    }
  }

  return {
    async lookAtEach(look) {
      forgetOld()
      const seen = new Set<string>()
      for (let stuck = 0; ;) {
        const limit = pageSize + resting.size + stuck
        const page = await look.find(limit)
        const isFull = page.length === limit
        if (!isFull && seen.size === 0) forgetAllBut(look, page)
        stuck = 0
        let taken = 0
        for (const item of page) {
          const key = `${look.what}:${String(look.keyOf(item))}`
          if (seen.has(key)) stuck += 1
          if (seen.has(key) || rests(key) || (taken === pageSize && look.all !== true)) continue
          seen.add(key)
          taken += 1
          await actOn(look, key, item, isFull)
        }
        if (!isFull || look.all !== true) return
      }
    },
    failing: () => [...resting.values()].filter(({ failures }) => failures > 0).length,
  }
}

/** Not of the one that was looked at: each of the others would meet it too. */
function isEverybodys(error: unknown): boolean {
  const problem = environmentProblem(error)
  return problem !== null && !['lock', 'conflict', 'timeout'].includes(problem)
}
