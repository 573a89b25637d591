import { schedule } from 'node-cron'

export interface Clock {
  /** Runs something during which the clock does not look. */
  standFor<T>(task: () => Promise<T>): Promise<T>
  stop(): Promise<void>
}

/** Calls `tick` every second, one call at a time, until it is stopped. */
export function startClock(
  tick: () => Promise<void>,
  log: { error: (fields: object, message: string) => void },
): Clock {
  let running: Promise<unknown> | null = null
  const look = () => {
    running ??= tick()
      .catch((error: unknown) =>
        log.error({ err: error }, 'The clock could not look at the timers'),
      )
      .finally(() => (running = null))
  }
  // A second that was missed is no loss: the next look finds all that is due.
  const task = schedule('* * * * * *', look, { suppressMissedWarning: true })
  return {
    async standFor(task) {
      while (running !== null) await running
      const done = task()
      running = done.catch(() => undefined).finally(() => (running = null))
      return done
    },
    async stop() {
      await task.stop()
      await running
    },
  }
}
