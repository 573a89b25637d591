import { createBatcher } from '../batcher.ts'
import type { Queryable } from '../../storage/sql.ts'
import { restAll } from './attempts.ts'
import type { Burial } from './burial.ts'
import { pendingOf, pendingUpdates, type StoredUpdate } from './inbox.ts'
import type { Lanes } from './lanes.ts'
import { createRescue } from './rescue.ts'
import { storeUpdates, type ReceivedUpdate } from './store-updates.ts'

const pageSize = 1_000

/** Stores updates durably and hands them to the lanes; what is stored may be acknowledged. */
export interface Intake {
  /** A batch of the poller, with its next offset. */
  storeBatch(updates: ReceivedUpdate[], offset: number): Promise<void>
  /** One update of the webhook; concurrent ones share a statement. */
  storeOne(update: ReceivedUpdate): Promise<void>
  /**
   * Puts into the lanes what an earlier run stored and did not finish, and from then on what waits
   * and is in no lane.
   */
  resume(): Promise<number>
  /** After the lanes have stopped: what waits has not begun. */
  stop(): Promise<void>
}

export interface IntakeDeps {
  db: Queryable
  botId: number
  lanes: Lanes
  burial: Pick<Burial, 'buryKillers' | 'tellOfDead'>
  log: { warn: (fields: object, message: string) => void }
}

export function createIntake({ db, botId, lanes, burial, log }: IntakeDeps): Intake {
  const { tellOfDead } = burial
  const rescue = createRescue({ db, botId, lanes, tellOfDead, log })
  let telling: Promise<void> = Promise.resolve()
  const storeShared = createBatcher<ReceivedUpdate, undefined>(async (updates) => {
    await store(updates)
    return updates.map(() => undefined)
  })

  async function store(updates: ReceivedUpdate[], offset?: number): Promise<void> {
    const { added, unreadable } = await storeUpdates(db, botId, updates, offset)
    const stored = added.length + unreadable.length
    lanes.offer(stored < updates.length ? withLeft(added, await left(updates)) : added)
    // Nobody waits for it, and the rescue makes up for what is missed.
    if (unreadable.length > 0) telling = tellOfDead()
  }

  /**
   * What comes a second time is mostly done. It waits, and no lane has it, when the answer to its
   * first insert was lost; then it goes before what came after it.
   */
  async function left(updates: ReceivedUpdate[]): Promise<StoredUpdate[]> {
    const ids = updates.map(({ updateId }) => updateId)
    const waiting = await pendingOf(db, botId, ids)
    return waiting.filter((update) => !lanes.holds(update))
  }

  return {
    storeBatch: (updates, offset) => store(updates, offset),
    async storeOne(update) {
      await storeShared(update)
    },
    async resume() {
      await burial.buryKillers()
      let resumed = 0
      for (let after = Number.MIN_SAFE_INTEGER; ;) {
        const page = await pendingUpdates(db, botId, after, pageSize)
        lanes.offer(page)
        resumed += page.length
        const last = page.at(-1)
        if (last === undefined || page.length < pageSize) break
        after = last.updateId
        await lanes.room()
      }
      rescue.start()
      return resumed
    },
    async stop() {
      await rescue.stop()
      await telling
      try {
        await restAll(db, botId)
      } catch (error) {
        log.warn({ err: error }, 'The next start will take this stop for a death of the program')
      }
    },
  }
}

function withLeft(added: StoredUpdate[], left: StoredUpdate[]): StoredUpdate[] {
  const isAdded = new Set(added.map(({ updateId }) => updateId))
  const all = [...added, ...left.filter(({ updateId }) => !isAdded.has(updateId))]
  return all.sort((a, b) => a.updateId - b.updateId)
}
