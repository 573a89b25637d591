import { statement, type Queryable } from '../../storage/sql.ts'

const count = statement<{ waiting: number }>(
  'newcomers_waiting',
  `select count(*)::int as waiting from outbox
   where state in ('pending', 'sending', 'retry') and kind = 'put' and payload->>'newcomer' = 'true'`,
)

/** How many tickets of new clients wait for their topic. */
export async function newcomersWaiting(db: Queryable): Promise<number> {
  const [row] = await count(db)
  return row?.waiting ?? 0
}
