/** Lanes that wait for a time to pass, and may be woken before it has. */
export interface SleepingLanes {
  sleep(lane: string, forMs: number): Promise<void>
  /** Wakes all of them. */
  wake(): void
  /** Wakes all of them, and none sleeps any more. */
  stop(): void
}

export function createSleepingLanes(): SleepingLanes {
  const sleeping = new Map<string, () => void>()
  let stopped = false

  function wake(): void {
    for (const wakeIt of [...sleeping.values()]) wakeIt()
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
      wake()
    },
  }
}
