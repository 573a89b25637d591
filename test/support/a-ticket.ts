import { newTicket } from '../../src/domain/open-ticket.ts'
import type { Ticket } from '../../src/domain/ticket.ts'

export const noon = new Date('2026-12-01T12:00:00Z')

/** A ticket of person 7, new since noon, with what a test wants to be otherwise. */
export function aTicket(change: Partial<Ticket> = {}): Ticket {
  const opened = newTicket(
    {
      typeKey: 'problem',
      typeTitle: 'Problem',
      requesterId: 7,
      priority: 'high',
      keyData: {},
      description: 'It is broken',
    },
    noon,
  )
  return { ...opened, number: 12, messageCount: 1, ...change }
}
