import { randomUUID } from 'node:crypto'

import { environmentProblem } from '../../storage/environment-problem.ts'
import { inTransaction, statement, type Connection, type Queryable } from '../../storage/sql.ts'
import type { DeskChange } from '../change.ts'
import type { Perform } from '../perform.ts'
import { recordDeaths } from './attempts.ts'
import type { DeadUnit } from './dead-unit.ts'
import { markTold, untoldUnits } from './untold.ts'

export interface BurialDeps {
  db: Queryable
  begin: () => Promise<Connection>
  botId: number
  perform: Perform
  now: () => Date
  /** Told that updates were put aside, for those who count. */
  ended?: (end: 'dead', count: number) => void
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

export function createBurial({ db, begin, botId, perform, now, ended, log }: BurialDeps): Burial {
  let telling: Promise<void> | null = null
  let isAsked = false

  /** What made the desk stumble may make telling of it stumble, or nobody can write it down. */
  async function tell(unit: DeadUnit): Promise<void> {
    const ways = [[failed(unit, { plain: false })], [failed(unit, { plain: true })], []]
    for (const [index, changes] of ways.entries()) {
      try {
        if (!(await write(unit, changes))) return
        if (changes.length > 0) return
        log.error({ updateIds: idsOf(unit) }, 'Nobody is told of a dead update')
        return
      } catch (error) {
        const isLast = index === ways.length - 1
        if (environmentProblem(error) !== null || isLast) throw error
        log.warn({ err: error, updateIds: idsOf(unit) }, 'Little can be told of a dead update')
      }
    }
  }

  /** @returns false when somebody has been told already, or it is not dead any more */
  async function write(unit: DeadUnit, changes: DeskChange[]): Promise<boolean> {
    // That it is marked keeps it from being told twice; one that dies again is told of again.
    const cause = `dead:${firstIdOf(unit)}:${randomUUID()}`
    const written = await perform({ cause, now: now() }, async (tx) => {
      const told = await markTold(tx, botId, idsOf(unit))
      return told === null ? null : { ok: true, changes, reason: told.reason }
    })
    if (written === null) return false
    if (unit.cause === 'unreadable') announce(idsOf(unit), unit.cause, written.reason)
    return true
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
    ended?.('dead', updateIds.length)
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

/** The first item stands for an album. */
function firstIdOf({ updates: [first] }: DeadUnit): string {
  if (first === undefined) throw new Error('A dead unit without an update')
  return String(first.updateId)
}

function failed(unit: DeadUnit, { plain }: { plain: boolean }): DeskChange {
  return { about: 'desk', notice: 'update_failed', facts: { unit, plain } }
}

function idsOf({ updates }: DeadUnit): number[] {
  return updates.map(({ updateId }) => updateId)
}
