import { watchOnServer } from '../../storage/server-watch.ts'
import { begin } from '../../storage/sql.ts'
import type { Database } from '../../storage/database.ts'
import type { Perform } from '../perform.ts'
import type { AttemptDeps } from './attempt.ts'
import { createBurial, type BurialDeps } from './burial.ts'
import { pendingInLane } from './inbox.ts'
import { createIntake, type Intake } from './intake.ts'
import { createLanes, type Lanes } from './lanes.ts'
import { createProcessor, type ProcessDeps } from './process-updates.ts'

export interface HandlingDeps<Admitted extends Lanes> extends Pick<
  AttemptDeps,
  'handle' | 'acted'
> {
  /** Told how updates ended. */
  ended: (end: 'done' | 'ignored' | 'dead', count: number) => void
  database: Pick<Database, 'pool' | 'url'>
  botId: number
  /** Puts something in front of the lanes, where updates wait. */
  admit: (lanes: Lanes) => Admitted
  perform: Perform
  /** Called after each commit with the new rows of the outbox. */
  queued: AttemptDeps['committed']
  log: ProcessDeps['log'] & BurialDeps['log']
  now: () => Date
}

/** How updates are dealt with: stored, put into lanes, handled one at a time, buried if need be. */
export interface Handling<Admitted extends Lanes> {
  intake: Intake
  lanes: Admitted
  /** Lets what runs come to its end and begins nothing. */
  stop(): Promise<void>
}

export function createHandling<Admitted extends Lanes>(
  deps: HandlingDeps<Admitted>,
): Handling<Admitted> {
  const { database, botId, handle, acted, ended, queued, log, now } = deps
  const db = database.pool
  const stopping = new AbortController()
  const burial = createBurial({
    db,
    botId,
    ended,
    log,
    now,
    perform: deps.perform,
    begin: () => begin(db),
  })
  const running = createLanes({
    backlog: (lane, limit) => pendingInLane(db, botId, lane, limit),
    run: createProcessor({
      db,
      botId,
      handle,
      acted,
      ended,
      log,
      now,
      signal: stopping.signal,
      begin: () => begin(db),
      committed: queued,
      rest: (lane, forMs) => running.rest(lane, forMs),
      bury: (unit, reason) => burial.bury(unit, reason),
      watch: (what) => watchOnServer(database.url, what),
    }),
  })
  const lanes = deps.admit(running)
  const intake = createIntake({ db, botId, lanes, burial, log })
  return {
    intake,
    lanes,
    async stop() {
      stopping.abort()
      await lanes.stop()
      await intake.stop()
    },
  }
}
