import type { Discipline } from '../../domain/event.ts'
import type { Ticket } from '../../domain/ticket.ts'
import { statement, type Queryable } from '../../storage/sql.ts'
import type { TicketDeps } from '../tickets/apply-event.ts'
import { unanswered } from '../tickets/ticket-row.ts'

/**
 * Without a capacity, who has more waiting clients is as loaded as anybody can be: counting all costs
 * time each second.
 */
const fullLoad = 100

/** After so many hands in a day only supervisors can help. */
const maxPassesADay = 3

/** Nobody gets back what he let go of within a day; the load is counted up to $5. */
const select = statement<{ id: number; load: number }>(
  'agents_free',
  `select a.id, a.load from (
     select id, active, away_until,
       (select count(*)::int from (
          select from ticket k
          where k.assignee_id = agent.id
            and k.status in ('new', 'open', 'in_development', 'solution_proposed')
            and ${unanswered} is not null
          limit $5
        ) as waiting) as load,
       (select max(c.at) from assignment_change c where c.to_agent_id = agent.id) as last_at
     from agent
   ) as a
   where a.active and (a.away_until is null or a.away_until <= $3) and a.id is distinct from $2
     and not exists (
       select from assignment_change c
       where c.ticket_number = $1 and c.from_agent_id = a.id
         and c.cause in ('discipline', 'released') and c.at > $3::timestamptz - interval '1 day')
   order by case when $4 then 0 else a.load end, a.last_at nulls first, a.id`,
)

const countPasses = statement<{ passes: number }>(
  'ticket_passes',
  `select count(*)::int as passes from assignment_change
   where ticket_number = $1 and cause = 'discipline' and at > $2::timestamptz - interval '1 day'`,
)

/**
 * The agent whose turn it is to take a ticket: present, below his capacity, and either the one with
 * the fewest waiting clients or the one who was longest without a new ticket.
 */
export async function freeAgent(
  tx: Queryable,
  { desk }: TicketDeps,
  { number, assigneeId }: Pick<Ticket, 'number' | 'assigneeId'>,
  now: Date,
): Promise<number | null> {
  const { distribution, capacity } = desk.staff
  const byTurn = distribution === 'round_robin'
  const counted = capacity === 0 ? fullLoad : capacity
  const agents = await select(tx, number, assigneeId, now, byTurn, counted)
  return agents.find(({ load }) => capacity === 0 || load < capacity)?.id ?? null
}

/** Who could take over a ticket whose limit has passed. */
export async function findColleague(
  tx: Queryable,
  deps: TicketDeps,
  ticket: Ticket,
  now: Date,
): Promise<Discipline> {
  const isManual = deps.desk.staff.distribution === 'manual'
  if (isManual || (await isPassedAround(tx, ticket.number, now))) {
    return { candidateId: null, exhausted: true }
  }
  return { candidateId: await freeAgent(tx, deps, ticket, now), exhausted: false }
}

/** Whether a ticket went from hand to hand too often today. */
export async function isPassedAround(tx: Queryable, number: number, now: Date): Promise<boolean> {
  const [row] = await countPasses(tx, number, now)
  return (row?.passes ?? 0) >= maxPassesADay
}
