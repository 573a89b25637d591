import { createBurial } from '../../src/services/intake/burial.ts'
import type { StoredUpdate } from '../../src/services/intake/inbox.ts'
import { storeUpdates } from '../../src/services/intake/store-updates.ts'
import { createProcessor, type ProcessDeps } from '../../src/services/intake/process-updates.ts'
import type { Work } from '../../src/services/intake/work.ts'
import type { DeadUnit } from '../../src/services/intake/dead-unit.ts'
import type { OutboxRow } from '../../src/services/notifier/outcome.ts'
import type { Outgoing } from '../../src/services/notifier/outgoing.ts'
import { watchOnServer } from '../../src/storage/server-watch.ts'
import { begin } from '../../src/storage/sql.ts'
import type { TestDatabase } from './database.ts'
import { performOn } from './perform.ts'
import { deadUnits } from './dead-units.ts'

export const botId = 42

export const hello: Outgoing = {
  kind: 'say',
  place: { kind: 'person', personId: 7 },
  content: { text: 'Hello', entities: [] },
}

/** Stores messages of one chat and returns them as they go to the lanes. */
export async function store(
  db: TestDatabase,
  { from, count = 1, lane = 'user:7' }: { from: number; count?: number; lane?: string },
): Promise<StoredUpdate[]> {
  const updates = Array.from({ length: count }, (_, index) => ({
    updateId: from + index,
    lane,
    payload: { update_id: from + index, message: { text: 'hi' } },
    poison: null,
  }))
  return (await storeUpdates(db.database.pool, botId, updates)).added
}

/** No test waits for the pauses unless it is about them. */
export const quickPauses: NonNullable<ProcessDeps['pauseMs']> = {
  afterFailure: () => 1,
  forEnvironment: () => 50,
}

export interface StagedProcessor {
  process: (updates: StoredUpdate[]) => Promise<void>
  committed: OutboxRow[]
  buried: DeadUnit[]
  warnings: string[]
}

/** The real processor on a test's database, with a handler of the test's own. */
export function arrangeProcessor(
  db: TestDatabase,
  handle: (work: Work) => Promise<void>,
  change: Partial<ProcessDeps> = {},
): StagedProcessor {
  const { pool } = db.database
  const committed: OutboxRow[] = []
  const buried: DeadUnit[] = []
  const warnings: string[] = []
  const burial = createBurial({
    db: pool,
    begin: () => begin(pool),
    botId,
    perform: performOn(db, (_tx, changes) => {
      buried.push(...deadUnits(changes))
      return Promise.resolve([])
    }),
    now: () => new Date(),
    log: { warn: () => undefined, error: () => undefined },
  })
  const process = createProcessor({
    db: pool,
    begin: () => begin(pool),
    botId,
    handle,
    acted: () => undefined,
    committed: (rows) => committed.push(...rows),
    rest: () => undefined,
    bury: (unit, reason) => burial.bury(unit, reason),
    watch: (what) => watchOnServer(db.url, what),
    log: {
      info: () => undefined,
      warn: (_fields, message) => warnings.push(message),
    },
    signal: new AbortController().signal,
    pauseMs: quickPauses,
    ...change,
  })
  return { process, committed, buried, warnings }
}

/** How an update stands in the inbox. */
export async function rowOf(
  db: TestDatabase,
  updateId: number,
): Promise<{ state: string; attempts: number; deaths: number; reason: string | null } | undefined> {
  const { rows } = await db.database.pool.query<{
    state: string
    attempts: number
    deaths: number
    reason: string | null
  }>(
    `select state, attempts, deaths, reason from inbound_update
     where bot_id = $1 and update_id = $2`,
    [botId, updateId],
  )
  return rows[0]
}
