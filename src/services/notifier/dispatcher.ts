import type { RowEnd } from '../watch/tally.ts'
import { createAtOnce } from './at-once.ts'
import { createAttempts, type AttemptDeps } from './attempt-rows.ts'
import type { Turn } from './group-queue.ts'
import { messagesOf } from './messages-of.ts'
import { isCardChange, laneOfPlace, slotOf } from './outgoing.ts'
import type { Outcome, OutboxRow } from './outcome.ts'
import type { Pace } from './pace.ts'
import type { Settlement } from './settle-rows.ts'
import { createSettling, type Settling, type SettlingDeps } from './settling.ts'
import { isForReaders, oldestOf, type RowClass } from './row-class.ts'
import { createSleepingLanes } from './sleeping-lanes.ts'
import { importanceOfLane, whoseTurn } from './whose-turn.ts'

export interface DispatcherDeps extends Omit<AttemptDeps, 'log'>, SettlingDeps {
  /** The chat whose budget an effect uses; null when it costs nothing or is not known. Never rejects. */
  chatOf: (row: OutboxRow) => Promise<number | null>
  pace: Pace
  /** How long a card rests after an edit, so that the next ones become one. */
  cardRestMs: number
  /** Told how rows ended, for those who count. */
  ended?: (end: RowEnd, count: number) => void
  /** Calls under way at once. */
  maxSending?: number
}

/**
 * Sends what the outbox holds. Within a lane first in, first out: a lane whose head waits for
 * another attempt waits whole, other lanes go on.
 */
export interface Dispatcher {
  /** Takes rows into their lanes, in order of their ids; those it has already are left out. */
  offer(rows: OutboxRow[]): void
  /** Whether a row waits or is being sent here. */
  holds(id: number): boolean
  /** Heads of lanes are tried again at once: what they waited for has come. */
  wake(): void
  /** Rows waiting or being sent. */
  size(): number
  unwritten: Settling['unwritten']
  /** Effects that ended without arriving, and of which nobody who waits for them was told, since the start. */
  untold(): number
  /** Lanes whose head failed at its last attempt, for how long the first of them has, and why. */
  delayed(): Delay
  /** The row of each class that waits longest: the lowest id. */
  oldest(): Map<RowClass, number>
  /** Takes nothing new; resolves when every attempt under way has been settled. */
  stop(): Promise<void>
}

/** How long places are refused: since when the first of them, and for what. */
export interface Delay {
  count: number
  sinceMs: number
  error: string
}

/** A pause more for each time in a row that a claim failed. */
const claimPauseMs = 500
const longestClaimPauseMs = 5_000

