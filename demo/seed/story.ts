import type { TicketStatus } from '../../src/domain/ticket.ts'
import type { agents } from '../cast.ts'

/** A ticket's life, as people play it. */
export interface Story {
  /** First name of a client. */
  client: string
  /** How long before now it begins: `13d 4h`. */
  ago: string
  asks: Asked
  /** The description, a message each. */
  says: readonly string[]
  photos?: number
  acts: readonly Act[]
  /** What became of it. */
  ends: TicketStatus
}

/** What the dialogue asks for, by the keys of the built-in desk. */
export type Asked =
  | { type: 'idea' }
  | { type: 'question'; source: Source }
  | {
      type: 'problem'
      source: Source
      scope: 'one' | 'all'
      reproducible: 'yes' | 'no' | 'unsure'
    }

/** A part of the product, or the client's own words. */
export type Source = 'dialer' | 'telephony' | 'integration' | { other: string }

export type AgentName = keyof typeof agents

/** So long after the act before it. */
export type Act =
  | readonly [after: string, who: 'client', does: ClientDoes]
  /** What is written in the topic, commands too. */
  | readonly [after: string, who: AgentName, writes: string]

export type ClientDoes =
  | string
  | { sends: number; saying?: string }
  | { accepts: readonly [helpfulness: number, speed: number, politeness: number]; saying?: string }
  | { rejects: string }
  | { reopens: string }
  | { reacts: string }
  | { withdraws: true }

export interface Client {
  name: string
  language: 'en' | 'uk' | 'ru' | 'tr'
}
