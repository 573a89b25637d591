import { statement, type Queryable } from '../../storage/sql.ts'

/** An effect that ended without being delivered, or without anybody knowing. */
export interface Undelivered {
  id: number
  createdAt: Date
  /** Where it was to go: `person:7`, `topic:12`. */
  lane: string
  kind: string
  state: 'dead' | 'unknown'
  attempts: number
  error: string | null
}

const columns = `id::int as id, created_at as "createdAt", lane, kind, state, attempts, error`

const selectLast = statement<Undelivered>(
  'outbox_undelivered',
  `select ${columns} from outbox where state in ('dead', 'unknown') order by id desc limit $1`,
)

const selectOne = statement<Undelivered & { payload: unknown }>(
  'outbox_undelivered_one',
  `select ${columns}, payload from outbox where id = $1 and state in ('dead', 'unknown')`,
)

const sendAgain = statement<{ id: number }>(
  'outbox_send_again',
  `update outbox
   set state = 'retry', attempts = 0, ambiguous = 0, next_attempt_at = null, finished_at = null
   where id = $1 and state in ('dead', 'unknown') returning id::int as id`,
)

const selectWaiting = statement<{ count: number; since: Date | null }>(
  'outbox_waiting',
  `select count(*)::int as count, min(created_at) as since from outbox
   where state in ('pending', 'sending', 'retry')`,
)

/** How much is still to be sent, and since when the oldest of it waits; null: nothing does. */
export async function stillWaiting(db: Queryable): Promise<{ count: number; since: Date } | null> {
  const [row] = await selectWaiting(db)
  return row === undefined || row.since === null ? null : { count: row.count, since: row.since }
}

/** The last ones, the newest first. */
export function listUndelivered(db: Queryable, limit: number): Promise<Undelivered[]> {
  return selectLast(db, limit)
}

/** One with all it holds, also people's words; null when there is none of this id. */
export async function readUndelivered(
  db: Queryable,
  id: number,
): Promise<(Undelivered & { payload: unknown }) | null> {
  return (await selectOne(db, id))[0] ?? null
}

/**
 * Lets it be sent again: a running desk finds it within seconds.
 *
 * @returns false when there is none of this id
 */
export async function retryUndelivered(db: Queryable, id: number): Promise<boolean> {
  return (await sendAgain(db, id)).length > 0
}
