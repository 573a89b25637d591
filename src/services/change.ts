import type {
  Attachment,
  FormattedText,
  MessageAuthor,
  MessageKind,
  MessagePlace,
  MessagePurpose,
  Origin,
} from '../domain/message.ts'
import type { Notice, Refusal } from '../domain/decision.ts'
import type { Actor } from '../domain/event.ts'
import type { PassedMoment } from '../domain/sla/moments.ts'
import type { Rating } from '../domain/rating.ts'
import type { AlarmNews } from '../domain/alarm.ts'
import type { StaffRight } from '../domain/staff-right.ts'
import type { Ticket, TicketStatus } from '../domain/ticket.ts'
import type { SlotKey } from './notifier/slot.ts'
import type { DeadUnit } from './intake/dead-unit.ts'
import type { Agent, Person } from '../domain/people.ts'
import type { TopicPlace } from './telegram/topics.ts'
import type { LargeFile } from './tickets/large-files.ts'

/** The other ticket where two become one, or one becomes two. */
export interface RelatedTicket {
  number: number
  subject: string
  /** Where its topic is; null while it has none. */
  topic: TopicPlace | null
}

/** A message as the ticket keeps it. */
export interface StoredMessage extends FormattedText {
  id: number
  seq: number
  kind: MessageKind
  author: MessageAuthor
  purpose: MessagePurpose
  attachments: Attachment[]
  origin: Origin
  /** Where it was written in Telegram: several places for an album, none if it came another way. */
  places: MessagePlace[]
  /** The ticket message it replies to. */
  replyToId: number | null
  /** The words of it that this one answers. */
  quote?: string
  /** Somebody else wrote it. */
  forwarded?: true
  sentAt: Date
}

/**
 * What a use case did, with all that is needed to tell people about it. bot/telling/ turns a change
 * into outgoing effects; a use case itself knows neither texts nor Telegram.
 */
export type Change = TicketChange | MessageChange | DeskChange

/** Something happened to a ticket. */
export interface TicketChange {
  about: 'ticket'
  ticket: Ticket
  /** Whether the status is another one than before; true for a new ticket. */
  statusChanged: boolean
  requester: Person
  assignee: Agent | null
  /** The assignee before the change, when it changed. */
  formerAssignee: Agent | null
  /** Who caused it. */
  by: Actor['kind']
  /** The agent who caused it, if one did. */
  actor: Agent | null
  /** The messages it is about: a reply, a question, the parts of a description ... */
  messages: StoredMessage[]
  notices: Notice[]
  /** Promises that are about to be broken, or are. */
  passed: PassedMoment[]
  /** How many tickets the requester had before this one. */
  earlierTickets: number
  /** Support has dealt with none of them. */
  isNewcomer: boolean
  largeFiles: LargeFile[]
  rating: Rating | null
  related?: RelatedTicket
}

/** What can happen to a message of a ticket, and nothing to the ticket, with what is known of it. */
export interface MessageFacts {
  edited: {
    /** As it is now. */
    message: StoredMessage
    before: FormattedText
    ticket: Ticket
    requester: Person
    /** A question or a solution that its client still has to answer. */
    waits: boolean
  }
  continued: {
    /** Only what came late of its album, under the id of the message it is a part of. */
    message: StoredMessage
    ticket: Ticket
    requester: Person
  }
  unsent: {
    messageId: number
    requester: Person
    /** Where the agent had written it. */
    at: MessagePlace
  }
  liked: Reacted
  disliked: Reacted
  opinion_withdrawn: Reacted
}

/** What a client's opinion is about. */
export interface Reacted {
  messageId: number
  /** Where the ticket of the message goes on. */
  ticketNumber: number
}

export type MessageNotice = keyof MessageFacts

export type MessageChange<N extends MessageNotice = MessageNotice> = {
  [K in N]: { about: 'message'; notice: K; facts: MessageFacts[K] }
}[N]

/** What can happen that is about no ticket. */
export interface DeskFacts {
  absence_changed: {
    agent: Agent
    /** Null: available. */
    until: Date | null
  }
  ban_changed: {
    personId: number
    /** Null: he may open tickets. */
    until: Date | null
  }
  rights_changed: {
    /** What the bot lacks in the staff group. */
    missing: StaffRight[]
    /** What of it is new. */
    added: StaffRight[]
  }
  newcomers_waiting: {
    /** The message that says so, edited as their number changes. */
    slot: SlotKey
    waiting: number
  }
  alarm_changed: AlarmNews & { facts: AlarmFacts }
  update_failed: {
    unit: DeadUnit
    /** Nothing is read but its id; for one of which more cannot be told. */
    plain: boolean
  }
}

/** What is said of alarms. */
export interface AlarmFacts {
  /** Places for which messages are refused, for how long the first of them, and why. */
  places: number
  refusedMinutes: number
  reason: string
  /** Rows that ended without arriving, of which nobody was told. */
  givenUp: number
  /** How long updates wait to be handled. */
  inboxMinutes: number
  timersFailing: number
  /** On the disk of the embedded database. */
  freeMegabytes: number
}

export type DeskNotice = keyof DeskFacts

export type DeskChange<N extends DeskNotice = DeskNotice> = {
  [K in N]: { about: 'desk'; notice: K; facts: DeskFacts[K] }
}[N]

export type UseCaseRefusal =
  | Refusal
  | 'no_such_ticket'
  | 'changed_meanwhile'
  | 'person_banned'
  | 'too_many_open'
  | 'nothing_said'
  | 'rating_window_over'
  | 'no_such_agent'
  | 'no_such_message'
  | 'no_such_type'

/** What a use case returns: everything it changed, or why it changed nothing. */
export type Verdict<Changes extends Change[] = Change[], Reason extends string = UseCaseRefusal> =
  | { ok: true; changes: Changes }
  | {
      ok: false
      reason: Reason
      /** Of the ticket that it does not fit. */
      status?: TicketStatus
    }
