import { createBatcher } from '../batcher.ts'
import { mergeRows } from './merge-rows.ts'
import { isLastAttempt, type Outcome, type OutboxRow } from './outcome.ts'
import type { Pace } from './pace.ts'
import type { Settlement } from './outbox.ts'

export interface DispatcherDeps {
  claim: (ids: number[]) => Promise<boolean[]>
  settle: (settlements: Settlement[]) => Promise<OutboxRow[][]>
  /** One attempt. Must not throw and must end by itself. */
  deliver: (row: OutboxRow) => Promise<Outcome>
  /** The chat whose budget an effect uses; null when it costs nothing or is not known yet. */
  chatOf: (row: OutboxRow) => number | null
  pace: Pace
  log: { warn: (fields: object, message: string) => void }
  /** Calls under way at once. */
  maxSending?: number
}

/**
 * Sends what the outbox holds. Within a lane first in, first out: a lane whose head waits for
 * another attempt waits whole, other lanes go on.
 */
export interface Dispatcher {
  offer(rows: OutboxRow[]): void
  /** Heads of lanes that begin so are tried again at once: what they waited for has come. */
  wake(lanePrefix: string): void
  /** Rows waiting or being sent. */
  size(): number
  /** Takes nothing new; resolves when every attempt under way has been settled. */
  stop(): Promise<void>
}

export function createDispatcher(deps: DispatcherDeps): Dispatcher {
  const { deliver, pace, maxSending = 64 } = deps
  const lanes = new Map<string, OutboxRow[]>()
  const sleeping = new Map<string, { wake: () => void }>()
  const claim = createBatcher<number, boolean>(deps.claim)
  const settle = createBatcher<Settlement, OutboxRow[]>(deps.settle)
  const waitingForPlace: (() => void)[] = []
  const lanesUnderWay = new Set<Promise<void>>()
  let sending = 0
  let size = 0
  let stopped = false

  function offer(rows: OutboxRow[]): void {
    for (const row of rows) {
      size += 1
      const queue = lanes.get(row.lane)
      if (queue !== undefined) {
        queue.push(row)
        continue
      }
      lanes.set(row.lane, [row])
      if (stopped) continue
      const lane = runLane(row.lane).finally(() => lanesUnderWay.delete(lane))
      lanesUnderWay.add(lane)
    }
  }

  async function runLane(lane: string): Promise<void> {
    for (;;) {
      const queue = lanes.get(lane) ?? []
      const head = queue[0]
      if (stopped) return
      if (head === undefined) {
        lanes.delete(lane)
        return
      }
      await waitForSlot(lane, head)
      if (isStopped()) return
      await takePlace()
      const retryAfterMs = await send(queue, head).finally(freePlace)
      if (retryAfterMs !== null) await sleep(lane, retryAfterMs)
    }
  }

  /** @returns milliseconds to wait before the lane goes on, or null to go on at once */
  async function send(queue: OutboxRow[], head: OutboxRow): Promise<number | null> {
    if (isStopped()) return null
    try {
      if (!(await claim(head.id))) {
        drop(queue, head)
        return null
      }
      head.attempts += 1
      const { effect, merged } = mergeRows(head, queue.slice(1))
      const outcome = afterAmbiguity(head, await deliver({ ...head, effect }))
      const followUps = await settle({ row: head, outcome, merged })
      if (outcome.state === 'retry') {
        if (outcome.pauseChatId !== undefined) pace.pause(outcome.pauseChatId, outcome.afterMs)
        return outcome.afterMs
      }
      for (const row of [head, ...merged]) drop(queue, row)
      offer(followUps)
      return null
    } catch (error) {
      deps.log.warn(
        { err: error, outboxId: head.id },
        'The outbox could not be written; trying again',
      )
      return 1_000
    }
  }

  function afterAmbiguity(row: OutboxRow, outcome: Outcome): Outcome {
    if (outcome.state !== 'unknown') return outcome
    const again = !isLastAttempt(row)
    row.ambiguous += 1
    if (!again) return outcome
    return { state: 'retry', afterMs: backoffMs(row.attempts), error: outcome.error }
  }

  function drop(queue: OutboxRow[], row: OutboxRow): void {
    const index = queue.indexOf(row)
    if (index < 0) return
    queue.splice(index, 1)
    size -= 1
  }

  async function waitForSlot(lane: string, row: OutboxRow): Promise<void> {
    const chatId = deps.chatOf(row)
    if (chatId === null) return
    const waitMs = pace.reserve(chatId, { bulk: row.bulk })
    if (waitMs > 0) await sleep(lane, waitMs)
  }

  function sleep(lane: string, forMs: number): Promise<void> {
    if (stopped) return Promise.resolve()
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer)
        sleeping.delete(lane)
        resolve()
      }
      const timer = setTimeout(wake, forMs)
      sleeping.set(lane, { wake })
    })
  }

  async function takePlace(): Promise<void> {
    if (sending < maxSending) sending += 1
    else await new Promise<void>((resolve) => waitingForPlace.push(resolve))
  }

  function freePlace(): void {
    const next = waitingForPlace.shift()
    if (next === undefined) sending -= 1
    else next()
  }

  /** A function, because the compiler does not know that `stopped` changes during an await. */
  function isStopped(): boolean {
    return stopped
  }

  return {
    offer,
    size: () => size,
    wake(lanePrefix) {
      for (const [lane, { wake }] of sleeping) if (lane.startsWith(lanePrefix)) wake()
    },
    async stop() {
      stopped = true
      for (const { wake } of [...sleeping.values()]) wake()
      while (lanesUnderWay.size > 0) await Promise.all(lanesUnderWay)
    },
  }
}

/** 1, 2, 4 .. 60 seconds. */
export function backoffMs(attempts: number): number {
  return Math.min(1_000 * 2 ** (attempts - 1), 60_000)
}
