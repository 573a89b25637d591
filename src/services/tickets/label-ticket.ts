import { timersOf } from '../../domain/timers.ts'
import type { Priority, Ticket } from '../../domain/ticket.ts'
import { calendarOf } from '../../desk/calendar.ts'
import type { Queryable } from '../../storage/sql.ts'
import { describeChange, type TicketDeps } from './apply-event.ts'
import type { Verdict } from './change.ts'
import { saveTicket } from './save-ticket.ts'
import type { AgentActs } from './take-ticket.ts'
import { lockTicket } from './ticket-row.ts'

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
  { number, agent }: AgentActs,
  change: (ticket: Ticket) => Partial<Ticket>,
): Promise<Verdict> {
  const before = await lockTicket(tx, number)
  if (before === undefined) return { ok: false, reason: 'no_such_ticket' }
  const ticket = { ...before, ...change(before), version: before.version + 1 }
  await saveTicket(tx, ticket, timersOf(ticket, deps.desk.timers, calendarOf(deps.desk)))
  const done = { before, ticket, messages: [], notices: ['relabelled' as const] }
  return { ok: true, change: await describeChange(tx, done, agent) }
}
