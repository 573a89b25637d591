import { setTimeout as sleep } from 'node:timers/promises'

import { present } from './bot/present.ts'
import { presentNewcomers } from './bot/staff/present-newcomers.ts'
import type { Sending } from './create-sending.ts'
import type { Desk } from './desk/desk.ts'
import { newcomersPerMinute } from './desk/newcomers-per-minute.ts'
import type { Texts } from './locales/texts.ts'
import type { Log } from './log.ts'
import { startClock } from './services/timers/clock.ts'
import { createLooking } from './services/timers/look-at-each.ts'
import { nextDeadline, passTime } from './services/timers/pass-time.ts'
import { createTick } from './services/timers/tick.ts'
import { createNewcomersWatch } from './services/timers/watch-newcomers.ts'
import type { Database } from './storage/database.ts'
import { begin } from './storage/sql.ts'

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
  stop(): Promise<void>
}

export interface TimersDeps {
  pool: Database['pool']
  desk: Desk
  texts: Texts
  sending: Sending
  log: Log
  time: DeskTime
}

/** Starts to look, every second, at what is due. */
export function startTimers({ pool, desk, texts, sending, log, time }: TimersDeps): Timers {
  const { now, moveTo } = time
  const looking = createLooking({ log })
  const tick = createTick({
    db: pool,
    desk,
    log,
    now,
    looking,
    begin: () => begin(pool),
    present: (change, at) => present(change, { desk, texts, now: at }),
    queued: (rows) => sending.offer(rows),
  })
  const watchNewcomers = createNewcomersWatch({
    db: pool,
    now,
    begin: () => begin(pool),
    perMinute: newcomersPerMinute(desk.limits),
    present: (news) => presentNewcomers(news, texts(desk.languages[0])),
    queued: (rows) => sending.offer(rows),
  })
  const clock = startClock(async () => {
    try {
      await tick()
    } finally {
      await watchNewcomers()
    }
  }, log)
  return {
    nextDeadline: () => nextDeadline(pool, now()),
    async passTo(at) {
      if (moveTo === undefined) throw new Error('This clock cannot be moved.')
      const deps = {
        db: pool,
        now,
        moveTo,
        tick: () => tick({ moved: true }),
        settle: () => settle(sending),
      }
      await clock.standFor(() => passTime(deps, at))
    },
    failing: () => looking.failing(),
    stop: () => clock.stop(),
  }
}

/** What is due is seen before more time passes, unless something holds it up. */
async function settle(sending: Sending): Promise<void> {
  sending.lookAgain()
  for (let waitedMs = 0; waitedMs < 500 && sending.size() > 0; waitedMs += 5) await sleep(5)
}
