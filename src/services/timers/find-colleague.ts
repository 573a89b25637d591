import type { Discipline } from '../../domain/event.ts'
import type { Ticket } from '../../domain/ticket.ts'
import { statement, type Queryable } from '../../storage/sql.ts'
import type { TicketDeps } from '../tickets/apply-event.ts'

/** After so many hands in a day only supervisors can help. */
const maxReassignsADay = 3

const select = statement<{ id: number; load: number }>(
  'agent_free',
  `select a.id,
     (select count(*)::int from ticket k
      where k.assignee_id = a.id and k.status in ('new', 'open', 'in_development')
        and k.needs_reply_since is not null) as load
   from agent a
   where a.active and (a.away_until is null or a.away_until <= $2) and a.id is distinct from $1
   order by load,
     (select max(c.at) from assignment_change c where c.to_agent_id = a.id) nulls first, a.id`,
)

const countPasses = statement<{ passes: number }>(
  'ticket_passes',
  `select count(*)::int as passes from assignment_change
   where ticket_number = $1 and cause = 'discipline' and at > $2::timestamptz - interval '1 day'`,
)

/** Who could take over a ticket whose limit has passed. */
export async function findColleague(
  tx: Queryable,
  { desk }: TicketDeps,
  { number, assigneeId }: Ticket,
  now: Date,
): Promise<Discipline> {
  const [row] = await countPasses(tx, number, now)
  const isExhausted = (row?.passes ?? 0) >= maxReassignsADay
  if (isExhausted || desk.staff.distribution === 'manual') {
    return { candidateId: null, exhausted: true }
  }
  const agents = await select(tx, assigneeId, now)
  const { capacity } = desk.staff
  const free = agents.find(({ load }) => capacity === 0 || load < capacity)
  return { candidateId: free?.id ?? null, exhausted: false }
}
