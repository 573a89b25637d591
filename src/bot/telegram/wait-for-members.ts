import type { StoredUpdate } from '../../services/intake/inbox.ts'
import type { Lanes } from '../../services/intake/lanes.ts'
import type { Members } from './members.ts'
import { readWho } from './who-in-group.ts'

export interface WaitDeps {
  members: Pick<Members, 'know' | 'doubt'>
  staffChat: { id(): number | null }
  /** Told when somebody changed what the bot is in the staff group. */
  botChanged: () => void
  /** As many updates wait before `room` says that there is none. */
  mostWaiting?: number
  /** Telegram answers within a second; who still waits then has met a trouble. Default 10 s. */
  longMs?: number
  /** Milliseconds that pass evenly. */
  elapsedMs?: () => number
}

/** Lanes in front of which updates wait. */
export interface WaitingLanes extends Lanes {
  /** One sentence for the operator while somebody's words wait for long. */
  problem(): string | null
}

/** What waits in front of a lane. */
interface Queue {
  updates: StoredUpdate[]
  sinceMs: number
}

/**
 * Lets nothing that was done in the staff group into the lanes before it is known whether the person
 * is a member. A handler could not ask: it runs in a transaction. What waits keeps its order within
 * its lane and takes no place among those that run; it stays pending in the inbox.
 *
 * That somebody has become another one counts from the moment it comes, not from its turn in its own
 * lane: what he did next is in another lane.
 */
export function waitForMembers(lanes: Lanes, deps: WaitDeps): WaitingLanes {
  const { members, staffChat, botChanged, mostWaiting = 5_000, longMs = 10_000 } = deps
  const { elapsedMs = () => performance.now() } = deps
  const waiting = new Map<string, Queue>()
  let size = 0
  let stopped = false
  let wakeRoom: (() => void)[] = []

  function offer(updates: StoredUpdate[]): void {
    if (stopped) return
    const ready: StoredUpdate[] = []
    for (const update of updates) {
      const who = readWho(update.payload, staffChat.id())
      if (who?.is === 'the bot') botChanged()
      if (who?.is === 'changed') members.doubt(who.userId)
      if (!keep(update)) ready.push(update)
    }
    lanes.offer(ready)
  }

  /** @returns whether it has to wait: for an answer, or behind another one of its lane */
  function keep(update: StoredUpdate): boolean {
    const queue = waiting.get(update.lane)
    if (queue !== undefined) queue.updates.push(update)
    else {
      const who = readWho(update.payload, staffChat.id())
      const known = who === null || who.is === 'the bot' ? null : members.know(who.userId)
      if (known === null) return false
      waiting.set(update.lane, { updates: [update], sinceMs: elapsedMs() })
      void known.then(() => release(update.lane))
    }
    size += 1
    return true
  }

  function release(lane: string): void {
    const queue = waiting.get(lane)?.updates ?? []
    waiting.delete(lane)
    size -= queue.length
    for (const wake of wakeRoom.splice(0)) wake()
    if (!stopped) lanes.offer(queue.filter((update) => !keep(update)))
  }

  return {
    offer,
    holds: (update) => waiting.has(update.lane) || lanes.holds(update),
    isResting: (lane) => lanes.isResting(lane),
    rest: (lane, forMs) => lanes.rest(lane, forMs),
    size: () => lanes.size() + size,
    problem() {
      const waitsMs = [...waiting.values()].map((one) => elapsedMs() - one.sinceMs)
      const longestMs = Math.max(0, ...waitsMs)
      if (longestMs < longMs) return null
      const [who, it] =
        size === 1 ? ['An update waits', 'it'] : [`${String(size)} updates wait`, 'them']
      return `${who} to know who wrote ${it}: make the bot an administrator of the staff group`
    },
    async room() {
      while (!stopped && size >= mostWaiting) {
        await new Promise<void>((resolve) => wakeRoom.push(resolve))
      }
      await lanes.room()
    },
    async stop() {
      stopped = true
      for (const wake of wakeRoom) wake()
      wakeRoom = []
      await lanes.stop()
    },
  }
}
