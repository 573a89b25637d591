/** Lanes that wait for a time to pass, and may be woken before it has. */
export interface SleepingLanes {
  sleep(lane: string, forMs: number): Promise<void>
  /** Wakes the lanes that begin so. */
  wake(lanePrefix: string): void
  /** Wakes all of them, and none sleeps any more. */
  stop(): void
}

export function createSleepingLanes(): SleepingLanes {
  const sleeping = new Map<string, () => void>()
  let stopped = false

  function wake(lanePrefix: string): void {
    for (const [lane, wakeIt] of [...sleeping]) if (lane.startsWith(lanePrefix)) wakeIt()
  }

  return {
    wake,
    sleep(lane, forMs) {
      if (stopped) return Promise.resolve()
      return new Promise((resolve) => {
        const wakeIt = () => {
          clearTimeout(timer)
          sleeping.delete(lane)
          resolve()
        }
        const timer = setTimeout(wakeIt, forMs)
        sleeping.set(lane, wakeIt)
      })
    },
    stop() {
      stopped = true
      wake('')
    },
  }
}
