import type { Ticket } from '../../domain/ticket.ts'
import type { T } from '../../locales/texts.ts'
import type { Button } from '../../services/notifier/outgoing.ts'
import { pack } from '../buttons/callback-data.ts'

/** What a client can do with a ticket that waits for him; nothing while it does not. */
export function answerButtons({ number, proposalNo, status }: Ticket, t: T): Button[] {
  const target = { ticket: number, proposal: proposalNo }
  switch (status) {
    case 'pending':
      return [{ label: t('notice-answer'), data: pack({ action: 'reply', ...target }) }]
    case 'solution_proposed':
      return [
        { label: t('notice-accept'), data: pack({ action: 'accept', ...target }) },
        { label: t('notice-reject'), data: pack({ action: 'reject', ...target }) },
      ]
    default:
      return []
  }
}

/** Begins a message to a ticket. */
export function addButton(ticket: number, t: T): Button[] {
  return [{ label: t('notice-add-details'), data: pack({ action: 'add', ticket }) }]
}

/** Ends a ticket from its client's side, after another question. */
export function withdrawButton(ticket: number, t: T): Button[] {
  return [{ label: t('notice-withdraw'), data: pack({ action: 'withdraw', ticket, sure: 0 }) }]
}
