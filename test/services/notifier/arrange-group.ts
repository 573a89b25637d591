import { vi } from 'vitest'

import { createGroupQueue, type GroupQueue } from '../../../src/services/notifier/group-queue.ts'
import type { Importance } from '../../../src/services/notifier/importance.ts'

export const minuteMs = 60_000

export const oneText = {
  importance: () => 'words' as const,
  whose: 'x',
  messages: 1,
  beginsTopic: false,
}

interface Asked {
  name?: string
  whose?: string
  messages?: number
  beginsTopic?: boolean
}

export interface ArrangedGroup {
  queue: GroupQueue
  /** Who had a turn, and when. */
  granted: { name: string; at: number }[]
  names(): string[]
  ask(importance: Importance, asked?: Asked): void
  /** The group is full, and everything asked for now waits until the minute is over. */
  fill(): void
  /** Lets time pass. */
  later(forMs: number): Promise<unknown>
}

/** A group that takes 18 messages a minute, by a clock that the test moves. */
export function arrangeGroup(): ArrangedGroup {
  vi.useFakeTimers({ now: 0 })
  const queue = createGroupQueue({ perMinute: 18, newcomersPerMinute: 3 }, Date.now)
  const granted: ArrangedGroup['granted'] = []
  let order = 0
  return {
    queue,
    granted,
    names: () => granted.map(({ name }) => name),
    ask(importance, asked = {}) {
      order += 1
      const { name = importance, whose = `one of many ${String(order)}` } = asked
      const { messages = 1, beginsTopic = false } = asked
      const asking = { importance: () => importance, whose, order, messages, beginsTopic }
      void queue.take(asking).then(() => granted.push({ name, at: Date.now() }))
    },
    fill() {
      for (let index = 0; index < 18; index += 1) queue.count()
    },
    later: (forMs) => vi.advanceTimersByTimeAsync(forMs),
  }
}
