/** Update kinds that are left out unless they are asked for (https://core.telegram.org/bots/api#getupdates). */
const leftOut = ['chat_member', 'message_reaction', 'message_reaction_count']

const dayMs = 86_400_000
const callbackMs = 150_000

export interface QueuedUpdate {
  update_id: number
  [kind: string]: unknown
}

/** Updates that wait for the bot, as getUpdates and the webhook see them. */
export interface UpdateQueue {
  /** Gives the next id, unless the update brings one. */
  push(update: Record<string, unknown>): void
  /** From the offset on; earlier ones are confirmed and forgotten. */
  from(offset: number | undefined, limit: number): QueuedUpdate[]
  /** Forgets one that the webhook has taken. */
  confirm(updateId: number): void
  /** Forgets all that wait. */
  clear(): void
  allow(kinds: readonly string[] | undefined): void
  /** What was asked for last; undefined: all but those that are left out. */
  allowed(): readonly string[] | undefined
  pendingCount(): number
  /** Called with each update that comes. */
  onPush(listener: (update: QueuedUpdate) => void): () => void
  save(): SavedQueue
  restore(saved: SavedQueue): void
}

/** A queue as it is written down. */
export interface SavedQueue {
  nextId: number
  allowed: readonly string[] | undefined
  waiting: { update: QueuedUpdate; expiresAt: number }[]
}

export function createUpdateQueue(now: () => number): UpdateQueue {
  let queue: { update: QueuedUpdate; expiresAt: number }[] = []
  let nextId = 100_000 + Math.floor(Math.random() * 1_000_000)
  let allowed: readonly string[] | undefined
  const listeners = new Set<(update: QueuedUpdate) => void>()

  function isAllowed(update: Record<string, unknown>): boolean {
    const kinds = Object.keys(update).filter((key) => key !== 'update_id')
    return kinds.every((kind) =>
      allowed === undefined || allowed.length === 0
        ? !leftOut.includes(kind)
        : allowed.includes(kind),
    )
  }

  return {
    push(update) {
      if (!isAllowed(update)) return
      const id = typeof update['update_id'] === 'number' ? update['update_id'] : nextId++
      const lifeMs = 'callback_query' in update ? callbackMs : dayMs
      const queued = { ...update, update_id: id }
      queue.push({ update: queued, expiresAt: now() + lifeMs })
      for (const listener of [...listeners]) listener(queued)
    },
    from(offset, limit) {
      const at = now()
      if (offset !== undefined && offset < 0) queue = queue.slice(offset)
      const confirmed = offset ?? Number.NEGATIVE_INFINITY
      // In place, because a benchmark has tens of thousands waiting.
      let first = 0
      while (first < queue.length && isOver(queue[first], confirmed, at)) first += 1
      if (first > 0) queue.splice(0, first)
      return queue.slice(0, limit).map(({ update }) => update)
    },
    confirm(updateId) {
      const index = queue.findIndex(({ update }) => update.update_id === updateId)
      if (index >= 0) queue.splice(index, 1)
    },
    clear() {
      queue = []
    },
    allow(kinds) {
      if (kinds !== undefined) allowed = kinds
    },
    allowed: () => allowed,
    pendingCount: () => queue.length,
    onPush(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    save: () => ({ nextId, allowed, waiting: queue }),
    restore(saved) {
      nextId = saved.nextId
      allowed = saved.allowed
      queue = saved.waiting
    },
  }
}

function isOver(
  entry: { update: QueuedUpdate; expiresAt: number } | undefined,
  offset: number,
  at: number,
): boolean {
  return entry !== undefined && (entry.update.update_id < offset || entry.expiresAt < at)
}
