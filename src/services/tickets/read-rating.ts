import type { Rating } from '../../domain/rating.ts'
import type { Ticket } from '../../domain/ticket.ts'
import { statement, type Queryable } from '../../storage/sql.ts'

const select = statement<Rating>(
  'rating_of_closure',
  `select helpfulness, speed, politeness, comment from rating
   where ticket_number = $1 and closure_no = $2 and person_id = $3`,
)

/** How its requester rated the present closing of a ticket; null while he has not. */
export async function readRating(
  db: Queryable,
  { number, status, closureNo, requesterId }: Ticket,
): Promise<Rating | null> {
  if (status !== 'closed') return null
  const [rating] = await select(db, number, closureNo, requesterId)
  return rating ?? null
}
