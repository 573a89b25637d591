import type { Ticket } from '../../domain/ticket.ts'
import { statement, type Queryable } from '../../storage/sql.ts'

const count = statement<{ earlier: number }>(
  'tickets_earlier',
  `select count(*)::int as earlier from (
     select from ticket where requester_id = $1 and number < $2 limit 100
   ) as recent`,
)

/** How many tickets the requester had before this one; counting ends at 100. */
export async function countEarlier(db: Queryable, ticket: Ticket): Promise<number> {
  const [row] = await count(db, ticket.requesterId, ticket.number)
  return row?.earlier ?? 0
}
