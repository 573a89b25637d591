import { calendarOf } from '../../desk/calendar.ts'
import type { Desk } from '../../desk/desk.ts'
import { localized } from '../../desk/localized.ts'
import { timersOf } from '../../domain/timers.ts'
import type { Rating } from '../../domain/rating.ts'
import type { Ticket } from '../../domain/ticket.ts'
import type { Agent } from '../../domain/people.ts'
import { formatMoment } from '../../locales/date-time.ts'
import type { T } from '../../locales/texts.ts'
import type { Outgoing } from '../../services/notifier/outgoing.ts'
import { packSlot, type SlotKey } from '../../services/notifier/slot.ts'
import type { LargeFile } from '../../services/tickets/large-files.ts'
import { cardButtons } from '../commands/card-buttons.ts'
import { ticketCard } from '../views/ticket-card.ts'

export interface CardSource {
  ticket: Ticket
  requester: { name: string }
  assignee: Agent | null
  earlierTickets: number
  largeFiles: LargeFile[]
  rating: Rating | null
}

type Card = Extract<Outgoing, { kind: 'put' }>

/** The effect that shows a ticket's card, in place where it stands already. */
export function presentCard(source: CardSource, desk: Desk, t: T, now: Date): Card {
  const { ticket, requester, assignee, earlierTickets, largeFiles, rating } = source
  const [language] = desk.languages
  const type = desk.types.find(({ key }) => key === ticket.typeKey)
  const timers = timersOf(ticket, desk.timers, calendarOf(desk))
  const next = timers.findLast(({ kind }) => kind !== 'reminder')
  const text = ticketCard(
    {
      ticket,
      earlierTickets,
      typeTitle: type === undefined ? ticket.typeKey : localized(type.title, language, desk),
      keyData: keyDataOf(ticket, desk),
      clientName: requester.name,
      assigneeName: assignee?.name ?? null,
      nextDeadline:
        next === undefined ? null : formatMoment(next.firesAt, now, desk.timezone, language),
      largeFiles,
      rating,
    },
    t,
  )
  const { number } = ticket
  return {
    kind: 'put',
    place: { kind: 'topic', ticketNumber: number },
    slot: cardSlot(number),
    content: { ...text, buttons: cardButtons(ticket, t) },
    pin: true,
  }
}

export function cardSlot(number: number): SlotKey {
  return packSlot({ kind: 'card', ticket: number })
}

/** Answers to the type's fields, in the order they were asked, in the desk's default language. */
function keyDataOf(ticket: Ticket, desk: Desk): { title: string; value: string }[] {
  const [language] = desk.languages
  const asked = desk.types.find(({ key }) => key === ticket.typeKey)?.fields ?? []
  // What the desk file no longer asks stands at the end.
  const keys = new Set([...asked, ...Object.keys(ticket.keyData)])
  return [...keys].flatMap((key) => {
    const answer = ticket.keyData[key]
    if (answer === undefined) return []
    const field = desk.fields[key]
    if (field === undefined) return { title: `${key}:`, value: answer }
    const option = field.options.find((one) => one.key === answer)
    return {
      title: localized(field.title, language, desk),
      value: option === undefined ? answer : localized(option.title, language, desk),
    }
  })
}
