import { calendarOf } from '../../desk/calendar.ts'
import type { Desk } from '../../desk/desk.ts'
import { factsOfChange } from '../../domain/sla/facts-of-change.ts'
import type { PassedMoment } from '../../domain/sla/moments.ts'
import type { Ticket } from '../../domain/ticket.ts'
import { timersOf } from '../../domain/timers.ts'
import type { Queryable } from '../../storage/sql.ts'
import { keepPromises } from './keep-promises.ts'
import { saveTicket } from './save-ticket.ts'

/**
 * Writes a locked ticket after an event, with what follows from it: its timers and its promises.
 *
 * @param before null for a new one
 * @param said the public message that came with the event, if one did
 * @returns warnings and broken promises that nobody has been told of
 */
export async function storeTicket(
  tx: Queryable,
  deps: { desk: Desk },
  before: Ticket | null,
  ticket: Ticket,
  said: { author: 'client' | 'agent'; isAck: boolean } | null,
): Promise<PassedMoment[]> {
  const { number, updatedAt: at } = ticket
  await saveTicket(tx, ticket, timersOf(ticket, deps.desk.timers, calendarOf(deps.desk)))
  return keepPromises(tx, deps, { number, facts: factsOfChange(before, ticket, said), at })
}
