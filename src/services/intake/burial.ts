import { environmentProblem } from '../../storage/environment-problem.ts'
import { statement, type Connection, type Queryable } from '../../storage/sql.ts'
import { enqueue } from '../notifier/enqueue.ts'
import type { OutboxRow } from '../notifier/outcome.ts'
import type { Outgoing } from '../notifier/outgoing.ts'
import { recordDeaths } from './attempts.ts'
import { markTold, untoldUnits, type DeadUnit } from './untold.ts'

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
 * Puts updates aside as dead letters. That one is dead holds whatever becomes of the telling, so
 * that its lane goes on and the desk starts. That it is told and what is told are written in one
 * transaction: nobody is told twice, and who could not be told now is told later.
 */
export interface Burial {
  /** Rejects when it could not be put aside; it may then be repeated. */
  bury(unit: DeadUnit, reason: string): Promise<void>
  /**
   * At a start, before anything runs: counts the death of the last run, if it was one, and puts
   * aside what ended the program.
   */
  buryKillers(): Promise<void>
  /**
   * Tells of those that are dead and of which nobody has been told: they cannot be read, or the
   * database was away when it was to be said. Never rejects.
   */
  tellOfDead(): Promise<void>
}

const killerReason = 'The program ended each time this was being handled'

const markDead = statement<{ updateId: number }>(
  'inbox_dead',
  `update inbound_update
   set state = 'dead', reason = $3, begun_at = null, lasting = false, finished_at = null
   where bot_id = $1 and update_id = any($2) and state = 'pending'
   returning update_id as "updateId"`,
)

export function createBurial({ db, begin, botId, report, queued, log }: BurialDeps): Burial {
  let telling: Promise<void> | null = null
  let isAsked = false

  /** What made the desk stumble may make the report stumble, or nobody can write it down. */
  async function tell(unit: DeadUnit): Promise<void> {
    const ways = [
      () => report(unit, { plain: false }),
      () => report(unit, { plain: true }),
      () => Promise.resolve([]),
    ]
    for (const [index, effects] of ways.entries()) {
      try {
        const written = await write(unit, await effects())
        if (written === null) return
        if (unit.cause === 'unreadable') announce(idsOf(unit), unit.cause, written.reason)
        if (written.rows.length > 0) queued(written.rows)
        else log.error({ updateIds: idsOf(unit) }, 'Nobody is told of a dead update')
        return
      } catch (error) {
        const isLast = index === ways.length - 1
        if (environmentProblem(error) !== null || isLast) throw error
        log.warn({ err: error, updateIds: idsOf(unit) }, 'Little can be told of a dead update')
      }
    }
  }

  /** @returns null when somebody has been told already, or it is not dead any more */
  function write(unit: DeadUnit, effects: Outgoing[]) {
    return inTransaction(begin, async (tx) => {
      const told = await markTold(tx, botId, idsOf(unit))
      if (told === null) return null
      const rows: OutboxRow[] = await enqueue(tx, causeOf(unit, told.at), effects)
      return { rows, reason: told.reason }
    })
  }

  async function tellOrLeave(unit: DeadUnit): Promise<boolean> {
    try {
      await tell(unit)
      return true
    } catch (error) {
      log.warn({ err: error, updateIds: idsOf(unit) }, 'A dead update is told of later')
      return false
    }
  }

  async function tellOfAll(): Promise<void> {
    while (isAsked) {
      isAsked = false
      try {
        for (const unit of await untoldUnits(db, botId, killerReason)) {
          if (await tellOrLeave(unit)) isAsked = true
        }
      } catch (error) {
        log.warn({ err: error }, 'Nobody could look for dead updates to tell of')
      }
    }
  }

  function announce(updateIds: number[], cause: DeadUnit['cause'], reason: string): void {
    log.error(
      { updateIds, cause, reason },
      'An update was put aside: `npm run desk -- dead list` shows it',
    )
  }

  function tellOfDead(): Promise<void> {
    isAsked = true
    telling ??= tellOfAll().finally(() => (telling = null))
    return telling
  }

  return {
    async bury(unit, reason) {
      await markDead(db, botId, idsOf(unit), reason)
      announce(idsOf(unit), unit.cause, reason)
      await tellOrLeave(unit)
    },
    async buryKillers() {
      const updateIds = await inTransaction(begin, async (tx) => {
        const ids = await recordDeaths(tx, botId)
        if (ids.length > 0) await markDead(tx, botId, ids, killerReason)
        return ids
      })
      for (const id of updateIds) announce([id], 'killer', killerReason)
      await tellOfDead()
    },
    tellOfDead,
  }
}

/** The first item stands for an album; one that is run again and dies again is told of again. */
function causeOf({ updates: [first] }: DeadUnit, toldAt: Date): string {
  if (first === undefined) throw new Error('A dead unit without an update')
  return `dead:${String(first.updateId)}:${String(toldAt.getTime())}`
}

function idsOf({ updates }: DeadUnit): number[] {
  return updates.map(({ updateId }) => updateId)
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
