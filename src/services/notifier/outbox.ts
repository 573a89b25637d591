import { statement, type Queryable } from '../../storage/sql.ts'
import { laneOf, slotOf, type Outgoing } from './outgoing.ts'
import { maxRepeats, type Outcome, type OutboxRow } from './outcome.ts'

const rowColumns = `id, dedup_key as "dedupKey", lane, payload as effect, bulk, attempts, ambiguous`

const claim = statement<{ id: number }>(
  'outbox_claim',
  `update outbox set state = 'sending', attempts = attempts + 1
   where id = any($1) and state in ('pending', 'retry') returning id`,
)

/**
 * Says in the database that these rows are about to leave; must be committed before they do.
 *
 * @returns for each id whether it may be sent by the caller
 */
export async function claimRows(db: Queryable, ids: number[]): Promise<boolean[]> {
  const claimed = new Set((await claim(db, ids)).map(({ id }) => id))
  return ids.map((id) => claimed.has(id))
}

const settle = statement<{ id: number; dedupKey: string; effect: Outgoing }>(
  'outbox_settle',
  `with given as (
     select * from unnest($1::bigint[], $2::text[], $3::text[], $4::int[], $5::int[])
       as g(id, state, error, delay_ms, ambiguous)
   ), settled as (
     update outbox o
     set state = g.state::outbox_state, error = g.error,
         next_attempt_at = case when g.state = 'retry' then now() + g.delay_ms * interval '1 ms' end,
         ambiguous = g.ambiguous,
         finished_at = case when g.state = 'retry' then null else now() end
     from given g where o.id = g.id
   ), copied as (
     insert into message_copy (chat_id, telegram_message_id, message_id, source)
     select c.chat_id, c.telegram_message_id, c.message_id, false
     from unnest($6::bigint[], $7::int[], $8::int[]) as c(chat_id, telegram_message_id, message_id)
     on conflict do nothing
   ), filled as (
     insert into slot (key, chat_id, message_id, content, updated_at)
     select s.key, s.chat_id, s.message_id, s.content, now()
     from unnest($9::text[], $10::bigint[], $11::int[], $12::jsonb[])
       as s(key, chat_id, message_id, content)
     where s.message_id is not null
     on conflict (key) do update
       set chat_id = excluded.chat_id, message_id = excluded.message_id,
           content = excluded.content, updated_at = excluded.updated_at
   ), emptied as (
     delete from slot using unnest($9::text[], $11::int[]) as s(key, message_id)
     where slot.key = s.key and s.message_id is null
   )
   insert into outbox (dedup_key, lane, kind, payload, slot)
   select f.dedup_key, f.lane, f.kind, f.payload, f.slot
   from unnest($13::text[], $14::text[], $15::text[], $16::jsonb[], $17::text[])
     with ordinality as f(dedup_key, lane, kind, payload, slot, ord) order by f.ord
   on conflict (dedup_key) do nothing
   returning id, dedup_key as "dedupKey", payload as effect`,
)

export interface Settlement {
  row: OutboxRow
  outcome: Outcome
  /** Rows whose content this one carried; they are finished with it. */
  merged: OutboxRow[]
}

/**
 * Writes how attempts ended, with the copies, slots and further effects they leave.
 *
 * @returns the further effects of each settlement as new rows
 */
export async function settleRows(db: Queryable, settlements: Settlement[]): Promise<OutboxRow[][]> {
  const copies = settlements.flatMap(({ outcome }) =>
    'copies' in outcome ? (outcome.copies ?? []) : [],
  )
  const slots = settlements.flatMap(({ outcome }) => ('slot' in outcome ? [outcome.slot] : []))
  const followUps = settlements.flatMap(({ row, outcome }) =>
    'followUps' in outcome
      ? (outcome.followUps ?? []).map((effect, index) => ({
          parent: row.id,
          dedupKey: `outbox:${String(row.id)}:${String(row.attempts)}:${String(index)}`,
          effect,
        }))
      : [],
  )
  const ends = settlements.flatMap(({ row, outcome, merged }) => [
    {
      id: row.id,
      state: outcome.state,
      error: 'error' in outcome ? outcome.error.slice(0, 500) : null,
      delayMs: outcome.state === 'retry' ? Math.ceil(outcome.afterMs) : 0,
      ambiguous: row.ambiguous,
    },
    ...(outcome.state === 'retry' ? [] : merged.map(mergedEnd)),
  ])
  const rows = await settle(
    db,
    ends.map(({ id }) => id),
    ends.map(({ state }) => state),
    ends.map(({ error }) => error),
    ends.map(({ delayMs }) => delayMs),
    ends.map(({ ambiguous }) => ambiguous),
    copies.map(({ place }) => place.chatId),
    copies.map(({ place }) => place.messageId),
    copies.map(({ message }) => message),
    slots.map(({ key }) => key),
    slots.map(({ place }) => place?.chatId ?? null),
    slots.map(({ place }) => place?.messageId ?? null),
    slots.map((slot) => ('content' in slot ? JSON.stringify(slot.content) : null)),
    followUps.map(({ dedupKey }) => dedupKey),
    followUps.map(({ effect }) => laneOf(effect)),
    followUps.map(({ effect }) => effect.kind),
    followUps.map(({ effect }) => JSON.stringify(effect)),
    followUps.map(({ effect }) => slotOf(effect)),
  )
  const idByKey = new Map(rows.map(({ id, dedupKey }) => [dedupKey, id]))
  return settlements.map(({ row }) =>
    followUps
      .filter(({ parent }) => parent === row.id)
      .flatMap(({ dedupKey, effect }) => {
        const id = idByKey.get(dedupKey)
        if (id === undefined) return []
        return [
          { id, dedupKey, lane: laneOf(effect), effect, bulk: row.bulk, attempts: 0, ambiguous: 0 },
        ]
      }),
  )
}

function mergedEnd({ id, ambiguous }: OutboxRow) {
  return { id, state: 'merged', error: null, delayMs: 0, ambiguous }
}

const interrupted = statement<{ state: string }>(
  'outbox_interrupted',
  `update outbox
   set state = (case when bulk or ambiguous >= $1 then 'unknown' else 'retry' end)::outbox_state,
       ambiguous = ambiguous + 1, next_attempt_at = null,
       error = 'The program ended while this was being sent',
       finished_at = case when bulk or ambiguous >= $1 then now() end
   where state = 'sending' returning state`,
)

/**
 * After a crash: what was `sending` may or may not be out. It is repeated, because a message seen
 * twice does less harm than one never seen; of bulk the rest stays `unknown` for the operator.
 */
export async function recoverInterrupted(
  db: Queryable,
): Promise<{ repeated: number; unknown: number }> {
  const rows = await interrupted(db, maxRepeats)
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
