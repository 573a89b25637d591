import { statement, type Queryable } from '../../storage/sql.ts'
import type { DeadUnit } from './dead-unit.ts'

interface UntoldRow {
  updateId: number
  lane: string
  payload: Record<string, unknown>
  /** The album it is an item of, or null. */
  album: string | null
  cause: DeadUnit['cause']
}

const selectUntold = statement<UntoldRow>(
  'dead_untold',
  `select update_id as "updateId", lane, payload,
          nullif(payload -> 'message' ->> 'media_group_id', '') as album,
          case when reason = $2 then 'killer'
               when unreadable then 'unreadable'
               else 'failed' end as cause
   from inbound_update where bot_id = $1 and state = 'dead' and finished_at is null
   order by update_id limit $3`,
)

const atOnce = 100

/**
 * Dead updates of which nobody has been told: those without the instant at which they were.
 *
 * @param killerReason the reason of those that ended the program
 * @returns the oldest ones, items of an album as one
 */
export async function untoldUnits(
  db: Queryable,
  botId: number,
  killerReason: string,
): Promise<DeadUnit[]> {
  const units = new Map<string, DeadUnit>()
  for (const row of await selectUntold(db, botId, killerReason, atOnce)) {
    const key = `${row.lane} ${row.album ?? String(row.updateId)}`
    const unit = units.get(key) ?? { updates: [], cause: row.cause }
    unit.updates.push(row)
    units.set(key, unit)
  }
  return [...units.values()]
}

const setTold = statement<{ reason: string }>(
  'dead_told',
  `update inbound_update set finished_at = now()
   where bot_id = $1 and update_id = any($2) and state = 'dead' and finished_at is null
   returning coalesce(reason, '') as reason`,
)

/**
 * Writes that somebody is told of dead updates, in the transaction that writes what is told.
 *
 * @returns why they are dead; null when somebody has been told before, or they are not
 *   dead any more
 */
export async function markTold(
  tx: Queryable,
  botId: number,
  updateIds: number[],
): Promise<{ reason: string } | null> {
  const [row] = await setTold(tx, botId, updateIds)
  return row ?? null
}
