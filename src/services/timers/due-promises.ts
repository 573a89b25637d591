import { statement, type Queryable } from '../../storage/sql.ts'
import type { Verdict } from '../change.ts'
import { describeChange, type TicketDeps } from '../tickets/apply-event.ts'
import { keepPromises } from '../tickets/keep-promises.ts'
import { lockTicket } from '../tickets/ticket-row.ts'

const select = statement<{ number: number }>(
  'promises_due',
  `select ticket_number as number from sla_clock where next_at <= $1
   group by ticket_number order by min(next_at) limit $2`,
)

/** Numbers of tickets in which a promise is about to be broken, or is, and nobody has said so. */
export async function duePromises(db: Queryable, now: Date, limit: number): Promise<number[]> {
  return (await select(db, now, limit)).map(({ number }) => number)
}

/**
 * Marks what time has done to the promises of a ticket.
 *
 * @returns null when somebody else has seen it already
 */
export async function lookAtPromises(
  tx: Queryable,
  deps: TicketDeps,
  { number, now }: { number: number; now: Date },
): Promise<Verdict | null> {
  const ticket = await lockTicket(tx, number)
  if (ticket === undefined) return null
  const passed = await keepPromises(tx, deps, { number, facts: [], at: now })
  if (passed.length === 0) return null
  const done = { before: ticket, ticket, messages: [], notices: [], passed, by: 'system' as const }
  return { ok: true, changes: [await describeChange(tx, done, undefined)] }
}
