import { statement, type Queryable } from '../../storage/sql.ts'

/** An effect as an operator sees it in a list: nothing that anybody wrote. */
export interface OutboxLine {
  id: number
  createdAt: Date
  /** Where it is to go: `person:7`, `topic:12`. */
  lane: string
  kind: string
  state: 'pending' | 'retry' | 'sending' | 'sent' | 'merged' | 'dead' | 'unknown'
  attempts: number
  error: string | null
}

/** Whatever the outbox knows of an effect. */
export interface OutboxEntry extends OutboxLine {
  nextAttemptAt: Date | null
  finishedAt: Date | null
  payload: unknown
}

const columns = `id::int as id, created_at as "createdAt", lane, kind, state, attempts, error`

const selectGivenUp = statement<OutboxLine>(
  'outbox_given_up',
  `select ${columns} from outbox where state in ('dead', 'unknown') order by id desc limit $1`,
)

const selectCount = statement<{ count: number }>(
  'outbox_given_up_count',
  `select count(*)::int as count from outbox where state in ('dead', 'unknown')`,
)

const selectRefused = statement<OutboxLine>(
  'outbox_refused',
  `select ${columns} from outbox where state = 'retry' order by id limit $1`,
)

const selectEntry = statement<OutboxEntry>(
  'outbox_entry',
  `select ${columns}, next_attempt_at as "nextAttemptAt", finished_at as "finishedAt", payload
   from outbox where id = $1`,
)

const selectWaiting = statement<{ count: number; since: Date | null }>(
  'outbox_still_waiting',
  `select count(*)::int as count, min(created_at) as since from outbox
   where state in ('pending', 'sending', 'retry')`,
)

/** How much is still to be sent, and since when the oldest of it waits; null: nothing does. */
export async function stillWaiting(db: Queryable): Promise<{ count: number; since: Date } | null> {
  const [row] = await selectWaiting(db)
  return row === undefined || row.since === null ? null : { count: row.count, since: row.since }
}

/** What ended without arriving, or without anybody knowing; the newest first. */
export function listGivenUp(db: Queryable, limit: number): Promise<OutboxLine[]> {
  return selectGivenUp(db, limit)
}

/** How many effects ended so. */
export async function countGivenUp(db: Queryable): Promise<number> {
  return (await selectCount(db))[0]?.count ?? 0
}

/** What was refused and will be tried again by itself, the oldest first. */
export function listRefused(db: Queryable, limit: number): Promise<OutboxLine[]> {
  return selectRefused(db, limit)
}

/** One with all it holds, also people's words; null when there is none of this id. */
export async function readOutboxEntry(db: Queryable, id: number): Promise<OutboxEntry | null> {
  return (await selectEntry(db, id))[0] ?? null
}

/** What was done, or why not. */
export type OutboxVerdict =
  | { ok: true; count: number }
  | { ok: false; reason: 'unknown' }
  | { ok: false; reason: 'not_now'; state: OutboxLine['state'] }

const sendAgain = statement<{ id: number }>(
  'outbox_send_again',
  `update outbox
   set state = 'retry', attempts = 0, ambiguous = 0, next_attempt_at = null, finished_at = null
   where ($1::bigint is null or id = $1) and state in ('dead', 'unknown') returning id::int as id`,
)

const drop = statement<{ id: number }>(
  'outbox_drop',
  `update outbox
   set state = 'merged', payload = '{}', next_attempt_at = null, finished_at = now(),
       error = 'Dropped by the operator; before: ' || coalesce(error, 'no reason')
   where ($1::bigint is null or id = $1)
     and (state in ('dead', 'unknown') or ($1 is not null and state in ('pending', 'retry')))
   returning id::int as id`,
)

/**
 * Lets what was given up be sent again: a running desk finds it within seconds.
 *
 * @param id null: all that was given up
 */
export async function retryOutbox(db: Queryable, id: number | null): Promise<OutboxVerdict> {
  return end(db, id, await sendAgain(db, id))
}

/**
 * Ends an effect that was given up or still waits; its content goes with it. One that is being sent
 * is left alone: a running desk asks the database before it sends, and finds what was dropped gone.
 *
 * @param id null: all that was given up
 */
export async function dropFromOutbox(db: Queryable, id: number | null): Promise<OutboxVerdict> {
  return end(db, id, await drop(db, id))
}

async function end(
  db: Queryable,
  id: number | null,
  { length: count }: { id: number }[],
): Promise<OutboxVerdict> {
  if (count > 0 || id === null) return { ok: true, count }
  const entry = await readOutboxEntry(db, id)
  if (entry === null) return { ok: false, reason: 'unknown' }
  return { ok: false, reason: 'not_now', state: entry.state }
}
