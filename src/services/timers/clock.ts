import { schedule } from 'node-cron'

/** Calls `tick` every second, one call at a time, until it is stopped. */
export function startClock(
  tick: () => Promise<void>,
  log: { error: (fields: object, message: string) => void },
): { stop(): Promise<void> } {
  let running: Promise<void> | null = null
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
    async stop() {
      await task.stop()
      await running
    },
  }
}
