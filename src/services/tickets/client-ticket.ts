import type { MessagePlace } from '../../domain/message.ts'
import { routeClientMessage } from '../../domain/routing.ts'
import type { Ticket } from '../../domain/ticket.ts'
import type { Person } from '../../domain/people.ts'
import type { Queryable } from '../../storage/sql.ts'
import type { Slot } from '../notifier/slot.ts'
import { slotAtPlace } from '../telegram/slots.ts'
import { messageAtPlace } from './read-messages.ts'
import { liveTicketsOf, readSurvivor } from './read-tickets.ts'

/** The ticket of the person that a bot message is about, or the one that became part of; or null. */
export async function ticketOfClientAt(
  db: Queryable,
  person: Person,
  place: MessagePlace | null,
): Promise<Ticket | null> {
  if (place === null) return null
  const message = await messageAtPlace(db, place)
  const number = message?.ticketNumber ?? ticketAskedAbout(await slotAtPlace(db, place))
  if (number === null) return null
  const ticket = await readSurvivor(db, number)
  return ticket?.requesterId === person.id ? ticket : null
}

/** What the desk asks a client about his ticket is no message of it. */
function ticketAskedAbout(slot: Slot | null): number | null {
  switch (slot?.kind) {
    case 'proposal':
    case 'rating':
    case 'reason':
      return slot.ticket
    default:
      return null
  }
}

/**
 * The ticket that something a client did is about, as far as anybody can say without asking him: the
 * one whose message he answered or pressed, the one he looked at last, his only live one; or null.
 */
export async function likelyTicket(
  db: Queryable,
  person: Person,
  { place, activeTicketMs, now }: { place: MessagePlace | null; activeTicketMs: number; now: Date },
): Promise<number | null> {
  const live = await liveTicketsOf(db, person.id)
  const { activeTicketNumber: selected, activeTicketAt: selectedAt } = person
  const active = selected === null ? null : await readSurvivor(db, selected)
  const route = routeClientMessage({
    repliedTicket: (await ticketOfClientAt(db, person, place))?.number ?? null,
    activeTicket:
      active === null || selectedAt === null ? null : { number: active.number, selectedAt },
    liveTickets: live.map(({ number }) => number),
    activeTicketMs,
    now,
  })
  return route.to === 'ticket' ? route.number : null
}
