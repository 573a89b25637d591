import type { TicketStatus } from '../../domain/ticket.ts'
import { statement, type Queryable } from '../../storage/sql.ts'
import type { Outgoing } from './outgoing.ts'

/** An effect that was dropped, because nobody's words had to wait for it. */
export interface Missed {
  id: number
  effect: Outgoing
  /** Of its ticket as it is now; null when it names none. */
  status: TicketStatus | null
}

/** Far more rows than a group without a right causes in weeks; the newest are enough. */
const selectMissed = statement<Missed>(
  'outbox_missed',
  `select o.id::int as id, o.payload as effect, t.status
   from outbox o left join ticket t on t.number = (o.payload ->> 'ticketNumber')::int
   where o.id > (select coalesce(max(id), 0) - 100000 from outbox)
     and o.kind = any($1) and o.state = 'dead' and o.error = $2
   order by o.id desc limit 1000`,
)

const markMadeGood = statement(
  'outbox_made_good',
  `update outbox
   set state = 'merged', error = error || '; made good later', payload = '{}', finished_at = now()
   where id = any($1) and state = 'dead'`,
)

/**
 * Effects of these kinds that ended with this reason and were not made good yet, the newest first.
 *
 * @param error as it stands in the row
 */
export function missedEffects(
  db: Queryable,
  kinds: Outgoing['kind'][],
  error: string,
): Promise<Missed[]> {
  return selectMissed(db, kinds, error)
}

/** Writes that they need no further look: what they were to do is done by others. */
export async function settleMissed(db: Queryable, ids: number[]): Promise<void> {
  await markMadeGood(db, ids)
}
