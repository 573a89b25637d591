import { waitsForClient, type Ticket } from './ticket.ts'

/** Who owes the next step: `support`, `client`, or nobody once the ticket is closed. */
export function ballOf(ticket: Ticket): 'support' | 'client' | null {
  const { status } = ticket
  if (status === 'closed') return null
  if (unansweredSince(ticket) !== null) return 'support'
  return waitsForClient(status) ? 'client' : 'support'
}

/** Since when a client waits for an answer or for somebody to see what he wrote to a solution. */
export function unansweredSince({
  needsReplySince,
  undecidedSince,
}: Pick<Ticket, 'needsReplySince' | 'undecidedSince'>): Date | null {
  return needsReplySince ?? undecidedSince
}
