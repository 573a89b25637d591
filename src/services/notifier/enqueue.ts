import { statement, type Queryable } from '../../storage/sql.ts'
import { insertIntoOutbox, newRow, outboxValues } from './into-outbox.ts'
import { outboxColumns } from './outbox-columns.ts'
import type { Outgoing } from './outgoing.ts'
import type { OutboxRow } from './outcome.ts'
import { planEffects } from './plan-effects.ts'

const insert = statement<{ id: number; dedupKey: string }>(
  'outbox_enqueue',
  `with added as (
    ${insertIntoOutbox(1)}
   )
   select id, dedup_key as "dedupKey" from added`,
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
  const rows = await insert(db, ...outboxValues(planned))
  const idByKey = new Map(rows.map(({ id, dedupKey }) => [dedupKey, id]))
  return planned.flatMap((one) => {
    const id = idByKey.get(one.dedupKey)
    return id === undefined ? [] : [newRow(id, one)]
  })
}
