/**
 * When the next call into a chat may leave. Telegram allows about one message a second in a chat
 * (short bursts pass), 20 a minute in a group with all its topics together, and about 30 a second
 * for bulk; edits and sends share the limit (https://core.telegram.org/bots/faq).
 *
 * A call reserves a slot, now or in the future, and waits for it: nobody polls, and slots are never
 * given twice.
 */
export interface Pace {
  /**
   * Reserves the next slot of a chat.
   *
   * @param chatId negative for groups, as in Telegram
   * @returns milliseconds until the slot
   */
  reserve(chatId: number, options?: { bulk?: boolean }): number
  /** Telegram said 429: nothing leaves for this chat until `forMs` have passed. */
  pause(chatId: number, forMs: number): void
}

export interface PaceLimits {
  chatPerSecond: number
  chatBurst: number
  groupPerMinute: number
  bulkPerSecond: number
}

const minuteMs = 60_000
const secondMs = 1_000

export function createPace(limits: PaceLimits, now: () => number = Date.now): Pace {
  /** Theoretical arrival time of each private chat, as in the generic cell rate algorithm. */
  const arrivals = new Map<number, number>()
  /** The latest `groupPerMinute` slots of each group: an exact window, so a burst may use it whole. */
  const windows = new Map<number, number[]>()
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

  function groupSlot(chatId: number, earliest: number): number {
    const window = windows.get(chatId) ?? []
    const oldest = window.length < limits.groupPerMinute ? undefined : window.shift()
    const slot = Math.max(earliest, oldest === undefined ? 0 : oldest + minuteMs)
    window.push(slot)
    windows.set(chatId, window)
    return slot
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
    for (const [chatId, window] of windows) {
      if ((window.at(-1) ?? 0) + minuteMs < at) windows.delete(chatId)
    }
  }

  return {
    reserve(chatId, { bulk = false } = {}) {
      const at = now()
      reservations += 1
      if (reservations % 1_000 === 0) forgetSilent(at)
      let earliest = Math.max(at, pauses.get(chatId) ?? 0)
      if (bulk) earliest = bulkSlot(earliest)
      const slot = chatId < 0 ? groupSlot(chatId, earliest) : privateSlot(chatId, earliest)
      return slot - at
    },
    pause(chatId, forMs) {
      pauses.set(chatId, Math.max(pauses.get(chatId) ?? 0, now() + forMs))
    },
  }
}
