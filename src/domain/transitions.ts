import type { Actor, TicketEvent } from './event.ts'
import type { TicketStatus } from './ticket.ts'
import { transitionsByAgent } from './transitions/by-agent.ts'
import { transitionsByClient } from './transitions/by-client.ts'
import { transitionsBySystem } from './transitions/by-system.ts'
import type { Transition } from './transitions/transition.ts'

/** One row for each (status, event, actor); T01, the creation, is open-ticket.ts. */
export const transitions: readonly Transition[] = [
  ...transitionsByClient,
  ...transitionsByAgent,
  ...transitionsBySystem,
]

const index = new Map(
  transitions.flatMap((row) => row.from.map((from) => [`${from} ${row.event} ${row.actor}`, row])),
)

/** The row for an event of an actor in a status, or undefined when the table has none. */
export function findTransition(
  from: TicketStatus,
  event: TicketEvent['type'],
  actor: Actor['kind'],
): Transition | undefined {
  return index.get(`${from} ${event} ${actor}`)
}

/**
 * The status after a transition.
 *
 * @param before the one that undoing a merge leads back to
 */
export function statusAfter(
  { to }: Transition,
  from: TicketStatus,
  before: TicketStatus = from,
): TicketStatus {
  if (to === 'same') return from
  if (to === 'before') return before
  return typeof to === 'string' ? to : (to[from] ?? from)
}
