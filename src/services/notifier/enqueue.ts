import { statement, type Queryable } from '../../storage/sql.ts'
import { laneOf, slotOf, type Outgoing } from './outgoing.ts'
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
  const planned = effects
    .flatMap(planEffects)
    .map((effect, index) => ({ effect, dedupKey: `${cause}:${String(index)}` }))
  const rows = await insert(
    db,
    planned.map(({ dedupKey }) => dedupKey),
    planned.map(({ effect }) => laneOf(effect)),
    planned.map(({ effect }) => effect.kind),
    planned.map(({ effect }) => JSON.stringify(effect)),
    planned.map(({ effect }) => slotOf(effect)),
  )
  const idByKey = new Map(rows.map(({ id, dedupKey }) => [dedupKey, id]))
  return planned.flatMap(({ effect, dedupKey }) => {
    const id = idByKey.get(dedupKey)
    if (id === undefined) return []
    const lane = laneOf(effect)
    return [{ id, dedupKey, lane, effect, bulk: false, attempts: 0, ambiguous: 0 }]
  })
}
