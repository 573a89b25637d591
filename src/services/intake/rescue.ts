import type { Queryable } from '../../storage/sql.ts'
import type { Burial } from './burial.ts'
import { overdueUpdates, pendingOf } from './inbox.ts'
import type { Lanes } from './lanes.ts'

export interface RescueDeps {
  db: Queryable
  botId: number
  lanes: Pick<Lanes, 'holds' | 'offer' | 'room'>
  tellOfDead: Burial['tellOfDead']
  log: { warn: (fields: object, message: string) => void }
  everyMs?: number
}

/** Between the commit of an insert and its answer nobody is late. */
const graceMs = 5_000
const pageSize = 1_000

/**
 * Looks every other second for updates that wait and are in no lane, and puts them into theirs:
 * those whose insert was committed while its answer was lost, and dead ones that are to be run again.
 * Each look reads a page of ids, and the next one goes on from there. What is dead and told to nobody
 * is told now.
 */
export function createRescue({ everyMs = 2_000, ...deps }: RescueDeps): {
  start(): void
  stop(): Promise<void>
} {
  const { db, botId, lanes, tellOfDead, log } = deps
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> = Promise.resolve()
  let after = Number.MIN_SAFE_INTEGER
  let stopped = false

  async function look(): Promise<void> {
    await tellOfDead()
    const page = { afterUpdateId: after, limit: pageSize, graceMs }
    const overdue = await overdueUpdates(db, botId, page)
    const last = overdue.length < pageSize ? undefined : overdue.at(-1)
    after = last?.updateId ?? Number.MIN_SAFE_INTEGER
    const missing = overdue.filter((one) => !lanes.holds(one)).map(({ updateId }) => updateId)
    if (missing.length === 0) return
    await lanes.room()
    const updates = await pendingOf(db, botId, missing)
    if (updates.length === 0) return
    const updateIds = updates.map(({ updateId }) => updateId)
    log.warn({ updateIds }, 'Updates that no lane had are handled now')
    lanes.offer(updates)
  }

  function next(): void {
    if (stopped) return
    timer = setTimeout(() => {
      looking = look()
        .catch((error: unknown) =>
          log.warn({ err: error }, 'Nobody could look for updates that no lane has'),
        )
        .finally(next)
    }, everyMs)
  }

  return {
    start: next,
    async stop() {
      stopped = true
      clearTimeout(timer)
      await looking
    },
  }
}
