import type { TicketStatus } from '../../domain/ticket.ts'

/** Icons of Telegram's free set, one for each status. */
export const iconByStatus: Record<TicketStatus, string> = {
  new: '❗️',
  open: '💬',
  pending: '❓',
  postponed: '📆',
  in_development: '🛠',
  solution_proposed: '💡',
  closed: '✅',
}
