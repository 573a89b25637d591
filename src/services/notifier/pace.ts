import type { Asking } from './choose-turn.ts'
import { createGroupQueue, type GroupQueue, type Turn } from './group-queue.ts'

/**
 * When the next call into a chat may leave. Telegram allows about one message a second in a chat
 * (short bursts pass), 20 a minute in a group with all its topics together, and about 30 a second
 * for bulk; edits and sends share the limit (https://core.telegram.org/bots/faq).
 *
 * A call into a private chat reserves a slot, now or in the future, and waits for it: nobody polls,
 * and slots are never given twice. In a group, where many lanes meet, a call takes its turn when one
 * is free, by importance.
 */
export interface Pace {
  /**
   * Reserves the next slot of a chat. In a group, whose turns are taken, it only counts a call.
   *
   * @param chatId negative for groups, as in Telegram
   * @returns milliseconds until the slot
   */
  reserve(chatId: number, options?: { bulk?: boolean }): number
  /** Resolves when it is the asker's turn in a group. */
  turn(groupId: number, asking: Asking): Promise<Turn>
  /** Telegram said 429: nothing leaves for this chat until `forMs` have passed. */
  pause(chatId: number, forMs: number): void
  /** Everybody who waits for a turn may go; for the end. */
  stop(): void
}

export interface PaceLimits {
  chatPerSecond: number
  chatBurst: number
  groupPerMinute: number
  bulkPerSecond: number
  /** Topics for clients with whom support has not dealt yet; without a number as many as there is room for. */
  newcomersPerMinute?: number
}

const secondMs = 1_000

/**
 * @param now milliseconds of a clock that nobody sets: with the time of day, setting it back would
 *   silence every chat for as long
 */
export function createPace(limits: PaceLimits, now: () => number = () => performance.now()): Pace {
  /** Theoretical arrival time of each private chat, as in the generic cell rate algorithm. */
  const arrivals = new Map<number, number>()
  const groups = new Map<number, GroupQueue>()
  const pauses = new Map<number, number>()
  let bulkArrival = 0
  let reservations = 0

  function privateSlot(chatId: number, earliest: number): number {
    const intervalMs = secondMs / limits.chatPerSecond
    const arrival = arrivals.get(chatId) ?? 0
    const slot = Math.max(earliest, arrival - intervalMs * (limits.chatBurst - 1))
    arrivals.set(chatId, Math.max(arrival, slot) + intervalMs)
    return slot
  }

  function group(groupId: number): GroupQueue {
    const { groupPerMinute: perMinute } = limits
    const newcomersPerMinute = Math.max(1, limits.newcomersPerMinute ?? perMinute)
    const known = groups.get(groupId) ?? createGroupQueue({ perMinute, newcomersPerMinute }, now)
    groups.set(groupId, known)
    return known
  }

  function bulkSlot(earliest: number): number {
    const slot = Math.max(earliest, bulkArrival)
    bulkArrival = slot + secondMs / limits.bulkPerSecond
    return slot
  }

  /** A chat that has been silent long enough is as good as unknown. */
  function forgetSilent(at: number): void {
    for (const [chatId, arrival] of arrivals) if (arrival < at) arrivals.delete(chatId)
    for (const [chatId, until] of pauses) if (until < at) pauses.delete(chatId)
    for (const [groupId, queue] of groups) if (queue.isIdle()) groups.delete(groupId)
  }

  return {
    reserve(chatId, { bulk = false } = {}) {
      const at = now()
      reservations += 1
      if (reservations % 1_000 === 0) forgetSilent(at)
      if (chatId < 0) {
        group(chatId).count()
        return 0
      }
      let earliest = Math.max(at, pauses.get(chatId) ?? 0)
      if (bulk) earliest = bulkSlot(earliest)
      return privateSlot(chatId, earliest) - at
    },
    turn: (groupId, asking) => group(groupId).take(asking),
    stop() {
      for (const queue of groups.values()) queue.stop()
    },
    pause(chatId, forMs) {
      if (chatId < 0) group(chatId).pause(forMs)
      else pauses.set(chatId, Math.max(pauses.get(chatId) ?? 0, now() + forMs))
    },
  }
}
