import type { SandboxClock } from '../sandbox/clock.ts'
import { badRequest } from '../sandbox/refusal.ts'
import type { DeskTime, RunningDesk } from '../src/run-desk.ts'

/** One time for the sandbox and the desk, which can be moved on. */
export interface DemoClock {
  sandbox: SandboxClock
  desk: DeskTime
  /** How far it is ahead of this machine's, in milliseconds; behind it: negative. */
  aheadMs(): number
  /** The desk runs: from now on its deadlines are kept when time passes. */
  follow(timers: RunningDesk['timers']): void
}

export function createDemoClock(startAheadMs = 0): DemoClock {
  let aheadMs = startAheadMs
  let timers: RunningDesk['timers'] | undefined
  const now = () => Date.now() + aheadMs
  const running = () => {
    if (timers === undefined) throw badRequest('the desk is still starting: try again in a moment')
    return timers
  }
  return {
    aheadMs: () => aheadMs,
    follow: (started) => void (timers = started),
    desk: {
      now: () => new Date(now()),
      moveTo: (at) => void (aheadMs = at.getTime() - Date.now()),
    },
    sandbox: {
      now,
      travel: {
        nextDeadlineAt: async () => (await running().nextDeadline())?.getTime() ?? null,
        passTo: async (at) => running().passTo(new Date(at)),
      },
    },
  }
}
