import { momentAfter } from '../../domain/moment-after.ts'
import type { Priority, Ticket } from '../../domain/ticket.ts'
import { statement, type Queryable } from '../../storage/sql.ts'
import type { Verdict } from '../change.ts'
import { describeChange, type TicketDeps } from './apply-event.ts'
import { storeTicket } from './store-ticket.ts'
import type { AgentActs } from './take-ticket.ts'
import { lockTicket } from './ticket-row.ts'

const insertPriorityChange = statement(
  'priority_change_add',
  `insert into priority_change (ticket_number, "from", "to", agent_id, at)
   values ($1, $2::priority, $3::priority, $4, $5)`,
)

/** Puts a ticket in another place of the queue. */
export function setPriority(
  tx: Queryable,
  deps: TicketDeps,
  input: AgentActs & { priority: Priority },
): Promise<Verdict> {
  return relabel(tx, deps, input, () => ({ priority: input.priority }))
}

/** Adds a tag or takes it away. */
export function setTag(
  tx: Queryable,
  deps: TicketDeps,
  input: AgentActs & { tag: string; present: boolean },
): Promise<Verdict> {
  return relabel(tx, deps, input, ({ tags }) => {
    const others = tags.filter((one) => one !== input.tag)
    return { tags: input.present ? [...others, input.tag].sort() : others }
  })
}

/** What no rule depends on: no event of the table, and it may be done to a closed ticket. */
async function relabel(
  tx: Queryable,
  deps: TicketDeps,
  { number, agent, now }: AgentActs,
  change: (ticket: Ticket) => Partial<Ticket>,
): Promise<Verdict> {
  const before = await lockTicket(tx, number)
  if (before === undefined) return { ok: false, reason: 'no_such_ticket' }
  const updatedAt = momentAfter(before, now)
  const ticket = { ...before, ...change(before), version: before.version + 1, updatedAt }
  if (ticket.priority !== before.priority) {
    await insertPriorityChange(tx, number, before.priority, ticket.priority, agent.id, updatedAt)
  }
  const passed = await storeTicket(tx, deps, before, ticket, null)
  const done = {
    before,
    ticket,
    messages: [],
    notices: ['relabelled' as const],
    by: 'agent' as const,
    passed,
  }
  return { ok: true, changes: [await describeChange(tx, done, agent)] }
}
