import { clockSlackMs, rangesLived, type Lived } from '../../domain/lived.ts'
import type { Queryable } from '../../storage/sql.ts'
import { finishedRows, type Key } from './finished-rows.ts'
import { createLivedTime } from './lived-time.ts'

export interface RetentionDeps {
  db: Queryable
  log: Record<'info' | 'error', (fields: object, message: string) => void>
  /** A clock that nobody sets. */
  monotonicMs?: () => number
  /** Between two walks through the tables; the first one is after the first look. */
  everyMs?: number
  /** Before another attempt, after one that failed. */
  failedRestMs?: number
}

/** Deletes rows that were finished long ago. */
export interface Retention {
  /** Called around time that is let pass on purpose: it counts as lived, and old rows go at once. */
  skip(pass: () => Promise<number>): Promise<void>
  /** Whether the last attempt failed. */
  isFailing(): boolean
  stop(): Promise<void>
}

/**
 * Telegram offers an update for a day (https://core.telegram.org/bots/api#getting-updates), and what
 * is offered again is recognised by its row. The rest is for people who look into the tables.
 */
const keptMs = 8 * 86_400_000

const noteEveryMs = 30_000
const walkEveryMs = 3_600_000
const pageSize = 500
/** So much longer than it works it rests: people come first. */
const restFactor = 4
const leastRestMs = 20

/** Where a walk is: a table, and the last row that was looked at. */
interface Walk {
  table: number
  after: Key | null
  deleted: number
}

/**
 * Walks through inbox and outbox once an hour, a page after another, and deletes what was finished
 * more than eight days of the desk's life ago. Without an index of its own, for which every row would pay.
 */
export function startRetention({
  db,
  log,
  monotonicMs = () => performance.now(),
  everyMs = walkEveryMs,
  failedRestMs = noteEveryMs,
}: RetentionDeps): Retention {
  const livedTime = createLivedTime(db, monotonicMs)
  let noted: { lived: Lived; atMs: number } | null = null
  let walk: Walk | null = null
  let nextWalkAtMs = -Infinity
  let isFailing = false
  let stopped = false
  let wake: () => void = () => undefined

  async function note(options?: { skippedMs: number }): Promise<void> {
    noted = { lived: await livedTime.note(options), atMs: monotonicMs() }
  }

  /** @returns milliseconds until there is something to do again */
  async function step(): Promise<number> {
    const beganMs = monotonicMs()
    if (noted === null || beganMs - noted.atMs >= noteEveryMs) await note()
    if (walk === null && beganMs >= nextWalkAtMs) {
      walk = { table: 0, after: null, deleted: 0 }
      nextWalkAtMs = beganMs + everyMs
    }
    if (walk === null) return Math.min(noteEveryMs, Math.max(nextWalkAtMs - beganMs, leastRestMs))
    walk = await goOn(walk)
    return Math.max(leastRestMs, (monotonicMs() - beganMs) * restFactor)
  }

  /** @returns null when all tables were walked through */
  async function goOn({ table, after, deleted }: Walk): Promise<Walk | null> {
    const rows = finishedRows[table]
    if (rows === undefined || noted === null) return null
    const { lived, atMs } = noted
    const lookedAt = lived.spans.at(-1)?.to ?? 0
    const now = lookedAt + monotonicMs() - atMs
    const kept = [...rangesLived(lived, keptMs), { from: lookedAt, to: now + clockSlackMs }]
    const databaseNow = new Date(now)
    const page = await rows.deletePage(db, { after, limit: pageSize, kept, databaseNow })
    const gone = deleted + page.deleted
    if (page.last !== null) return { table, after: page.last, deleted: gone }
    if (gone > 0) log.info({ table: rows.table, rows: gone }, 'Rows finished long ago were deleted')
    return { table: table + 1, after: null, deleted: 0 }
  }

  async function run(): Promise<void> {
    while (!stopped) {
      let waitMs = failedRestMs
      try {
        waitMs = await step()
        isFailing = false
      } catch (error) {
        if (!isFailing) log.error({ err: error }, 'Rows finished long ago cannot be deleted')
        isFailing = true
      }
      if (!isStopped()) await sleep(waitMs)
    }
  }

  function sleep(forMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, forMs)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  /** A function, because the compiler does not know that `stopped` changes during an await. */
  function isStopped(): boolean {
    return stopped
  }

  const running = run()
  return {
    async skip(pass) {
      await note()
      const skippedMs = await pass()
      if (skippedMs <= 0) return
      await note({ skippedMs })
      walk = null
      nextWalkAtMs = -Infinity
      wake()
    },
    isFailing: () => isFailing,
    async stop() {
      stopped = true
      wake()
      await running
    },
  }
}
