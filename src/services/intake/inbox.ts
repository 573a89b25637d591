import { statement, type Queryable } from '../../storage/sql.ts'

/** An update as the inbox keeps it: raw, with the lane in which it waits its turn. */
export interface StoredUpdate {
  updateId: number
  lane: string
  /** The update as Telegram sent it; only the envelope has been looked at. */
  payload: Record<string, unknown>
  /** Attempts that failed. */
  attempts: number
  receivedAt: Date
  /** Of one whose first attempt is over; the next one is written before it begins. */
  resumed?: {
    /** Deaths of the program at which it may have been running. */
    deaths: number
  }
}

const storedColumns = `
  update_id as "updateId", lane, payload, attempts, received_at as "receivedAt",
  case when begun_at is null then jsonb_build_object('deaths', deaths) end as resumed`

interface StoredRow extends Omit<StoredUpdate, 'resumed'> {
  resumed: StoredUpdate['resumed'] | null
}

function toStored({ resumed, ...update }: StoredRow): StoredUpdate {
  return resumed === null || resumed === undefined ? update : { ...update, resumed }
}

const selectPending = statement<StoredRow>(
  'inbox_pending',
  `select ${storedColumns} from inbound_update
   where bot_id = $1 and state = 'pending' and update_id > $2
   order by update_id limit $3`,
)

/** Updates stored but not yet handled, in order, a page after `afterUpdateId`. */
export async function pendingUpdates(
  db: Queryable,
  botId: number,
  afterUpdateId: number,
  limit: number,
): Promise<StoredUpdate[]> {
  return (await selectPending(db, botId, afterUpdateId, limit)).map(toStored)
}

const selectPendingOf = statement<StoredRow>(
  'inbox_pending_of',
  `select ${storedColumns} from inbound_update
   where bot_id = $1 and state = 'pending' and update_id = any($2) order by update_id`,
)

/** Those of the given updates that wait to be handled, in order. */
export async function pendingOf(
  db: Queryable,
  botId: number,
  updateIds: number[],
): Promise<StoredUpdate[]> {
  return (await selectPendingOf(db, botId, updateIds)).map(toStored)
}

const selectOverdue = statement<{ updateId: number; lane: string }>(
  'inbox_overdue',
  `select update_id as "updateId", lane from inbound_update
   where bot_id = $1 and state = 'pending' and update_id > $2
     and (begun_at is null or received_at < now() - $4::int * interval '1 ms')
   order by update_id limit $3`,
)

/**
 * Updates that should be in a lane by now, a page after `afterUpdateId`: all but those that were
 * stored less than `graceMs` ago.
 */
export function overdueUpdates(
  db: Queryable,
  botId: number,
  { afterUpdateId, limit, graceMs }: { afterUpdateId: number; limit: number; graceMs: number },
): Promise<Pick<StoredUpdate, 'updateId' | 'lane'>[]> {
  return selectOverdue(db, botId, afterUpdateId, limit, graceMs)
}

const selectLane = statement<StoredRow>(
  'inbox_lane',
  `select ${storedColumns} from inbound_update
   where bot_id = $1 and state = 'pending' and lane = $2
   order by update_id limit $3`,
)

/** The oldest updates of a lane that are not yet handled, in order. */
export async function pendingInLane(
  db: Queryable,
  botId: number,
  lane: string,
  limit: number,
): Promise<StoredUpdate[]> {
  return (await selectLane(db, botId, lane, limit)).map(toStored)
}

/** Of the setting that keeps the poller's next offset, in SQL; the first parameter is the bot. */
export const pollOffsetKey = `'poll_offset:' || $1::bigint`

const selectOffset = statement<{ value: number }>(
  'inbox_offset',
  `select value from setting where key = ${pollOffsetKey}`,
)

/** The offset kept with the last batch, or undefined before the first one. */
export async function pollOffset(db: Queryable, botId: number): Promise<number | undefined> {
  const [row] = await selectOffset(db, botId)
  return row?.value
}
