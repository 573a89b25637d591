import type { Person } from '../../domain/people.ts'
import { createBatcher } from '../batcher.ts'
import type { OutboxRow } from '../notifier/outcome.ts'
import type { Outgoing } from '../notifier/outgoing.ts'
import { planEffects } from '../notifier/plan-effects.ts'
import { loadPeople, stranger, type LoadedPerson } from '../telegram/load-people.ts'
import type { Connection, Queryable } from '../../storage/sql.ts'
import { causeOf, commitWork, effectsLeft, type Committed } from './commit-work.ts'
import { dialogueKey } from './dialogue-key.ts'
import type { StoredUpdate } from './inbox.ts'
import { userOfLane } from './lane.ts'
import type { Work, WorkResult } from './work.ts'

export interface AttemptDeps {
  db: Queryable
  /** A connection of its own with a transaction begun. */
  begin: () => Promise<Connection>
  botId: number
  /** Decides what an update means; collects everything on the work. */
  handle: (work: Work) => Promise<void>
  /** Called after the commit when somebody did something in his private chat. */
  acted: (personId: number) => void
  /** Called after the commit with the new rows of the outbox. */
  committed: (rows: OutboxRow[]) => void
  /** The lane is to rest after the update that runs in it. */
  rest: (lane: string, forMs: number) => void
  /** Told how updates ended, for those who count; one whose answer was lost is not counted. */
  ended?: (end: WorkResult['state'], count: number) => void
  log: Record<'info', (fields: object, message: string) => void>
  now?: () => Date
}

export interface Attempt {
  /**
   * Handles updates once and commits what they leave behind. An attempt that throws has written
   * nothing, unless the answer to its commit was lost.
   *
   * @param again after an attempt whose end is not known
   */
  run(updates: StoredUpdate[], again: boolean): Promise<void>
  /** Passes on what an attempt wrote whose answer was lost. */
  passOnLost(updates: StoredUpdate[]): Promise<void>
}

/** Read, decide, write, mark as done: in one transaction. */
export function createAttempt(deps: AttemptDeps): Attempt {
  const { db, botId, now = () => new Date() } = deps
  const load = createBatcher<number, LoadedPerson>((ids) => loadPeople(db, ids), { maxAtOnce: 2 })
  const asked = new WeakSet<WorkResult>()
  const commit = createBatcher<WorkResult, Committed>(commitGroup, { maxAtOnce: 2 })

  /** A group that failed is written one by one; what is there then was written the first time. */
  async function commitGroup(results: WorkResult[]): Promise<Committed[]> {
    const again = results.some((result) => asked.has(result))
    for (const result of results) asked.add(result)
    const committed = await commitWork(db, botId, results)
    if (!again) return committed
    return Promise.all(
      committed.map(async (rows, index) => {
        const result = results[index]
        return rows ?? (result === undefined ? null : effectsLeft(db, [causeOf(result.updateIds)]))
      }),
    )
  }

  async function run(updates: StoredUpdate[], again: boolean): Promise<void> {
    const userId = privateUserOf(updates)
    const loaded = userId === null ? stranger : await load(userId)
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
      person: loaded.person,
      contact: loaded.contact,
      dialogue: loaded.dialogue,
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
    if (rows === null && again) await passOnLost(updates)
    else if (rows !== null) {
      deps.ended?.(result.state, updates.length)
      passOn(work.person, rows)
    }
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

  async function passOnLost(updates: StoredUpdate[]): Promise<void> {
    const ids = updates.map(({ updateId }) => updateId)
    const userId = privateUserOf(updates)
    const { person } = userId === null ? stranger : await load(userId)
    passOn(person, await effectsLeft(db, [causeOf(ids)]))
  }

  function passOn(person: Person | null, rows: OutboxRow[]): void {
    if (person !== null) deps.acted(person.id)
    if (rows.length > 0) deps.committed(rows)
  }

  return { run, passOnLost }
}

/** The user of a private chat's lane, the only ones that have a dialogue. */
function privateUserOf([first]: StoredUpdate[]): number | null {
  return first === undefined ? null : userOfLane(first.lane)
}
