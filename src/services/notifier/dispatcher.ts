import { createBatcher } from '../batcher.ts'
import { createAtOnce } from './at-once.ts'
import type { Turn } from './group-queue.ts'
import { importanceOf } from './importance.ts'
import { mergeRows } from './merge-rows.ts'
import { messagesOf } from './messages-of.ts'
import { isCardChange, laneOfPlace, slotOf } from './outgoing.ts'
import { afterAmbiguity, type Outcome, type OutboxRow } from './outcome.ts'
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
  /** How long a card rests after an edit, so that the next ones become one. */
  cardRestMs: number
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
  const atOnce = createAtOnce(maxSending)
  const lanesUnderWay = new Set<Promise<void>>()
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
      if (passOn(lane, queue, head)) continue
      const turn = await waitForTurn(lane, queue, head)
      if (isStopped()) return
      await atOnce.enter()
      const restMs = await send(queue, head, turn).finally(atOnce.leave)
      if (restMs > 0) await sleep(lane, restMs)
    }
  }

  /** @returns milliseconds to wait before the lane goes on */
  async function send(queue: OutboxRow[], head: OutboxRow, turn: Turn | null): Promise<number> {
    if (isStopped()) return 0
    try {
      if (!(await claim(head.id))) {
        turn?.end(false)
        drop(queue, head)
        return 0
      }
      head.attempts += 1
      const { effect, merged } = mergeRows(head, queue.slice(1))
      const outcome = afterAmbiguity(head, await deliver({ ...head, effect }))
      const isUnspent = 'unspent' in outcome
      turn?.end(!isUnspent)
      const followUps = await settle({ row: head, outcome, merged })
      if (outcome.state === 'retry') {
        if (outcome.pauseChatId !== undefined) pace.pause(outcome.pauseChatId, outcome.afterMs)
        return outcome.afterMs
      }
      for (const row of [head, ...merged]) drop(queue, row)
      offer(followUps)
      const isEdited = head.effect.kind === 'put' && isCardChange(head.effect) && !isUnspent
      return isEdited ? deps.cardRestMs : 0
    } catch (error) {
      deps.log.warn(
        { err: error, outboxId: head.id },
        'The outbox could not be written; trying again',
      )
      return 1_000
    }
  }

  function drop(queue: OutboxRow[], row: OutboxRow): void {
    const index = queue.indexOf(row)
    if (index < 0) return
    queue.splice(index, 1)
    size -= 1
  }

  /**
   * While the topic of a card is being made, its changes go to the end of what is said there: they
   * must neither make another topic nor be overtaken by the card they change.
   */
  function passOn(lane: string, queue: OutboxRow[], head: OutboxRow): boolean {
    const { effect } = head
    const slot = slotOf(effect)
    if (slot === null || !isCardChange(effect) || !('place' in effect)) return false
    const topicLane = laneOfPlace(effect.place)
    const topicQueue = lane === topicLane ? undefined : lanes.get(topicLane)
    if (topicQueue?.some((row) => slotOf(row.effect) === slot) !== true) return false
    queue.shift()
    topicQueue.push(head)
    return true
  }

  async function waitForTurn(
    lane: string,
    queue: OutboxRow[],
    head: OutboxRow,
  ): Promise<Turn | null> {
    const chatId = deps.chatOf(head)
    if (chatId === null) return null
    if (chatId < 0) {
      return pace.turn(chatId, {
        // What holds up a client's words matters as much as they do.
        importance: () => (queue.some(isWords) ? 'words' : importanceOf(head.effect)),
        order: head.id,
        messages: messagesOf(head.effect),
      })
    }
    const waitMs = pace.reserve(chatId, { bulk: head.bulk })
    if (waitMs > 0) await sleep(lane, waitMs)
    return null
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
      pace.stop()
      for (const { wake } of [...sleeping.values()]) wake()
      while (lanesUnderWay.size > 0) await Promise.all(lanesUnderWay)
    },
  }
}

function isWords({ effect }: OutboxRow): boolean {
  return importanceOf(effect) === 'words'
}