export function createDispatcher(deps: DispatcherDeps): Dispatcher {
  const { pace, maxSending = 64 } = deps
  const lanes = new Map<string, OutboxRow[]>()
  const sleeping = createSleepingLanes()
  const attempt = createAttempts(deps)
  const settling = createSettling(deps)
  const atOnce = createAtOnce(maxSending)
  const lanesUnderWay = new Set<Promise<void>>()
  const held = new Set<number>()
  /** When the head of a lane failed first, by the monotonic clock, and why it did last. */
  const failing = new Map<string, { sinceMs: number; error: string }>()
  let untold = 0
  let stopped = false

  function offer(rows: OutboxRow[]): void {
    for (const row of rows) {
      if (held.has(row.id)) continue
      held.add(row.id)
      const queue = lanes.get(row.lane)
      if (queue !== undefined) {
        insert(queue, row)
        continue
      }
      lanes.set(row.lane, [row])
      if (stopped) continue
      const lane = runLane(row.lane).finally(() => lanesUnderWay.delete(lane))
      lanesUnderWay.add(lane)
    }
  }

  async function runLane(lane: string): Promise<void> {
    let claimFailures = 0
    for (;;) {
      const queue = lanes.get(lane) ?? []
      const head = queue[0]
      if (stopped) return
      if (head === undefined) {
        lanes.delete(lane)
        failing.delete(lane)
        return
      }
      if (passOn(lane, queue, head)) continue
      const turn = await waitForTurn(lane, queue, head)
      if (isStopped()) return
      await atOnce.enter()
      const ended = isStopped() ? 'stopped' : await attempt(queue, head)
      atOnce.leave()
      turn?.end(typeof ended === 'object' && !isUnspent(ended.outcome))
      if (ended === 'stopped') return
      if (ended === 'not mine') drop(queue, head)
      claimFailures = ended === 'not known' ? claimFailures + 1 : 0
      const restMs =
        typeof ended === 'object'
          ? await conclude(queue, ended)
          : Math.min(claimFailures * claimPauseMs, longestClaimPauseMs)
      if (restMs > 0) await sleeping.sleep(lane, restMs)
    }
  }

  /** @returns milliseconds to wait before the lane goes on */
  async function conclude(queue: OutboxRow[], settlement: Settlement): Promise<number> {
    const { row: head, outcome, merged } = settlement
    if (outcome.state === 'retry' && outcome.pauseChatId !== undefined) {
      pace.pause(outcome.pauseChatId, outcome.afterMs)
    }
    if (outcome.state !== 'retry') failing.delete(head.lane)
    else {
      const sinceMs = failing.get(head.lane)?.sinceMs ?? performance.now()
      failing.set(head.lane, { sinceMs, error: outcome.error })
    }
    const isGivenUp = outcome.state === 'dead' || outcome.state === 'unknown'
    if (isGivenUp && outcome.told !== true && isForReaders(head)) untold += 1
    const followUps = await settling.settle(settlement)
    if (followUps === null) return 0
    if (outcome.state === 'retry') return outcome.afterMs
    const isCancelled = outcome.state === 'sent' && outcome.cancelled !== undefined
    deps.ended?.(isCancelled ? 'merged' : outcome.state, 1)
    deps.ended?.('merged', merged.length)
    for (const row of [head, ...merged]) drop(queue, row)
    offer(followUps)
    return isCardEdit(head) && !isUnspent(outcome) ? deps.cardRestMs : 0
  }

  function drop(queue: OutboxRow[], row: OutboxRow): void {
    const index = queue.indexOf(row)
    if (index < 0) return
    queue.splice(index, 1)
    held.delete(row.id)
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
    const chatId = await deps.chatOf(head)
    if (chatId === null) return null
    if (chatId < 0) {
      return pace.turn(chatId, {
        importance: () => importanceOfLane(queue, head),
        whose: whoseTurn(lane, queue),
        order: head.id,
        messages: messagesOf(head.effect),
        beginsTopic: head.effect.kind === 'put' && head.effect.first === true,
      })
    }
    const waitMs = pace.reserve(chatId, { bulk: head.bulk })
    if (waitMs > 0) await sleeping.sleep(lane, waitMs)
    return null
  }

  /** A function, because the compiler does not know that `stopped` changes during an await. */
  function isStopped(): boolean {
    return stopped
  }

  return {
    offer,
    holds: (id) => held.has(id),
    size: () => held.size,
    unwritten: () => settling.unwritten(),
    untold: () => untold,
    delayed() {
      const [first] = failing.values()
      if (first === undefined) return { count: 0, sinceMs: 0, error: '' }
      const { sinceMs, error } = first
      return { count: failing.size, sinceMs: performance.now() - sinceMs, error }
    },
    oldest: () => oldestOf(lanes.values()),
    wake: () => sleeping.wake(),
    async stop() {
      stopped = true
      pace.stop()
      settling.stop()
      sleeping.stop()
      while (lanesUnderWay.size > 0) await Promise.all(lanesUnderWay)
    },
  }
}

function isCardEdit({ effect }: OutboxRow): boolean {
  return effect.kind === 'put' && isCardChange(effect)
}

function isUnspent(outcome: Outcome): boolean {
  return 'unspent' in outcome
}

/** Behind the head, which may be under way, a row that comes late takes the place its id gives it. */
function insert(queue: OutboxRow[], row: OutboxRow): void {
  let at = queue.length
  while (at > 1 && (queue[at - 1]?.id ?? 0) > row.id) at -= 1
  queue.splice(at, 0, row)
}
