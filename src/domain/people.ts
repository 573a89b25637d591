import type { QuietHours } from './quiet-hours.ts'

/** A way by which people write to the desk and are written to. */
export type Channel = 'telegram'

/** A client contact as the desk knows them, whatever they write by. */
export interface Person {
  id: number
  name: string
  /** The language of the app they write with; their own choice comes before it. */
  languageCode: string | null
  language: string | null
  timezone: string | null
  /** Whether any channel reaches them. */
  reachable: boolean
  bannedUntil: Date | null
  activeTicketNumber: number | null
  activeTicketAt: Date | null
  /** Notices wait while they last; null: never. */
  quietHours: QuietHours | null
  /** Kinds of notices they do not want. */
  muted: string[]
}

/** Where a person can be reached. */
export interface ContactPoint {
  channel: Channel
  /** How the channel names them for good: of Telegram the numeric user id. */
  address: string
  /** False while nothing arrives there. */
  reachable: boolean
  /** Their name in the channel, which they may change. */
  handle: string | null
}

/** Somebody of the staff, who answers. */
export interface Agent {
  id: number
  /** Read by the bot and by the storage of its channel alone. */
  telegramUserId: number
  name: string
  username: string | null
  supervisor: boolean
}
