import { statement, type Queryable } from '../../storage/sql.ts'

const markBegun = statement<{ updateId: number }>(
  'inbox_begun',
  `update inbound_update set begun_at = clock_timestamp(), lasting = false
   where bot_id = $1 and update_id = any($2) and state = 'pending'
   returning update_id as "updateId"`,
)

/**
 * Writes that attempts begin, before they do. A row is born with its first attempt, so only those
 * pay for it that have another one.
 *
 * @returns for each update whether it still waits to be handled
 */
export async function beginAttempts(
  db: Queryable,
  botId: number,
  updateIds: number[],
): Promise<boolean[]> {
  const begun = new Set((await markBegun(db, botId, updateIds)).map(({ updateId }) => updateId))
  return updateIds.map((id) => begun.has(id))
}

const markResting = statement(
  'inbox_resting',
  `update inbound_update set begun_at = null, lasting = false
   where bot_id = $1 and update_id = any($2) and state = 'pending'`,
)

/** Writes that these updates wait for their next attempt: a death now is not theirs. */
export async function restUpdates(
  db: Queryable,
  botId: number,
  updateIds: number[],
): Promise<void> {
  await markResting(db, botId, updateIds)
}

const markAllResting = statement(
  'inbox_all_resting',
  `update inbound_update set begun_at = null, lasting = false
   where bot_id = $1 and state = 'pending' and begun_at is not null`,
)

/** The same for all that wait: after a stop in which everything that ran has ended. */
export async function restAll(db: Queryable, botId: number): Promise<void> {
  await markAllResting(db, botId)
}

const countFailure = statement<{ attempts: number }>(
  'inbox_failure',
  `update inbound_update
   set attempts = attempts + 1, reason = $3, begun_at = null, lasting = false
   where bot_id = $1 and update_id = any($2) and state = 'pending'
   returning attempts`,
)

/**
 * Counts an attempt that failed.
 *
 * @param reason for the operator
 * @returns failed attempts so far, or null when the updates do not wait any more
 */
export async function recordFailure(
  db: Queryable,
  botId: number,
  updateIds: number[],
  reason: string,
): Promise<number | null> {
  const rows = await countFailure(db, botId, updateIds, reason)
  return rows.length === 0 ? null : Math.max(...rows.map(({ attempts }) => attempts))
}

/** Deaths after which an update is put aside, when it had been running for long at the last one. */
export const maxDeaths = 2
/** The same for one that had only just begun: many programs are killed by chance in that moment. */
export const maxQuickDeaths = 5

const countDeaths = statement<{ updateId: number }>(
  'inbox_deaths',
  `with unfinished as (
     select update_id, lane, begun_at, lasting,
            nullif(payload -> 'message' ->> 'media_group_id', '') as album
     from inbound_update where bot_id = $1 and state = 'pending'
   ), head as (
     select distinct on (lane) lane, update_id, album from unfinished order by lane, update_id
   ), ran as (
     select u.update_id from unfinished u join head h using (lane)
     where u.begun_at is not null and (u.update_id = h.update_id or u.album = h.album)
   ), counted as (
     update inbound_update i
     set deaths = i.deaths + (case when ran.update_id is null then 0 else 1 end),
         begun_at = null, lasting = false
     from unfinished u left join ran using (update_id)
     where i.bot_id = $1 and i.update_id = u.update_id and i.begun_at is not null
     returning i.update_id as "updateId", i.deaths, u.lasting, ran.update_id is not null as ran
   )
   select "updateId" from counted
   where ran and deaths >= case when lasting then $2::int else $3::int end
   order by "updateId"`,
)

/**
 * After a death of the program: counts it for the updates that may have been running, the heads of
 * their lanes, and writes that nothing runs. Repeating it counts nothing twice.
 *
 * @returns the ids of those for which it was one too many
 */
export async function recordDeaths(db: Queryable, botId: number): Promise<number[]> {
  const rows = await countDeaths(db, botId, maxDeaths, maxQuickDeaths)
  return rows.map(({ updateId }) => updateId)
}
