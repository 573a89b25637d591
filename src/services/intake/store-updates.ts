import { beginningOf } from '../../domain/beginning.ts'
import { environmentProblem } from '../../storage/environment-problem.ts'
import { asStored, jsonText } from '../../storage/json-text.ts'
import { statement, type Queryable } from '../../storage/sql.ts'
import { pollOffsetKey, type StoredUpdate } from './inbox.ts'

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
  `insert into inbound_update (bot_id, update_id, lane, payload, state, unreadable, reason)
   select $1, u.update_id, u.lane, u.payload,
          (case when u.poison is null then 'pending' else 'dead' end)::update_state,
          u.poison is not null, u.poison
   from unnest($2::bigint[], $3::text[], $4::jsonb[], $5::text[])
     as u(update_id, lane, payload, poison)
   on conflict do nothing
   returning update_id as "updateId", received_at as "receivedAt", state`,
)

const insertKeepingOffset = statement<InsertedRow>(
  'inbox_insert_offset',
  `with kept as (
     insert into setting (key, value, updated_at)
     values (${pollOffsetKey}, to_jsonb($6::bigint), now())
     on conflict (key) do update set value = excluded.value, updated_at = now()
   )
   insert into inbound_update (bot_id, update_id, lane, payload, state, unreadable, reason)
   select $1::bigint, u.update_id, u.lane, u.payload,
          (case when u.poison is null then 'pending' else 'dead' end)::update_state,
          u.poison is not null, u.poison
   from unnest($2::bigint[], $3::text[], $4::jsonb[], $5::text[])
     as u(update_id, lane, payload, poison)
   on conflict do nothing
   returning update_id as "updateId", received_at as "receivedAt", state`,
)

/** What became of a batch. Ids that were there already are in neither list. */
export interface Stored {
  /** The new updates that wait to be handled, in order of their ids. */
  added: StoredUpdate[]
  /** New dead letters: what cannot be read or stored as it came. */
  unreadable: ReceivedUpdate[]
}

/**
 * Stores a batch before it is acknowledged; what is there already is left alone. An update that the
 * database refuses is stored as a dead letter, and the others as they are.
 *
 * @param offset the poller's next offset, kept in the same statement
 */
export async function storeUpdates(
  db: Queryable,
  botId: number,
  updates: ReceivedUpdate[],
  offset?: number,
): Promise<Stored> {
  try {
    return await insertAll(db, botId, updates, offset)
  } catch (error) {
    if (environmentProblem(error) !== null) throw error
    return storeOneByOne(db, botId, updates, { offset, error })
  }
}

/** One of a batch was refused: the others must not wait for it, and the offset goes with the last. */
async function storeOneByOne(
  db: Queryable,
  botId: number,
  updates: ReceivedUpdate[],
  { offset, error }: { offset: number | undefined; error: unknown },
): Promise<Stored> {
  const stored: Stored = { added: [], unreadable: [] }
  const [only, ...others] = updates
  if (only === undefined) throw error
  if (others.length === 0) return insertAll(db, botId, [withoutContent(only, error)], offset)
  for (const [index, update] of updates.entries()) {
    const isLast = index === updates.length - 1
    const { added, unreadable } = await storeUpdates(
      db,
      botId,
      [update],
      isLast ? offset : undefined,
    )
    stored.added.push(...added)
    stored.unreadable.push(...unreadable)
  }
  stored.added.sort((a, b) => a.updateId - b.updateId)
  return stored
}

/** What PostgreSQL does not take: the reason stays, and that it came. */
function withoutContent({ updateId, lane }: ReceivedUpdate, error: unknown): ReceivedUpdate {
  const reason = error instanceof Error ? error.message : String(error)
  const poison = `It cannot be stored: ${beginningOf(reason, 300).replaceAll('\0', '')}`
  return { updateId, lane, payload: { update_id: updateId }, poison }
}

async function insertAll(
  db: Queryable,
  botId: number,
  updates: ReceivedUpdate[],
  offset: number | undefined,
): Promise<Stored> {
  const written = updates.map((update) => ({ update, json: jsonText(update.payload) }))
  const columns = [
    updates.map((update) => update.updateId),
    updates.map((update) => update.lane),
    written.map(({ json }) => json),
    updates.map((update) => update.poison),
  ]
  const rows =
    offset === undefined
      ? await insert(db, botId, ...columns)
      : await insertKeepingOffset(db, botId, ...columns, offset)
  const newRows = new Map(rows.map((row) => [row.updateId, row]))
  const stored: Stored = { added: [], unreadable: [] }
  for (const { update, json } of written) {
    const { updateId, lane, payload } = update
    const row = newRows.get(updateId)
    // Of an id that comes twice in a batch the first one is stored.
    newRows.delete(updateId)
    if (row === undefined) continue
    if (row.state !== 'pending') {
      stored.unreadable.push(update)
      continue
    }
    stored.added.push({
      updateId,
      lane,
      payload: asStored(payload, json) as StoredUpdate['payload'],
      attempts: 0,
      receivedAt: row.receivedAt,
    })
  }
  stored.added.sort((a, b) => a.updateId - b.updateId)
  return stored
}
