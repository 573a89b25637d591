import type { Ticket } from './ticket.ts'

/**
 * When something happens to a ticket: now, unless the clock went back or stood still. Each event is
 * later than the one before it, so that times alone tell their order.
 */
export function momentAfter({ updatedAt }: Pick<Ticket, 'updatedAt'>, now: Date): Date {
  return now > updatedAt ? now : new Date(updatedAt.getTime() + 1)
}
