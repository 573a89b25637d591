import { statement, type Queryable } from '../../storage/sql.ts'

/** A dead update as an operator sees it in a list: nothing that anybody wrote. */
export interface DeadLetterLine {
  updateId: number
  lane: string
  reason: string
  /** Attempts that failed. */
  attempts: number
  /** Deaths of the program at which it may have been running. */
  deaths: number
  receivedAt: Date
}

const selectDead = statement<DeadLetterLine>(
  'dead_list',
  `select update_id as "updateId", lane, coalesce(reason, '') as reason, attempts, deaths,
          received_at as "receivedAt"
   from inbound_update where bot_id = $1 and state = 'dead'
   order by received_at desc, update_id desc limit $2`,
)

const selectCount = statement<{ count: number }>(
  'dead_count',
  `select count(*)::int as count from inbound_update where bot_id = $1 and state = 'dead'`,
)

/** How many updates are put aside. */
export async function countDead(db: Queryable, botId: number): Promise<number> {
  const [row] = await selectCount(db, botId)
  return row?.count ?? 0
}

/** The updates that are put aside, newest first. */
export function listDead(db: Queryable, botId: number, limit: number): Promise<DeadLetterLine[]> {
  return selectDead(db, botId, limit)
}

/** Whatever the inbox knows of an update. */
export interface InboxEntry extends DeadLetterLine {
  state: 'pending' | 'done' | 'ignored' | 'dead'
  finishedAt: Date | null
  /** It was never run, because it cannot be read or was not stored as it came. */
  unreadable: boolean
  payload: unknown
}

const selectEntry = statement<InboxEntry>(
  'inbox_entry',
  `select update_id as "updateId", lane, coalesce(reason, '') as reason, attempts, deaths,
          received_at as "receivedAt", state, finished_at as "finishedAt", unreadable, payload
   from inbound_update where bot_id = $1 and update_id = $2`,
)

/** An update of the inbox, or null. */
export async function readEntry(
  db: Queryable,
  botId: number,
  updateId: number,
): Promise<InboxEntry | null> {
  const [entry] = await selectEntry(db, botId, updateId)
  return entry ?? null
}

/** Items of one album are put aside together, and treated so. */
const unit = `
  select i.update_id from inbound_update one join inbound_update i
    on i.bot_id = one.bot_id and i.lane = one.lane and i.state = 'dead'
   and (i.update_id = one.update_id
     or i.payload -> 'message' ->> 'media_group_id'
        = nullif(one.payload -> 'message' ->> 'media_group_id', ''))
  where one.bot_id = $1 and one.update_id = $2 and one.state = 'dead'`

const revive = statement<{ updateId: number }>(
  'dead_retry',
  `update inbound_update
   set state = 'pending', attempts = 0, deaths = 0, begun_at = null, lasting = false,
       reason = null, finished_at = null
   where bot_id = $1 and update_id in (${unit}) returning update_id as "updateId"`,
)

const drop = statement<{ updateId: number }>(
  'dead_drop',
  `update inbound_update
   set state = 'ignored', finished_at = now(), payload = '{}',
       reason = 'Dropped by the operator; before: ' || coalesce(reason, 'no reason')
   where bot_id = $1 and update_id in (${unit}) returning update_id as "updateId"`,
)

/** What was done, or why not. Without a word it is not a dead letter. */
export type DeadLetterVerdict =
  | { ok: true; updateIds: number[] }
  | { ok: false; reason: 'unknown' }
  | { ok: false; reason: 'not_dead'; state: InboxEntry['state'] }
  | { ok: false; reason: 'unreadable'; why: string }

/** Lets a dead update wait again, with fresh attempts; a running desk finds it within seconds. */
export async function retryDead(
  db: Queryable,
  botId: number,
  updateId: number,
): Promise<DeadLetterVerdict> {
  const entry = await readEntry(db, botId, updateId)
  if (entry?.state === 'dead' && entry.unreadable) {
    return { ok: false, reason: 'unreadable', why: entry.reason }
  }
  return end(entry, await revive(db, botId, updateId))
}

/** Ends a dead update as ignored. */
export async function dropDead(
  db: Queryable,
  botId: number,
  updateId: number,
): Promise<DeadLetterVerdict> {
  return end(await readEntry(db, botId, updateId), await drop(db, botId, updateId))
}

/** @param entry as it was before the rows were changed */
function end(entry: InboxEntry | null, rows: { updateId: number }[]): DeadLetterVerdict {
  if (rows.length > 0) return { ok: true, updateIds: rows.map((row) => row.updateId) }
  if (entry === null) return { ok: false, reason: 'unknown' }
  return { ok: false, reason: 'not_dead', state: entry.state }
}
