import { environmentProblem } from '../storage/environment-problem.ts'

/**
 * Group commit: while one batch is being written, the next one collects.
 *
 * The first item is written at once and pays one round trip alone; under load the round trips are
 * shared by as many items as arrive during one of them, so throughput grows with the load and
 * nobody waits for a timer.
 *
 * @param write receives up to `maxItems` items and returns one result for each, in order; when it
 *   throws for a batch of several, each item is tried alone, so that one bad item fails alone; not
 *   when the trouble is everybody's, as it is when the database is away: then all of them fail
 * @returns a function that resolves with the item's own result
 */
export function createBatcher<Item, Result>(
  write: (items: Item[]) => Promise<Result[]>,
  { maxItems = 200, maxAtOnce = 1 }: { maxItems?: number; maxAtOnce?: number } = {},
): (item: Item) => Promise<Result> {
  interface Waiting {
    item: Item
    resolve: (result: Result) => void
    reject: (error: unknown) => void
  }
  let waiting: Waiting[] = []
  let running = 0

  async function flush(batch: Waiting[]): Promise<void> {
    try {
      const results = await write(batch.map(({ item }) => item))
      batch.forEach(({ resolve }, index) => {
        resolve(results[index] as Result)
      })
    } catch (error) {
      if (batch.length === 1 || isEverybodys(error)) for (const one of batch) one.reject(error)
      else await flushEach(batch)
    }
  }

  async function flushEach(batch: Waiting[]): Promise<void> {
    for (const one of batch) await flush([one])
  }

  function pump(): void {
    while (waiting.length > 0 && running < maxAtOnce) {
      const batch = waiting.slice(0, maxItems)
      waiting = waiting.slice(maxItems)
      running += 1
      void flush(batch).finally(() => {
        running -= 1
        pump()
      })
    }
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      // Items that come in the same turn of the event loop share the first batch.
      if (running < maxAtOnce && waiting.length === 1) queueMicrotask(pump)
    })
}

/** What fails for one because of it fails for all, and each would wait for that. */
function isEverybodys(error: unknown): boolean {
  const problem = environmentProblem(error)
  return problem !== null && !['lock', 'conflict', 'timeout'].includes(problem)
}
