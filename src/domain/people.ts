import type { QuietHours } from './quiet-hours.ts'

/** A client contact as the desk knows him. */
export interface Person {
  id: number
  telegramUserId: number
  name: string
  username: string | null
  languageCode: string | null
  language: string | null
  timezone: string | null
  reachable: boolean
  bannedUntil: Date | null
  activeTicketNumber: number | null
  activeTicketAt: Date | null
  /** Notices wait while they last; null: never. */
  quietHours: QuietHours | null
  /** Kinds of notices he does not want. */
  muted: string[]
}

/** Somebody of the staff, who answers. */
export interface Agent {
  id: number
  telegramUserId: number
  name: string
  username: string | null
  supervisor: boolean
}
