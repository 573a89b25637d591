import type { Language } from '../domain/language.ts'
import type { Priority } from '../domain/ticket.ts'

/** A text of the desk file: at least one language, the others fall back. */
export type LocalizedText = { readonly [language in Language]?: string }

export interface TicketType {
  key: string
  title: LocalizedText
  /** One line under the title; without languages when there is nothing to say. */
  hint: LocalizedText
  priority: Priority
  /** Keys of `Desk.fields`, in the order they are asked. */
  fields: string[]
}

export interface Field {
  key: string
  kind: 'choice'
  title: LocalizedText
  hint: LocalizedText
  options: FieldOption[]
  /** Whether the client may also answer something that is no option. */
  other: boolean
}

export interface FieldOption {
  key: string
  title: LocalizedText
}

/** Minutes since midnight, half open: [from, to). 24:00 is 1440. */
export type Interval = [fromMinutes: number, toMinutes: number]

export interface WorkingHours {
  /** Seven lists, Monday first; intervals of a day are in order and do not overlap. */
  weekly: Interval[][]
  /** ISO dates of the desk's zone. */
  holidays: string[]
}

/** How support works here: the desk file completed with what is built in. */
export interface Desk {
  name: string
  /** The first is the default. */
  languages: [Language, ...Language[]]
  /** IANA zone. */
  timezone: string
  /** Null: around the clock. */
  workingHours: WorkingHours | null
  /** In the order of the buttons. */
  types: TicketType[]
  fields: Record<string, Field>
  timers: Timers
  staff: {
    /** What an agent's plain text in a topic is. */
    plainText: 'public' | 'note'
    distribution: 'least_loaded' | 'round_robin' | 'manual'
    /** Tickets an agent can have; 0 is no limit. */
    capacity: number
  }
  limits: {
    openTicketsPerPerson: number
    /** When slowing down begins. */
    messagesPerMinute: number
    attachmentsPerMessage: number
    /** Topics for new clients; see newcomers-per-minute.ts for what it is without a number. */
    newcomersPerMinute?: number
    /** Messages to Telegram; the group's limit counts all topics together. */
    pacing: {
      chatPerSecond: number
      chatBurst: number
      groupPerMinute: number
      bulkPerSecond: number
    }
  }
  retention: {
    /** How long the words of a closed ticket are kept; null: for ever. */
    closedTicketsMs: number | null
  }
  /** Whether a bare "thank you" changes nothing. */
  thanks: boolean
  /** Own texts by language and key, in Fluent syntax. */
  texts: { [language in Language]?: Record<string, string> }
}

export interface Timers {
  /** Working time until the first answer that the client is promised. */
  firstResponseMs: number
  /** Working time an agent has to answer a client. */
  replyLimitMs: number
  /** Working time between two actions on a ticket. */
  workLimitMs: number
  /** Working time until a solution that support holds itself to. */
  resolutionMs: Record<Priority, number>
  informationTimeoutMs: number
  solutionTimeoutMs: number
  /** How long a solution may stay undecided once its client has written. */
  undecidedTimeoutMs: number
  /** 0 is off. */
  reminderBeforeMs: number
  /** 0 is never. */
  reopenWindowMs: number
  ratingWindowMs: number
  /** How long the ticket opened from /tickets gets the client's plain messages. */
  activeTicketMs: number
  /** How long a message waits for the client to say which ticket it belongs to. */
  unsortedMessageMs: number
  /** Edits of one card within this time become one, and notices of one ticket one message. */
  coalesceWindowMs: number
}
