import { schedule } from 'node-cron'

export interface Clock {
  /** Runs something during which the clock does not look. */
  standFor<T>(task: () => Promise<T>): Promise<T>
  stop(): Promise<void>
}

/** A second may be late; after so many without a look somebody has set the clock back. */
const silentMs = 3_000

/**
 * Calls `tick` every second, one call at a time, until it is stopped. The scheduler waits for a time
 * of day: when that is set back an hour it would not call for an hour, so it begins anew.
 */
export function startClock(
  tick: () => Promise<void>,
  log: { error: (fields: object, message: string) => void },
): Clock {
  let running: Promise<unknown> | null = null
  let calledAt = performance.now()
  const look = () => {
    calledAt = performance.now()
    running ??= tick()
      .catch((error: unknown) =>
        log.error({ err: error }, 'The clock could not look at the timers'),
      )
      .finally(() => (running = null))
  }
  // A second that was missed is no loss: the next look finds all that is due.
  const task = schedule('* * * * * *', look, { suppressMissedWarning: true })
  const watch = setInterval(() => {
    if (performance.now() - calledAt < silentMs) return
    calledAt = performance.now()
    void Promise.resolve(task.stop()).then(() => (isStopped ? undefined : task.start()))
  }, silentMs)
  let isStopped = false
  return {
    async standFor(task) {
      while (running !== null) await running
      const done = task()
      running = done.catch(() => undefined).finally(() => (running = null))
      return done
    },
    async stop() {
      isStopped = true
      clearInterval(watch)
      await task.stop()
      await running
    },
  }
}
