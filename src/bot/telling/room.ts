import type { Agent } from '../../domain/people.ts'
import { formatMoment } from '../../locales/date-time.ts'
import type { T } from '../../locales/texts.ts'
import type { TicketChange } from '../../services/change.ts'
import type { Outgoing, Place } from '../../services/notifier/outgoing.ts'
import { mention, mentions, notifying } from './mention.ts'
import type { TellingDeps } from './telling-deps.ts'

/** The topic of a ticket, in which its agents read, in the desk's language and zone. */
export interface Room {
  place: Place
  t: T
  moment: (at: Date) => string
  /** The assignee, so that Telegram notifies him; colleagues, while there is none. */
  name: string
  /** Those whom a line may name. */
  agents: Agent[]
}

/** The same for what is no matter of the assignee alone. */
export interface RoomWithSupervisors extends Room {
  /** All of them. */
  supervisors: string
  /** The assignee and the supervisors, each once. */
  people: string
  /** Those who are neither the assignee nor were it before; null: there are none besides. */
  others: string | null
}

export function roomOf(
  { ticket, assignee }: TicketChange,
  { desk, texts, now }: Pick<TellingDeps, 'desk' | 'texts' | 'now'>,
): Room {
  const [language] = desk.languages
  const t = texts(language)
  return {
    t,
    place: { kind: 'topic', ticketNumber: ticket.number },
    moment: (at) => formatMoment(at, now, desk.timezone, language),
    name: assignee === null ? t('staff-nobody') : mention(assignee),
    agents: assignee === null ? [] : [assignee],
  }
}

export function withSupervisors(
  room: Room,
  { assignee, formerAssignee }: TicketChange,
  supervisors: Agent[],
): RoomWithSupervisors {
  const { t, name } = room
  const besides = supervisors.filter(({ id }) => id !== assignee?.id)
  const others = besides.filter(({ id }) => id !== formerAssignee?.id)
  const isKnown = supervisors.length > 0
  return {
    ...room,
    agents: [...room.agents, ...supervisors],
    supervisors: mentions(supervisors, t),
    people: [name, ...(isKnown ? besides.map(mention) : [t('staff-supervisors')])].join(', '),
    others: isKnown && others.length === 0 ? null : mentions(others, t),
  }
}

/** A line of the desk itself. */
export function line({ place, agents }: Room, text: string, silent = false): Outgoing {
  return { kind: 'say', place, content: notifying(text, agents), silent }
}
