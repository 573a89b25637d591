import { ballOf } from '../../domain/ball.ts'
import { bold, join } from '../../domain/formatted.ts'
import type { FormattedText } from '../../domain/message.ts'
import type { Rating } from '../../domain/rating.ts'
import type { Ticket } from '../../domain/ticket.ts'
import type { T } from '../../locales/texts.ts'
import { ratingLine } from './rating.ts'

export interface TicketCard {
  ticket: Ticket
  /** Title of the type and of each answer, in the reader's language. */
  typeTitle: string
  keyData: { title: string; value: string }[]
  clientName: string
  earlierTickets: number
  assigneeName: string | null
  /** When the next timer ends, in words of the reader's zone; null when none runs. */
  nextDeadline: string | null
  largeFiles: { name: string; sizeBytes: number }[]
  rating: Rating | null
}

/** The card at the top of a ticket's topic: all that an agent needs to begin. */
export function ticketCard(card: TicketCard, t: T): FormattedText {
  const { ticket, clientName: name, earlierTickets: count } = card
  const client = `${t('card-client', { name })} (${t('card-client-unverified')}, ${t('card-earlier', { count })})`
  const lines = [
    client,
    t('card-type', { type: card.typeTitle }),
    ...card.keyData.map(({ title, value }) => `${title} ${value}`),
    t('card-priority', { priority: t(`priority-${ticket.priority}`) }),
    t('card-status', { status: t(`status-${ticket.status}`) }),
    ...(ticket.tags.length === 0
      ? []
      : [t('card-tags', { tags: ticket.tags.map((tag) => `#${tag}`).join(' ') })]),
    ...(ticket.development === null
      ? []
      : [
          t('card-development', {
            engineer: ticket.development.engineer,
            key: ticket.development.externalKey,
          }),
        ]),
    card.assigneeName === null ? t('card-queue') : t('card-assignee', { name: card.assigneeName }),
    ...clockLine(card, t),
    ...(card.rating === null ? [] : [ratingLine(card.rating, t)]),
    ...card.largeFiles.map((file) =>
      t('card-large-file', { name: file.name, size: Math.round(file.sizeBytes / 1_000_000) }),
    ),
  ]
  return join(bold(`#${String(ticket.number)} ${ticket.subject}`), '\n', lines.join('\n'))
}

function clockLine({ ticket, nextDeadline: time }: TicketCard, t: T): string[] {
  if (time === null) return []
  const ball = ballOf(ticket)
  if (ball === null) return []
  if (ball === 'client') return [t('card-owes-client', { time })]
  return [
    ticket.needsReplySince === null
      ? t('card-owes-work', { time })
      : t('card-owes-support', { time }),
  ]
}
