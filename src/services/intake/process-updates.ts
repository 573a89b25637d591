import { setTimeout } from 'node:timers/promises'

import { createBatcher } from '../batcher.ts'
import type { OutboxRow } from '../notifier/outcome.ts'
import type { Outgoing } from '../notifier/outgoing.ts'
import { planEffects } from '../notifier/plan-effects.ts'
import type { Connection, Queryable } from '../../storage/sql.ts'
import { commitWork, type Committed } from './commit-work.ts'
import { recordFailure, type StoredUpdate } from './inbox.ts'
import { loadPeople, type LoadedPerson } from './load-person.ts'
import { dialogueKey, type Work, type WorkResult } from './work.ts'

export interface ProcessDeps {
  db: Queryable
  /** A connection of its own with a transaction begun. */
  begin: () => Promise<Connection>
  botId: number
  /** Decides what an update means; collects everything on the work. */
  handle: (work: Work) => Promise<void>
  /** Called after the commit when somebody did something in his private chat. */
  acted: (telegramUserId: number) => void
  /** Called after the commit with the new rows of the outbox. */
  committed: (rows: OutboxRow[]) => void
  /** The lane is to rest after the update that runs in it. */
  rest: (lane: string, forMs: number) => void
  /** An update that failed for the last time: for the operator. */
  buried: (update: StoredUpdate) => Promise<void>
  log: Record<'info' | 'warn', (fields: object, message: string) => void>
  /** Aborted when the program stops: no further attempts then. */
  signal: AbortSignal
  now?: () => Date
  maxAttempts?: number
}

const databaseAwayMs = 1_000

/**
 * Handles one update (or one album) in one transaction: read, decide, write, mark as done.
 *
 * A crash before the commit leaves no trace and the update runs again; after it nothing is missing.
 * An update that fails `maxAttempts` times becomes a dead letter and its lane goes on.
 */
export function createProcessor(deps: ProcessDeps): (updates: StoredUpdate[]) => Promise<void> {
  const { db, botId, now = () => new Date(), maxAttempts = 3 } = deps
  const load = createBatcher<number, LoadedPerson>((ids) => loadPeople(db, ids), { maxAtOnce: 2 })
  const commit = createBatcher<WorkResult, Committed>((results) => commitWork(db, botId, results), {
    maxAtOnce: 2,
  })

  async function attempt(updates: StoredUpdate[]): Promise<void> {
    const userId = privateUserOf(updates)
    const loaded = userId === null ? { person: null, dialogue: null } : await load(userId)
    const result: WorkResult = {
      updateIds: updates.map(({ updateId }) => updateId),
      state: 'done',
      reason: null,
      dialogue: undefined,
      effects: [],
    }
    let connection: Promise<Connection> | undefined
    const work: Work = {
      updates,
      now: now(),
      ...loaded,
      saveDialogue(state) {
        if (userId === null) throw new Error('Only a private chat has a dialogue')
        result.dialogue = { key: dialogueKey(userId), state }
      },
      send(...effects: Outgoing[]) {
        result.effects.push(...effects.flatMap(planEffects))
      },
      db: { query: async (statement) => ((await connection) ?? db).query(statement) },
      transaction() {
        connection ??= deps.begin()
        return connection
      },
      ignore(reason) {
        result.state = 'ignored'
        result.reason = reason
        deps.log.info({ updateIds: result.updateIds, reason }, 'An update was ignored')
      },
      rest(forMs) {
        const [first] = updates
        if (first !== undefined) deps.rest(first.lane, forMs)
      },
    }
    try {
      await deps.handle(work)
    } catch (error) {
      await connection?.then((open) => open.rollback())
      throw error
    }
    const rows =
      connection === undefined ? await commit(result) : await finish(await connection, result)
    if (rows !== null && userId !== null) deps.acted(userId)
    if (rows !== null && rows.length > 0) deps.committed(rows)
  }

  async function finish(open: Connection, result: WorkResult): Promise<Committed> {
    try {
      const [rows] = await commitWork(open, botId, [result])
      // Somebody else finished this update while we ran: nothing of ours may stay.
      if (rows === null || rows === undefined) await open.rollback()
      else await open.commit()
      return rows ?? null
    } catch (error) {
      await open.rollback()
      throw error
    }
  }

  return async function process(updates) {
    for (;;) {
      try {
        await attempt(updates)
        return
      } catch (error) {
        const attempts = await countAttempt(updates, error)
        if (attempts === null) {
          // The database is away; the update stays pending and its lane waits for it.
          await setTimeout(databaseAwayMs, undefined, { signal: deps.signal }).catch(
            () => undefined,
          )
          if (deps.signal.aborted) return
        } else if (attempts >= maxAttempts) {
          for (const update of updates) await deps.buried(update)
          return
        }
      }
    }
  }

  /** Null when even that could not be written: the database is away, the update stays pending. */
  async function countAttempt(updates: StoredUpdate[], error: unknown): Promise<number | null> {
    const updateIds = updates.map(({ updateId }) => updateId)
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    deps.log.warn({ updateIds, err: error }, 'An update failed')
    try {
      return await recordFailure(db, botId, updateIds, reason.slice(0, 500), maxAttempts)
    } catch (cause) {
      deps.log.warn({ updateIds, err: cause }, 'The failure of an update could not be recorded')
      return null
    }
  }
}

/** The user of a private chat's lane, the only ones that have a dialogue. */
function privateUserOf([first]: StoredUpdate[]): number | null {
  const match = /^user:(\d+)$/.exec(first?.lane ?? '')
  return match?.[1] === undefined ? null : Number(match[1])
}
