import { createBatcher } from '../batcher.ts'
import type { Queryable } from '../../storage/sql.ts'
import { pendingUpdates, storeUpdates, type ReceivedUpdate } from './inbox.ts'
import type { Lanes } from './lanes.ts'

const pageSize = 1_000

/** Stores updates durably and hands them to the lanes; what is stored may be acknowledged. */
export interface Intake {
  /** A batch of the poller, with its next offset. */
  storeBatch(updates: ReceivedUpdate[], offset: number): Promise<void>
  /** One update of the webhook; concurrent ones share a statement. */
  storeOne(update: ReceivedUpdate): Promise<void>
  /** Puts into the lanes what an earlier run stored and did not finish. */
  resume(): Promise<number>
}

export function createIntake({
  db,
  botId,
  lanes,
}: {
  db: Queryable
  botId: number
  lanes: Lanes
}): Intake {
  const storeShared = createBatcher<ReceivedUpdate, undefined>(async (updates) => {
    lanes.offer(await storeUpdates(db, botId, updates))
    return updates.map(() => undefined)
  })

  return {
    async storeBatch(updates, offset) {
      lanes.offer(await storeUpdates(db, botId, updates, offset))
    },
    async storeOne(update) {
      await storeShared(update)
    },
    async resume() {
      let resumed = 0
      for (let after = Number.MIN_SAFE_INTEGER; ;) {
        const page = await pendingUpdates(db, botId, after, pageSize)
        lanes.offer(page)
        resumed += page.length
        const last = page.at(-1)
        if (last === undefined || page.length < pageSize) return resumed
        after = last.updateId
        await lanes.room()
      }
    },
  }
}
