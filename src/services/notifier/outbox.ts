import { statement, type Queryable } from '../../storage/sql.ts'
import { maxRepeats, type OutboxRow } from './outcome.ts'

const rowColumns = `id, dedup_key as "dedupKey", lane, payload as effect, bulk, attempts, ambiguous`

const claim = statement<{ id: number }>(
  'outbox_claim',
  `update outbox o set state = 'sending', attempts = a.attempts + 1, claimed_by = $3
   from unnest($1::bigint[], $2::int[]) as a(id, attempts)
   where o.id = a.id and (
     (o.state in ('pending', 'retry') and o.attempts = a.attempts)
     or (o.state = 'sending' and o.attempts = a.attempts + 1 and o.claimed_by = $3))
   returning o.id`,
)

/**
 * Says in the database that these rows are about to leave; must be committed before they do. A claim
 * whose answer was lost is made again: who made it finds it his, and a claim that comes late, when
 * the next attempt is under way, takes nothing.
 *
 * @param run names this run of the program
 * @param rows with the attempts made before this one
 * @returns for each row whether it may be sent by the caller
 */
export async function claimRows(
  db: Queryable,
  run: string,
  rows: Pick<OutboxRow, 'id' | 'attempts'>[],
): Promise<boolean[]> {
  const ids = rows.map(({ id }) => id)
  const attempts = rows.map((row) => row.attempts)
  const claimed = new Set((await claim(db, ids, attempts, run)).map(({ id }) => id))
  return ids.map((id) => claimed.has(id))
}

const interrupted = statement<{ state: string }>(
  'outbox_interrupted',
  `update outbox
   set state = (case when bulk or ambiguous >= $1 then 'unknown' else 'retry' end)::outbox_state,
       ambiguous = ambiguous + 1, next_attempt_at = null, error = $3,
       finished_at = case when bulk or ambiguous >= $1 then now() end
   where state = 'sending' and ($2::bigint[] is null or id = any($2)) returning state`,
)

/**
 * After a crash: what was `sending` may or may not be out. It is repeated, because a message seen
 * twice does less harm than one never seen; of bulk the rest stays `unknown` for the operator.
 */
export function recoverInterrupted(db: Queryable): Promise<Recovered> {
  return recover(db, null, 'The program ended while this was being sent')
}

/** What became of rows that were `sending` and whose sender is gone. */
export interface Recovered {
  repeated: number
  unknown: number
}

async function recover(db: Queryable, ids: number[] | null, why: string): Promise<Recovered> {
  const rows = await interrupted(db, maxRepeats, ids, why)
  const unknown = rows.filter(({ state }) => state === 'unknown').length
  return { repeated: rows.length - unknown, unknown }
}

const selectWaiting = statement<OutboxRow>(
  'outbox_waiting',
  `select ${rowColumns} from outbox
   where state in ('pending', 'retry') and id > $1 order by id limit $2`,
)

/** Rows that wait to be sent, in order, a page after `afterId`. */
export function waitingRows(db: Queryable, afterId: number, limit: number): Promise<OutboxRow[]> {
  return selectWaiting(db, afterId, limit)
}

const selectUnfinished = statement<{ id: number }>(
  'outbox_unfinished',
  `select id from outbox
   where state in ('pending', 'retry', 'sending') and id > $1 order by id limit $2`,
)

/** Ids of rows that are not finished, in order, a page after `afterId`. */
export async function unfinishedIds(
  db: Queryable,
  afterId: number,
  limit: number,
): Promise<number[]> {
  return (await selectUnfinished(db, afterId, limit)).map(({ id }) => id)
}

const selectThese = statement<OutboxRow>(
  'outbox_these',
  `select ${rowColumns} from outbox
   where state in ('pending', 'retry') and id = any($1) order by id`,
)

/**
 * Takes up rows that nobody holds: those that were `sending` are repeated as after a crash.
 *
 * @returns what waits to be sent of them, in order
 */
export async function takeUpRows(db: Queryable, ids: number[]): Promise<OutboxRow[]> {
  await recover(db, ids, 'What became of this attempt was lost')
  return selectThese(db, ids)
}
