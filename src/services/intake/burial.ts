import { enqueue } from '../notifier/enqueue.ts'
import type { OutboxRow } from '../notifier/outcome.ts'
import type { Outgoing } from '../notifier/outgoing.ts'
import { environmentProblem } from '../../storage/environment-problem.ts'
import { statement, type Connection, type Queryable } from '../../storage/sql.ts'
import { recordDeaths, type Killer } from './attempts.ts'
import { effectsLeft } from './commit-work.ts'
import type { StoredUpdate } from './inbox.ts'
import type { ReceivedUpdate } from './store-updates.ts'

/** What is put aside as one: an update, or the items of an album. */
export interface DeadUnit {
  updates: Pick<StoredUpdate, 'updateId' | 'lane' | 'payload'>[]
  /**
   * `failed`: each attempt did; `killer`: the program ended while it was running; `unreadable`: it
   * could not be stored as it came.
   */
  cause: 'failed' | 'killer' | 'unreadable'
}

/**
 * What is said of a dead update, and to whom.
 *
 * @param plain nothing is read but its id; for one of which more cannot be told
 */
export type Report = (unit: DeadUnit, how: { plain: boolean }) => Promise<Outgoing[]>

export interface BurialDeps {
  db: Queryable
  begin: () => Promise<Connection>
  botId: number
  report: Report
  /** Called after the commit with the new rows of the outbox. */
  queued: (rows: OutboxRow[]) => void
  log: Record<'warn' | 'error', (fields: object, message: string) => void>
}

/**
 * Puts updates aside as dead letters. That they are dead and that somebody is told of it is written
 * in one transaction, under one cause: nobody is told twice, and no death is silent.
 */
export interface Burial {
  /** Rejects when it could not be written; it may then be repeated. */
  bury(unit: DeadUnit, reason: string): Promise<void>
  /**
   * At a start, before anything runs: counts the death of the last run, if it was one, and puts
   * aside what ended the program.
   */
  buryKillers(): Promise<void>
  /** Tells of one that was stored as a dead letter because it cannot be read. Never rejects. */
  tellOfUnreadable(update: ReceivedUpdate): Promise<void>
}

const killerReason = 'The program ended each time this was being handled'

const markDead = statement<{ updateId: number }>(
  'inbox_dead',
  `update inbound_update
   set state = 'dead', reason = $3, begun_at = null, lasting = false, finished_at = now()
   where bot_id = $1 and update_id = any($2) and state = 'pending'
   returning update_id as "updateId"`,
)

export function createBurial({ db, begin, botId, report, queued, log }: BurialDeps): Burial {
  async function bury(unit: DeadUnit, reason: string): Promise<void> {
    const effects = await told(unit)
    const rows = await inTransaction(begin, (tx) => write(tx, unit, reason, effects))
    announce(unit, reason, rows ?? (await effectsLeft(db, [causeOf(unit)])))
  }

  /** @returns null when the updates did not wait any more */
  async function write(
    tx: Queryable,
    unit: DeadUnit,
    reason: string,
    effects: Outgoing[],
  ): Promise<OutboxRow[] | null> {
    const ids = unit.updates.map(({ updateId }) => updateId)
    if ((await markDead(tx, botId, ids, reason)).length === 0) return null
    return enqueue(tx, causeOf(unit), effects)
  }

  /** What made the desk stumble may make the report stumble as well. */
  async function told(unit: DeadUnit): Promise<Outgoing[]> {
    try {
      return await report(unit, { plain: false })
    } catch (error) {
      if (environmentProblem(error) !== null) throw error
      log.warn({ err: error, updateIds: idsOf(unit) }, 'Little can be told of a dead update')
      return report(unit, { plain: true })
    }
  }

  function announce(unit: DeadUnit, reason: string, rows: OutboxRow[]): void {
    log.error(
      { updateIds: idsOf(unit), cause: unit.cause, reason },
      'An update was put aside: `npm run desk -- dead list` shows it',
    )
    if (rows.length > 0) queued(rows)
  }

  return {
    bury,
    async buryKillers() {
      const buried = await inTransaction(begin, async (tx) => {
        const units = unitsOf(await recordDeaths(tx, botId))
        const written: { unit: DeadUnit; rows: OutboxRow[] }[] = []
        for (const unit of units) {
          const rows = await write(tx, unit, killerReason, await told(unit))
          written.push({ unit, rows: rows ?? [] })
        }
        return written
      })
      for (const { unit, rows } of buried) announce(unit, killerReason, rows)
    },
    async tellOfUnreadable({ updateId, lane, payload, poison }) {
      const unit: DeadUnit = {
        updates: [{ updateId, lane, payload: isRecord(payload) ? payload : {} }],
        cause: 'unreadable',
      }
      try {
        announce(unit, poison ?? '', await enqueue(db, causeOf(unit), await told(unit)))
      } catch (error) {
        log.error({ err: error, updateIds: idsOf(unit) }, 'Nobody could be told of a dead update')
      }
    },
  }
}

/** The first item stands for an album. */
function causeOf({ updates: [first] }: DeadUnit): string {
  if (first === undefined) throw new Error('A dead unit without an update')
  return `dead:${String(first.updateId)}`
}

function idsOf({ updates }: DeadUnit): number[] {
  return updates.map(({ updateId }) => updateId)
}

function unitsOf(killers: Killer[]): DeadUnit[] {
  const units = new Map<string, DeadUnit>()
  for (const killer of killers) {
    const { updateId, lane, album } = killer
    const key = `${lane} ${album ?? String(updateId)}`
    const unit = units.get(key) ?? { updates: [], cause: 'killer' }
    unit.updates.push(killer)
    units.set(key, unit)
  }
  return [...units.values()]
}

async function inTransaction<T>(
  begin: () => Promise<Connection>,
  write: (tx: Queryable) => Promise<T>,
): Promise<T> {
  const tx = await begin()
  try {
    const result = await write(tx)
    await tx.commit()
    return result
  } catch (error) {
    await tx.rollback()
    throw error
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
