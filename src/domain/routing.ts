export type Route =
  | { to: 'ticket'; number: number }
  /** Several could be meant: the client is asked and the message is kept. */
  | { to: 'ask'; numbers: number[] }
  /** He answers to a closed ticket: reopening it always is his explicit wish. */
  | { to: 'closed'; number: number }
  /** No live ticket: the message begins a draft. */
  | { to: 'draft' }

/**
 * Which ticket a client's plain message belongs to: the one he replies to, the one he opened from
 * his list a short while ago, his only live one; else he is asked.
 */
export function routeClientMessage({
  repliedTicket,
  repliedClosedTicket = null,
  activeTicket,
  liveTickets,
  activeTicketMs,
  now,
}: {
  /** The live ticket of the bot's message that is replied to. */
  repliedTicket: number | null
  /** The same, when that ticket is closed. */
  repliedClosedTicket?: number | null
  activeTicket: { number: number; selectedAt: Date } | null
  liveTickets: number[]
  activeTicketMs: number
  now: Date
}): Route {
  if (repliedTicket !== null) return { to: 'ticket', number: repliedTicket }
  if (repliedClosedTicket !== null) return { to: 'closed', number: repliedClosedTicket }
  if (activeTicket !== null && liveTickets.includes(activeTicket.number)) {
    const ageMs = now.getTime() - activeTicket.selectedAt.getTime()
    if (ageMs <= activeTicketMs) return { to: 'ticket', number: activeTicket.number }
  }
  const [only, ...others] = liveTickets
  if (only === undefined) return { to: 'draft' }
  return others.length === 0
    ? { to: 'ticket', number: only }
    : { to: 'ask', numbers: [...liveTickets] }
}
