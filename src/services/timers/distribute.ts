import { calendarOf } from '../../desk/calendar.ts'
import { workingTimeBetween } from '../../domain/working-hours.ts'
import { statement, type Queryable } from '../../storage/sql.ts'
import type { Verdict } from '../change.ts'
import { applyEvent, type TicketDeps } from '../tickets/apply-event.ts'
import { lockTicket } from '../tickets/ticket-row.ts'
import { freeAgent, isPassedAround } from './free-agents.ts'

/**
 * Tickets of the queue, and those whose agent left or is away while their client waits. Apart, because
 * in one condition they would cost a look at every live ticket each second. A ticket that waits for
 * its topic in a rush of newcomers is given to nobody, who could not see it.
 */
const select = statement<{ number: number }>(
  'tickets_to_distribute',
  `select number from (
     (select number, priority, needs_reply_since from ticket
      where $3 and assignee_id is null and status in ('new', 'open')
        and number not in (
          select (payload->'place'->>'ticketNumber')::int from outbox
          where state in ('pending', 'sending', 'retry') and kind = 'put'
            and payload->>'newcomer' = 'true')
      order by priority desc, needs_reply_since nulls last, number limit $2)
     union all
     select k.number, k.priority, k.needs_reply_since
     from agent a join ticket k on k.assignee_id = a.id
     where k.status in ('new', 'open')
       and (not a.active or (a.away_until > $1 and k.needs_reply_since is not null))
   ) as wanting
   order by priority desc, needs_reply_since nulls last, number limit $2`,
)

const selectAgent = statement<{ present: boolean }>(
  'agent_present',
  `select active and (away_until is null or away_until <= $2) as present from agent where id = $1`,
)

/** Numbers of tickets that somebody else, or anybody at all, should be responsible for. */
export async function ticketsToDistribute(
  db: Queryable,
  deps: TicketDeps,
  now: Date,
  limit: number,
): Promise<number[]> {
  const { desk } = deps
  // Nobody is given a ticket at night.
  const nextSecond = new Date(now.getTime() + 1_000)
  const isOpen = workingTimeBetween(now, nextSecond, calendarOf(desk)) > 0
  const isWanted = isOpen && desk.staff.distribution !== 'manual'
  // A long queue and nobody to take of it must cost little.
  const anyTicket = { number: 0, assigneeId: null }
  const gives = isWanted && (await freeAgent(db, deps, anyTicket, now)) !== null
  return (await select(db, now, limit, gives)).map(({ number }) => number)
}

/**
 * Gives a ticket of the queue to the agent whose turn it is, and takes one from an agent who is not
 * there.
 *
 * @returns null when there is nothing to do: nobody is free, or somebody acted meanwhile
 */
export async function distribute(
  tx: Queryable,
  deps: TicketDeps,
  { number, now }: { number: number; now: Date },
): Promise<Verdict | null> {
  const ticket = await lockTicket(tx, number)
  if (ticket === undefined) return null
  const actor = { kind: 'system' } as const
  if (ticket.assigneeId !== null) {
    const [agent] = await selectAgent(tx, ticket.assigneeId, now)
    if (agent?.present !== false) return null
    return applyEvent(tx, deps, {
      number,
      actor,
      now,
      event: { type: 'distribute', toAgentId: null },
    })
  }
  if (await isPassedAround(tx, number, now)) return null
  const toAgentId = await freeAgent(tx, deps, ticket, now)
  if (toAgentId === null) return null
  return applyEvent(tx, deps, { number, actor, now, event: { type: 'distribute', toAgentId } })
}
