import type {
  Attachment,
  FormattedText,
  MessagePlace,
  MessagePurpose,
} from '../../domain/message.ts'
import type { Notice, Refusal } from '../../domain/decision.ts'
import type { Actor } from '../../domain/event.ts'
import type { PassedMoment } from '../../domain/sla/moments.ts'
import type { Rating } from '../../domain/rating.ts'
import type { Ticket } from '../../domain/ticket.ts'
import type { Agent, Person } from '../../domain/people.ts'
import type { LargeFile } from './large-files.ts'

/** The other ticket where two become one, or one becomes two. */
export interface RelatedTicket {
  number: number
  subject: string
  /** Where its topic is; null while it has none. */
  topic: { chatId: number; threadId: number } | null
}

/** A message as the ticket keeps it. */
export interface StoredMessage extends FormattedText {
  id: number
  seq: number
  kind: 'public' | 'note' | 'system'
  author: 'client' | 'agent' | 'system'
  purpose: MessagePurpose
  attachments: Attachment[]
  /** Where it was written: several places for an album. */
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
 * What a use case did, with all that is needed to tell people about it. The bot turns a change into
 * outgoing effects (bot/present.ts); a use case itself knows neither texts nor Telegram.
 */
export interface Change {
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
  /** Those who are told, when it is a matter for them. */
  supervisors: Agent[]
  /** How many tickets the requester had before this one. */
  earlierTickets: number
  /** Support has dealt with none of them. */
  isNewcomer: boolean
  largeFiles: LargeFile[]
  rating: Rating | null
  related?: RelatedTicket
}

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
export type Verdict<Changes extends Change[] = Change[]> =
  { ok: true; changes: Changes } | { ok: false; reason: UseCaseRefusal }
