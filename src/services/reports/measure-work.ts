import { workingTimeBetween, type Calendar } from '../../domain/working-hours.ts'
import type { TicketStatus } from '../../domain/ticket.ts'
import { statement, type Queryable } from '../../storage/sql.ts'
import { isWaiting, unanswered } from '../tickets/ticket-row.ts'

export interface AgentWork {
  name: string
  /** Tickets with at least one public message of his. */
  cases: number
  answers: number
  /** Mean working time from the client's message to his answer; null without an answer. */
  answerMs: number | null
}

/** The base metrics of a period (EA-54 to EA-59). */
export interface Work {
  /** Live tickets that wait for support, and all live ones. */
  backlog: number
  live: number
  handled: number
  answerMs: number | null
  agents: AgentWork[]
  /** Mean time spent in a status, on the clock, of the stays that ended in the period. */
  stays: { status: TicketStatus; meanMs: number }[]
}

const selectBacklog = statement<{ backlog: number; live: number }>(
  'work_backlog',
  `select count(*)::int as live,
     (count(*) filter (where not ${isWaiting}
                          or ${unanswered} is not null))::int as backlog
   from ticket where status <> 'closed'`,
)

const selectHandled = statement<{ handled: number }>(
  'work_handled',
  `select count(*)::int as handled from ticket
   where status = 'closed' and closed_at >= $1 and closed_at < $2
     and close_reason in ('accepted', 'solution_timeout', 'agreed', 'withdrawn')`,
)

interface Spell {
  agentId: number
  since: Date
  answeredAt: Date
}

/** A spell begins with the first unanswered message of a client and ends with the next answer. */
const selectSpells = statement<Spell>(
  'work_spells',
  `with said as (
     select ticket_number, author, agent_id, sent_at,
       coalesce(sum((author = 'agent')::int) over (
         partition by ticket_number order by seq
         rows between unbounded preceding and 1 preceding), 0) as spell
     from message
     where kind = 'public' and not is_ack and ticket_number in (
       select ticket_number from message
       where kind = 'public' and author = 'agent' and sent_at >= $1 and sent_at < $2)
   )
   select max(agent_id) as "agentId", min(sent_at) filter (where author = 'client') as since,
     max(sent_at) filter (where author = 'agent') as "answeredAt"
   from said group by ticket_number, spell
   having min(sent_at) filter (where author = 'client') is not null
     and max(sent_at) filter (where author = 'agent') >= $1
     and max(sent_at) filter (where author = 'agent') < $2`,
)

const selectAgents = statement<{ id: number; name: string; cases: number; answers: number }>(
  'work_of_agents',
  `select a.id, a.name, count(distinct m.ticket_number)::int as cases, count(*)::int as answers
   from message m join agent a on a.id = m.agent_id
   where m.kind = 'public' and m.sent_at >= $1 and m.sent_at < $2
   group by a.id order by answers desc, a.name limit 30`,
)

/** A stay ends with the status change after the one it began with. */
const selectStays = statement<{ status: TicketStatus; meanMs: number }>(
  'work_stays',
  `select s."to" as status, (extract(epoch from avg(e.at - s.at)) * 1000)::float8 as "meanMs"
   from status_change e
     join status_change s on s.ticket_number = e.ticket_number and s.seq = e.seq - 1
   where e.at >= $1 and e.at < $2 group by s."to" order by s."to"`,
)

/** @param calendar working hours in which answers are measured; null: around the clock */
export async function measureWork(
  db: Queryable,
  { from, to, calendar }: { from: Date; to: Date; calendar: Calendar | null },
): Promise<Work> {
  const [backlog] = await selectBacklog(db)
  const [handled] = await selectHandled(db, from, to)
  const spells = await selectSpells(db, from, to)
  const speed = (of: Spell[]) =>
    mean(of.map(({ since, answeredAt }) => workingTimeBetween(since, answeredAt, calendar)))
  const agents = await selectAgents(db, from, to)
  return {
    backlog: backlog?.backlog ?? 0,
    live: backlog?.live ?? 0,
    handled: handled?.handled ?? 0,
    answerMs: speed(spells),
    agents: agents.map(({ id, name, cases, answers }) => ({
      name,
      cases,
      answers,
      answerMs: speed(spells.filter(({ agentId }) => agentId === id)),
    })),
    stays: await selectStays(db, from, to),
  }
}

function mean(values: number[]): number | null {
  if (values.length === 0) return null
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
