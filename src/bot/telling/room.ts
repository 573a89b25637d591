import { formatMoment } from '../../locales/date-time.ts'
import type { T } from '../../locales/texts.ts'
import type { TicketChange } from '../../services/change.ts'
import type { Outgoing, Place } from '../../services/notifier/outgoing.ts'
import { mention, mentions } from './mention.ts'
import type { TellingDeps } from './telling-deps.ts'

/** The topic of a ticket, in which its agents read, in the desk's language and zone. */
export interface Room {
  place: Place
  t: T
  moment: (at: Date) => string
  /** The assignee, so that Telegram notifies him; colleagues, while there is none. */
  name: string
  /** The supervisors besides him. */
  supervisors: string
}

export function roomOf(
  { ticket, assignee }: TicketChange,
  { desk, texts, now, supervisors }: TellingDeps,
): Room {
  const [language] = desk.languages
  const t = texts(language)
  const others = supervisors.filter(({ id }) => id !== assignee?.id)
  return {
    t,
    place: { kind: 'topic', ticketNumber: ticket.number },
    moment: (at) => formatMoment(at, now, desk.timezone, language),
    name: assignee === null ? t('staff-nobody') : mention(assignee),
    supervisors: mentions(others, t),
  }
}

/** A line of the desk itself. */
export function line({ place }: Pick<Room, 'place'>, text: string, silent = false): Outgoing {
  return { kind: 'say', place, content: { text, entities: [] }, silent }
}
