import { waitsForClient, type Ticket } from './ticket.ts'

/** Who owes the next step: `support`, `client`, or nobody once the ticket is closed. */
export function ballOf({
  status,
  needsReplySince,
  undecidedSince,
}: Ticket): 'support' | 'client' | null {
  if (status === 'closed') return null
  if (needsReplySince !== null || undecidedSince !== null) return 'support'
  return waitsForClient(status) ? 'client' : 'support'
}
