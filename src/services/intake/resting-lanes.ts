import { albumOf } from './album-of.ts'
import type { StoredUpdate } from './inbox.ts'

/**
 * Lanes that rest because somebody does more than he may. What waits in one that rests is in the
 * inbox alone: it takes no memory, fills no high-water mark, and is read again a page at a time. So
 * whoever floods the desk slows down nobody but himself.
 */
export interface RestingLanes {
  /** The update that runs in a lane asks for a rest after it. */
  ask(lane: string, forMs: number): void
  /**
   * Called when an update of a lane has ended.
   *
   * @returns whether the lane stops here; what is in memory of it is to be forgotten, for `goOn` brings it
   */
  stops(lane: string, isEmpty: boolean): boolean
  /** Whether what comes for a lane now stays in the inbox. */
  leaves(lane: string): boolean
  /** Whether not all that waits in a lane is in memory. */
  isBehind(lane: string): boolean
  stop(): void
}

export interface RestingDeps {
  /** The oldest updates of a lane that wait in the inbox, in order; at most `limit`. */
  backlog: (lane: string, limit: number) => Promise<StoredUpdate[]>
  /** A lane goes on with these; without any it is done. */
  goOn: (lane: string, updates: StoredUpdate[]) => void
}

/** More than an album has items. */
const pageSize = 30
const databaseAwayMs = 1_000

export function createRestingLanes({ backlog, goOn }: RestingDeps): RestingLanes {
  const asked = new Map<string, number>()
  /** Lanes of which not all that waits is in memory. */
  const behind = new Map<string, { hasMissed: boolean }>()
  const timers = new Map<string, NodeJS.Timeout>()
  let isStopped = false

  function rest(lane: string, forMs: number): void {
    if (isStopped) return
    const wake = () => {
      timers.delete(lane)
      void read(lane)
    }
    timers.set(lane, setTimeout(wake, forMs))
  }

  async function read(lane: string): Promise<void> {
    const state = { hasMissed: false }
    behind.set(lane, state)
    let page: StoredUpdate[]
    try {
      page = await backlog(lane, pageSize)
    } catch {
      // Whoever handles updates tells of a database that is away.
      rest(lane, databaseAwayMs)
      return
    }
    if (isStopped) return
    const isAll = page.length < pageSize && !state.hasMissed
    if (isAll) behind.delete(lane)
    else if (page.length === 0) return read(lane)
    goOn(lane, isAll ? page : wholeAlbums(page))
  }

  return {
    ask: (lane, forMs) => void asked.set(lane, forMs),
    stops(lane, isEmpty) {
      const forMs = asked.get(lane) ?? 0
      asked.delete(lane)
      const isBehind = behind.has(lane)
      if (forMs > 0) {
        behind.set(lane, { hasMissed: false })
        rest(lane, forMs)
        return true
      }
      if (!isBehind || !isEmpty) return false
      void read(lane)
      return true
    },
    leaves(lane) {
      const state = behind.get(lane)
      if (state === undefined) return false
      state.hasMissed = true
      return true
    },
    isBehind: (lane) => behind.has(lane),
    stop() {
      isStopped = true
      for (const timer of timers.values()) clearTimeout(timer)
      timers.clear()
    },
  }
}

/** Without an album at the end of a page that may go on in the next one. */
function wholeAlbums(page: StoredUpdate[]): StoredUpdate[] {
  const last = albumOf(page.at(-1))
  if (last === null) return page
  const whole = page.filter((update) => albumOf(update) !== last)
  return whole.length > 0 ? whole : page
}
