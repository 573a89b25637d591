import { beginningOf } from '../../domain/beginning.ts'
import { jsonText } from '../../storage/json-text.ts'
import { statement, type Queryable } from '../../storage/sql.ts'
import { insertIntoOutbox, newRow, outboxValues } from './into-outbox.ts'
import { outboxColumns } from './outbox-columns.ts'
import type { Outgoing } from './outgoing.ts'
import type { Outcome, OutboxRow } from './outcome.ts'

/**
 * Everything hangs on `settled`: a row that meanwhile was settled, or is in a later attempt, is left
 * alone, and so are its slot and its further effects. So a settlement may be written again when its
 * answer was lost. Where a copy stands stays true whatever became of its row. What has arrived needs
 * no words any more; of what has not, the row keeps all that it was to say, so that it can be sent.
 */
const settle = statement<{ id: number; dedupKey: string }>(
  'outbox_settle',
  `with given as (
     select * from
       unnest($1::bigint[], $2::text[], $3::text[], $4::int[], $5::int[], $6::int[], $22::jsonb[])
       as g(id, state, error, delay_ms, ambiguous, attempts, payload)
   ), settled as (
     update outbox o
     set state = g.state::outbox_state, error = g.error,
         next_attempt_at = case when g.state = 'retry' then now() + g.delay_ms * interval '1 ms' end,
         ambiguous = g.ambiguous,
         finished_at = case when g.state = 'retry' then null else now() end,
         payload = coalesce(g.payload, o.payload), kind = coalesce(g.payload ->> 'kind', o.kind)
     from given g
     where o.id = g.id and o.attempts = g.attempts and o.state in ('pending', 'retry', 'sending')
     returning o.id
   ), copied as (
     insert into message_copy (chat_id, telegram_message_id, message_id, source, shows)
     select c.chat_id, c.telegram_message_id, c.message_id, false, c.shows
     from unnest($7::bigint[], $8::int[], $9::int[], $21::text[])
       as c(chat_id, telegram_message_id, message_id, shows)
     on conflict do nothing
   ), named as (
     select s.* from
       unnest($10::bigint[], $11::text[], $12::bigint[], $13::int[], $14::jsonb[])
       as s(row_id, key, chat_id, message_id, content)
     join settled on settled.id = s.row_id
   ), filled as (
     insert into slot (key, chat_id, message_id, content, updated_at)
     select key, chat_id, message_id, content, now() from named where message_id is not null
     on conflict (key) do update
       set chat_id = excluded.chat_id, message_id = excluded.message_id,
           content = excluded.content, updated_at = excluded.updated_at
   ), emptied as (
     delete from slot using named where slot.key = named.key and named.message_id is null
   ), added as (
     ${insertIntoOutbox(16, { parameter: 15, table: 'settled', column: 'id' })}
   )
   select id, dedup_key as "dedupKey" from added`,
)

const selectAdded = statement<{ id: number; dedupKey: string }>(
  'outbox_added_before',
  `select id, dedup_key as "dedupKey" from outbox where dedup_key = any($1) and state = 'pending'`,
)

export interface Settlement {
  row: OutboxRow
  outcome: Outcome
  /** Rows whose content this one carried; they are finished with it. */
  merged: OutboxRow[]
  /** What was to be sent, where it is more than the row itself says. */
  carried?: Outgoing
}

/**
 * Writes how attempts ended, with the copies, slots and further effects they leave. May be repeated.
 *
 * @returns the further effects of each settlement as new rows, also those of a settlement that had
 *   been written before
 */
export async function settleRows(db: Queryable, settlements: Settlement[]): Promise<OutboxRow[][]> {
  const copies = settlements.flatMap(({ outcome }) =>
    'copies' in outcome ? (outcome.copies ?? []) : [],
  )
  const slots = settlements.flatMap(({ row, outcome }) =>
    'slot' in outcome ? [{ rowId: row.id, slot: outcome.slot }] : [],
  )
  const followUpsByRow = settlements.map(followUpsOf)
  const followUps = followUpsByRow.flat()
  const ends = settlements.flatMap(endsOf)
  const rows = await settle(
    db,
    ends.map(({ id }) => id),
    ends.map(({ state }) => state),
    ends.map(({ error }) => error),
    ends.map(({ delayMs }) => delayMs),
    ends.map(({ ambiguous }) => ambiguous),
    ends.map(({ attempts }) => attempts),
    copies.map(({ place }) => place.chatId),
    copies.map(({ place }) => place.messageId),
    copies.map(({ message }) => message),
    slots.map(({ rowId }) => rowId),
    slots.map(({ slot }) => slot.key),
    slots.map(({ slot }) => slot.place?.chatId ?? null),
    slots.map(({ slot }) => slot.place?.messageId ?? null),
    slots.map(({ slot }) => ('content' in slot ? jsonText(slot.content) : null)),
    followUps.map(({ parent }) => parent),
    ...outboxValues(followUps),
    copies.map(({ shows }) => shows),
    ends.map(({ payload }) => payload),
  )
  const idByKey = new Map(rows.map(({ id, dedupKey }) => [dedupKey, id]))
  const missing = followUps.map(({ dedupKey }) => dedupKey).filter((key) => !idByKey.has(key))
  if (missing.length > 0) {
    for (const { id, dedupKey } of await selectAdded(db, missing)) idByKey.set(dedupKey, id)
  }
  return followUpsByRow.map((ofRow) =>
    ofRow.flatMap((followUp) => {
      const id = idByKey.get(followUp.dedupKey)
      return id === undefined ? [] : [newRow(id, followUp, followUp.bulk)]
    }),
  )
}

function followUpsOf({ row, outcome }: Settlement) {
  const effects = 'followUps' in outcome ? (outcome.followUps ?? []) : []
  return effects.map((effect, index) => ({
    parent: row.id,
    dedupKey: `outbox:${[row.id, row.attempts, index].join(':')}`,
    bulk: row.bulk,
    columns: outboxColumns(effect),
  }))
}

interface End {
  id: number
  state: string
  error: string | null
  delayMs: number
  ambiguous: number
  attempts: number
  /** What the row says from now on, as JSON; null: what it said. */
  payload: string | null
}

const nothing = '{}'

function endsOf({ row, outcome, merged, carried }: Settlement): End[] {
  const { id, ambiguous, attempts } = row
  const cancelled = outcome.state === 'sent' ? outcome.cancelled : undefined
  const state = cancelled === undefined ? outcome.state : 'merged'
  const error = 'error' in outcome ? writable(outcome.error) : (cancelled ?? null)
  const delayMs = outcome.state === 'retry' ? Math.ceil(outcome.afterMs) : 0
  const isSent = outcome.state === 'sent'
  const isOver = outcome.state !== 'retry'
  const left = carried === undefined || !isOver ? null : jsonText(carried)
  const payload = isSent ? nothing : left
  const head = { id, state, error, delayMs, ambiguous, attempts, payload }
  return [head, ...(isOver ? merged.map(mergedEnd) : [])]
}

function mergedEnd({ id, ambiguous, attempts }: OutboxRow): End {
  return { id, state: 'merged', error: null, delayMs: 0, ambiguous, attempts, payload: nothing }
}

/** PostgreSQL keeps no U+0000, and whoever wrote the error may have put one in. */
function writable(error: string): string {
  return beginningOf(error, 500).replaceAll('\0', '\ufffd')
}
