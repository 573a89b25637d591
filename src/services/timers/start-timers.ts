import { setTimeout as sleep } from 'node:timers/promises'

import type { Desk } from '../../desk/desk.ts'
import { newcomersPerMinute } from '../../desk/newcomers-per-minute.ts'
import type { Database } from '../../storage/database.ts'
import { begin } from '../../storage/sql.ts'
import type { Sending } from '../notifier/sending.ts'
import type { Perform } from '../perform.ts'
import { startRetention } from '../retention/start-retention.ts'
import { createRetiring } from '../privacy/retire-tickets.ts'
import { startClock } from './clock.ts'
import { createLooking } from './look-at-each.ts'
import { nextDeadline, passTime } from './pass-time.ts'
import { createTick, type TickDeps } from './tick.ts'
import { createNewcomersWatch } from './watch-newcomers.ts'

/** The time the desk lives by. */
export interface DeskTime {
  now: () => Date
  /** For a demonstration, in which days are to pass in a moment. */
  moveTo?: (at: Date) => void
}

export interface Timers {
  /** When something is due next; null: no ticket waits for anything. */
  nextDeadline(): Promise<Date | null>
  /** Lets time pass, deadline after deadline. Throws where the clock cannot be moved. */
  passTo(at: Date): Promise<void>
  /** Things that are due and failed when they were looked at last. */
  failing(): number
  /** One sentence when nothing of what is due can be looked at, for long. */
  problem(): string | null
  stop(): Promise<void>
}

export interface TimersDeps {
  pool: Database['pool']
  desk: Desk
  perform: Perform
  sending: Sending
  log: TickDeps['log']
  time: DeskTime
  /** From when on a clock that does not look is a problem. */
  stillMs: number
}

/** Starts to look, every second, at what is due, and to delete what was finished long ago. */
export function startTimers(deps: TimersDeps): Timers {
  const { pool, desk, perform, sending, log, stillMs } = deps
  const { now, moveTo } = deps.time
  const looking = createLooking({ log })
  const tick = createTick({
    db: pool,
    desk,
    log,
    now,
    looking,
    perform,
  })
  const watchNewcomers = createNewcomersWatch({
    db: pool,
    now,
    perMinute: newcomersPerMinute(desk.limits),
    perform,
  })
  let lookedAt = performance.now()
  const retire = createRetiring({ db: pool, begin: () => begin(pool), desk, now, log })
  const clock = startClock(async () => {
    try {
      await tick()
      lookedAt = performance.now()
    } finally {
      await watchNewcomers()
      await retire()
    }
  }, log)
  const retention = startRetention({ db: pool, log })
  return {
    nextDeadline: () => nextDeadline(pool, now()),
    async passTo(at) {
      if (moveTo === undefined) throw new Error('This clock cannot be moved.')
      const deps = {
        db: pool,
        now,
        moveTo,
        async tick() {
          await tick({ moved: true })
          lookedAt = performance.now()
        },
        settle: () => settle(sending),
      }
      await retention.skip(async () => {
        const before = now()
        await clock.standFor(() => passTime(deps, at))
        return now().getTime() - before.getTime()
      })
    },
    failing: () => looking.failing() + Number(retention.isFailing()),
    problem() {
      if (performance.now() - lookedAt < stillMs) return null
      return 'Reminders and deadlines stand still, because what is due cannot be looked at: the log says why'
    },
    async stop() {
      await Promise.all([clock.stop(), retention.stop()])
    },
  }
}

/** What is due is seen before more time passes, unless something holds it up. */
async function settle(sending: Sending): Promise<void> {
  sending.lookAgain()
  for (let waitedMs = 0; waitedMs < 500 && sending.size() > 0; waitedMs += 5) await sleep(5)
}
