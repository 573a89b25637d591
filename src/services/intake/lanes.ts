import { albumOf } from './album-of.ts'
import type { StoredUpdate } from './inbox.ts'
import { unpackLane } from './lane.ts'
import { createRestingLanes, type RestingDeps } from './resting-lanes.ts'

/**
 * Runs updates so that within a lane one follows the other, in order of their ids, while lanes run
 * side by side.
 *
 * A lane is a private chat or a topic of the staff group. Two updates of one lane never overlap:
 * the second one reads what the first one wrote, and a client's three messages are handled in the
 * order in which he wrote them. A slow lane delays nobody else.
 *
 * An album arrives as several updates with one `media_group_id`. Its first item waits at the head
 * of its lane until `albumWaitMs` have passed since the latest item; then all of them run as one.
 * In the staff group one without a caption waits longer: the caption may still come and keep all of
 * it inside. No lane waits longer than `albumMaxWaitMs` for one album; what comes later is handled
 * later (bot/update/follow-album.ts). Time is what passed here since an item arrived, whatever clocks say.
 */
export interface Lanes {
  /**
   * Adds stored updates; their order within a lane must be that of their ids. Those that wait or run
   * already are left out.
   */
  offer(updates: StoredUpdate[]): void
  /** Whether an update waits or runs, or is left in the inbox until its lane has rested. */
  holds(update: Pick<StoredUpdate, 'updateId' | 'lane'>): boolean
  /** Whether a lane rests because of who floods it, so that what is in it waits for long. */
  isResting(lane: string): boolean
  /** After the update that runs in a lane now, the next one is handled so much later. */
  rest(lane: string, forMs: number): void
  /** Updates waiting or running, without those of lanes that rest. */
  size(): number
  /** Resolves when fewer than `highWater` updates wait. */
  room(): Promise<void>
  /** Takes nothing new; resolves when all that run are finished. */
  stop(): Promise<void>
}

const rememberedAlbums = 1_000

