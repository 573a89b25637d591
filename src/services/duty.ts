import { setTimeout as sleep } from 'node:timers/promises'

/** Something that is done again and again, one time after the other, until it is stopped. */
export interface Duty {
  start(): void
  stop(): Promise<void>
}

/** @param failed told when it rejected and had not the time before */
export function createDuty(
  act: () => Promise<void>,
  { everyMs, failed }: { everyMs: number; failed: (error: unknown) => void },
): Duty {
  const stopping = new AbortController()
  let running: Promise<void> | undefined
  let isFailing = false

  async function run(): Promise<void> {
    const { signal } = stopping
    for (;;) {
      await sleep(everyMs, undefined, { signal }).catch(() => undefined)
      if (signal.aborted) return
      try {
        await act()
        isFailing = false
      } catch (error) {
        if (!isFailing) failed(error)
        isFailing = true
      }
    }
  }

  return {
    start() {
      running ??= run()
    },
    async stop() {
      stopping.abort()
      await running
    },
  }
}
