import { statement, type Queryable } from '../../storage/sql.ts'
import { outboxColumns } from './outbox-columns.ts'
import type { Outgoing } from './outgoing.ts'
import type { OutboxRow } from './outcome.ts'
import { planEffects } from './plan-effects.ts'

const insert = statement<{ id: number; dedupKey: string }>(
  'outbox_enqueue',
  `insert into outbox (dedup_key, lane, kind, payload, slot)
   select o.dedup_key, o.lane, o.kind, o.payload, o.slot
   from unnest($1::text[], $2::text[], $3::text[], $4::jsonb[], $5::text[])
     with ordinality as o(dedup_key, lane, kind, payload, slot, ord) order by o.ord
   on conflict (dedup_key) do nothing
   returning id, dedup_key as "dedupKey"`,
)

/**
 * Adds effects that no update caused.
 *
 * @param cause the same cause adds them once, however often it is told
 * @returns the rows that are new
 */
export async function enqueue(
  db: Queryable,
  cause: string,
  effects: Outgoing[],
): Promise<OutboxRow[]> {
  const planned = effects.flatMap(planEffects).map((effect, index) => ({
    columns: outboxColumns(effect),
    dedupKey: `${cause}:${String(index)}`,
  }))
  const rows = await insert(
    db,
    planned.map(({ dedupKey }) => dedupKey),
    planned.map(({ columns }) => columns.lane),
    planned.map(({ columns }) => columns.kind),
    planned.map(({ columns }) => columns.payload),
    planned.map(({ columns }) => columns.slot),
  )
  const idByKey = new Map(rows.map(({ id, dedupKey }) => [dedupKey, id]))
  return planned.flatMap(({ columns: { effect, lane }, dedupKey }) => {
    const id = idByKey.get(dedupKey)
    if (id === undefined) return []
    return [{ id, dedupKey, lane, effect, bulk: false, attempts: 0, ambiguous: 0 }]
  })
}
