import { statement, type Queryable } from '../../storage/sql.ts'

/** An update as the inbox keeps it: raw, with the lane in which it waits its turn. */
export interface StoredUpdate {
  updateId: number
  lane: string
  /** The update as Telegram sent it; only the envelope has been looked at. */
  payload: Record<string, unknown>
  attempts: number
  receivedAt: Date
}

/** An update on its way into the inbox. A poison one cannot be read and is stored as a dead letter. */
export interface ReceivedUpdate {
  updateId: number
  lane: string
  payload: unknown
  poison: string | null
}

/** What the database adds; the rest is known, and a payload is not worth a second journey. */
interface InsertedRow {
  updateId: number
  receivedAt: Date
  state: string
}

const insert = statement<InsertedRow>(
  'inbox_insert',
  `insert into inbound_update (bot_id, update_id, lane, payload, state, reason)
   select $1, u.update_id, u.lane, u.payload,
          (case when u.poison is null then 'pending' else 'dead' end)::update_state, u.poison
   from unnest($2::bigint[], $3::text[], $4::jsonb[], $5::text[])
     as u(update_id, lane, payload, poison)
   on conflict do nothing
   returning update_id as "updateId", received_at as "receivedAt", state`,
)

const insertKeepingOffset = statement<InsertedRow>(
  'inbox_insert_offset',
  `with kept as (
     insert into setting (key, value, updated_at) values ('poll_offset:' || $1, to_jsonb($6::bigint), now())
     on conflict (key) do update set value = excluded.value, updated_at = now()
   )
   insert into inbound_update (bot_id, update_id, lane, payload, state, reason)
   select $1::bigint, u.update_id, u.lane, u.payload,
          (case when u.poison is null then 'pending' else 'dead' end)::update_state, u.poison
   from unnest($2::bigint[], $3::text[], $4::jsonb[], $5::text[])
     as u(update_id, lane, payload, poison)
   on conflict do nothing
   returning update_id as "updateId", received_at as "receivedAt", state`,
)

/**
 * Stores a batch before it is acknowledged; what is there already is left alone.
 *
 * @param offset the poller's next offset, kept in the same statement
 * @returns the new updates that wait to be handled, in order of their ids
 */
export async function storeUpdates(
  db: Queryable,
  botId: number,
  updates: ReceivedUpdate[],
  offset?: number,
): Promise<StoredUpdate[]> {
  const written = updates.map((update) => ({ update, json: writableJson(update.payload) }))
  const columns = [
    updates.map((update) => update.updateId),
    updates.map((update) => update.lane),
    written.map(({ json }) => json.text),
    updates.map((update) => update.poison),
  ]
  const rows =
    offset === undefined
      ? await insert(db, botId, ...columns)
      : await insertKeepingOffset(db, botId, ...columns, offset)
  const added = new Map(rows.map((row) => [row.updateId, row]))
  return written
    .flatMap(({ update: { updateId, lane, payload }, json }) => {
      const row = added.get(updateId)
      // Of an id that comes twice in a batch the first one is stored.
      added.delete(updateId)
      if (row?.state !== 'pending') return []
      const stored = json.changed ? (JSON.parse(json.text) as unknown) : payload
      const { receivedAt } = row
      return [
        { updateId, lane, payload: stored as StoredUpdate['payload'], attempts: 0, receivedAt },
      ]
    })
    .sort((a, b) => a.updateId - b.updateId)
}

/**
 * JSON that PostgreSQL accepts. It stores neither U+0000 nor half a surrogate pair in jsonb, and
 * Telegram's updates may hold either in a name; both become U+FFFD, the replacement character.
 */
function writableJson(value: unknown): { text: string; changed: boolean } {
  const json = JSON.stringify(value)
  if (!json.includes('\\u')) return { text: json, changed: false }
  const text = json.replace(
    /(\\\\)|\\u(0000|d[89a-f][0-9a-f]{2})/gi,
    (match, backslashes?: string) => (backslashes === undefined ? '\\ufffd' : match),
  )
  return { text, changed: text !== json }
}

const selectPending = statement<StoredUpdate>(
  'inbox_pending',
  `select update_id as "updateId", lane, payload, attempts, received_at as "receivedAt"
   from inbound_update
   where bot_id = $1 and state = 'pending' and update_id > $2
   order by update_id limit $3`,
)

/** Updates stored but not yet handled, in order, a page after `afterUpdateId`. */
export function pendingUpdates(
  db: Queryable,
  botId: number,
  afterUpdateId: number,
  limit: number,
): Promise<StoredUpdate[]> {
  return selectPending(db, botId, afterUpdateId, limit)
}

const selectLane = statement<StoredUpdate>(
  'inbox_lane',
  `select update_id as "updateId", lane, payload, attempts, received_at as "receivedAt"
   from inbound_update
   where bot_id = $1 and state = 'pending' and lane = $2
   order by update_id limit $3`,
)

/** The oldest updates of a lane that are not yet handled, in order. */
export function pendingInLane(
  db: Queryable,
  botId: number,
  lane: string,
  limit: number,
): Promise<StoredUpdate[]> {
  return selectLane(db, botId, lane, limit)
}

const selectOffset = statement<{ value: number }>(
  'inbox_offset',
  `select value from setting where key = 'poll_offset:' || $1::bigint`,
)

/** The offset kept with the last batch, or undefined before the first one. */
export async function pollOffset(db: Queryable, botId: number): Promise<number | undefined> {
  const [row] = await selectOffset(db, botId)
  return row?.value
}

const countFailure = statement<{ attempts: number }>(
  'inbox_failure',
  `update inbound_update
   set attempts = attempts + 1, reason = $3,
       state = (case when attempts + 1 >= $4 then 'dead' else 'pending' end)::update_state,
       finished_at = case when attempts + 1 >= $4 then now() end
   where bot_id = $1 and update_id = any($2) and state = 'pending'
   returning attempts`,
)

/**
 * Counts a failed attempt; the last allowed one makes it a dead letter.
 *
 * @returns attempts made so far
 */
export async function recordFailure(
  db: Queryable,
  botId: number,
  updateIds: number[],
  reason: string,
  maxAttempts: number,
): Promise<number> {
  const [row] = await countFailure(db, botId, updateIds, reason, maxAttempts)
  return row?.attempts ?? maxAttempts
}