export function createLanes({
  run,
  backlog = () => Promise.resolve([]),
  maxRunning = 128,
  highWater = 5_000,
  albumWaitMs = 1_000,
  captionWaitMs = 3_000,
  albumMaxWaitMs = 5_000,
  elapsedMs = () => performance.now(),
}: {
  /** Handles one update, or the items of one album; must not throw. */
  run: (updates: StoredUpdate[]) => Promise<void>
  /** What waits in a lane that rested. */
  backlog?: RestingDeps['backlog']
  maxRunning?: number
  highWater?: number
  albumWaitMs?: number
  captionWaitMs?: number
  albumMaxWaitMs?: number
  /** Milliseconds that pass evenly. */
  elapsedMs?: () => number
}): Lanes {
  const waiting = new Map<string, StoredUpdate[]>()
  /** When an item of an album arrived here. */
  const arrivals = new WeakMap<StoredUpdate, number>()
  /** Albums that ran: what comes of them later need not wait for company. */
  const begun = new Set<string>()
  const busy = new Set<string>()
  const timers = new Map<string, NodeJS.Timeout>()
  const ready: string[] = []
  const held = new Set<number>()
  let size = 0
  let running = 0
  let stopped = false
  let wakeRoom: (() => void)[] = []
  let wakeStop: (() => void) | undefined

  function offer(updates: StoredUpdate[]): void {
    for (const update of updates) {
      if (held.has(update.updateId) || resting.leaves(update.lane)) continue
      held.add(update.updateId)
      const queue = waiting.get(update.lane)
      if (queue === undefined) waiting.set(update.lane, [update])
      else queue.push(update)
      size += 1
      if (albumOf(update) !== null) arrivals.set(update, elapsedMs())
      if (!busy.has(update.lane)) {
        busy.add(update.lane)
        ready.push(update.lane)
      }
      // A further item of an album that waits at the head of its lane starts the wait anew.
      if (timers.has(update.lane)) proceed(update.lane)
    }
    pump()
  }

  const resting = createRestingLanes({ backlog, goOn })

  /** A lane that rested has what it left in the inbox. */
  function goOn(lane: string, updates: StoredUpdate[]): void {
    if (updates.length > 0) {
      waiting.set(lane, updates)
      size += updates.length
      for (const { updateId } of updates) held.add(updateId)
      ready.push(lane)
    } else forget(lane)
    pump()
  }

  function forget(lane: string): void {
    waiting.delete(lane)
    busy.delete(lane)
  }

  function proceed(lane: string): void {
    clearTimeout(timers.get(lane))
    timers.delete(lane)
    ready.push(lane)
  }

  function pump(): void {
    while (!stopped && running < maxRunning) {
      const lane = ready.shift()
      if (lane === undefined) return
      const taken = take(lane)
      if (taken.length > 0) void start(lane, taken)
    }
  }

  /** The head of the lane, or nothing while it is an album whose items may still be coming. */
  function take(lane: string): StoredUpdate[] {
    const queue = waiting.get(lane) ?? []
    const group = albumOf(queue[0])
    if (group === null) return queue.splice(0, 1)
    const items = queue.filter((item) => albumOf(item) === group)
    const waitMs = begun.has(keyOf(lane, group)) ? 0 : waitOf(items)
    if (waitMs > 0) {
      const goOn = () => {
        proceed(lane)
        pump()
      }
      timers.set(lane, setTimeout(goOn, waitMs))
      return []
    }
    waiting.set(
      lane,
      queue.filter((item) => !items.includes(item)),
    )
    remember(keyOf(lane, group))
    return items
  }

  function remember(album: string): void {
    begun.add(album)
    const [oldest] = begun
    if (begun.size > rememberedAlbums && oldest !== undefined) begun.delete(oldest)
  }

  /** How long the items of an album at the head of a lane wait for more of them. */
  function waitOf(items: StoredUpdate[]): number {
    const times = items.map((item) => arrivals.get(item) ?? 0)
    const [first = 0] = times
    const mayBeMarked = items.every(isSilentInGroup)
    const untilMs = (times.at(-1) ?? 0) + (mayBeMarked ? captionWaitMs : albumWaitMs)
    return Math.min(untilMs, first + albumMaxWaitMs) - elapsedMs()
  }

  async function start(lane: string, updates: StoredUpdate[]): Promise<void> {
    running += 1
    try {
      await run(updates)
    } finally {
      running -= 1
      size -= updates.length
      for (const { updateId } of updates) held.delete(updateId)
      const left = waiting.get(lane) ?? []
      if (resting.stops(lane, left.length === 0)) {
        waiting.delete(lane)
        size -= left.length
        for (const { updateId } of left) held.delete(updateId)
      } else if (left.length > 0) ready.push(lane)
      else forget(lane)
      if (size < highWater) for (const wake of wakeRoom.splice(0)) wake()
      if (stopped && running === 0) wakeStop?.()
      pump()
    }
  }

  return {
    offer,
    holds: ({ updateId, lane }) => held.has(updateId) || resting.isBehind(lane),
    isResting: (lane) => resting.isBehind(lane),
    rest: (lane, forMs) => resting.ask(lane, forMs),
    size: () => size,
    room: () =>
      size < highWater ? Promise.resolve() : new Promise((resolve) => wakeRoom.push(resolve)),
    async stop() {
      stopped = true
      resting.stop()
      for (const timer of timers.values()) clearTimeout(timer)
      timers.clear()
      for (const wake of wakeRoom) wake()
      wakeRoom = []
      if (running > 0) await new Promise<void>((resolve) => (wakeStop = resolve))
    },
  }
}

/** Whether an item is an agent's and has no caption. */
function isSilentInGroup({ lane, payload }: StoredUpdate): boolean {
  if (unpackLane(lane)?.kind !== 'topic') return false
  const message = payload['message'] as Record<string, unknown>
  return typeof message['caption'] !== 'string' || message['caption'].trim() === ''
}

function keyOf(lane: string, group: string): string {
  return `${lane} ${group}`
}
