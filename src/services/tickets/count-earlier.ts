import type { Ticket } from '../../domain/ticket.ts'
import { statement, type Queryable } from '../../storage/sql.ts'

/** What came before a ticket of its requester. */
export interface Earlier {
  /** How many tickets he had; counting ends at 100. */
  earlierTickets: number
  /** Support has dealt with none of them, or called them spam: anybody can be such a client. */
  isNewcomer: boolean
}

const select = statement<Earlier>(
  'tickets_earlier',
  `select count(*)::int as "earlierTickets", not coalesce(bool_or(is_dealt_with), false) as "isNewcomer"
   from (
     select last_agent_action_at is not null and close_reason is distinct from 'spam' as is_dealt_with
     from ticket where requester_id = $1 and number < $2 limit 100
   ) as recent`,
)

export async function readEarlier(db: Queryable, ticket: Ticket): Promise<Earlier> {
  const [row] = await select(db, ticket.requesterId, ticket.number)
  return row ?? { earlierTickets: 0, isNewcomer: true }
}
