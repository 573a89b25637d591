import type { Desk } from '../../desk/desk.ts'
import type { Agent } from '../../domain/people.ts'
import type { Texts } from '../../locales/texts.ts'
import type { Queryable } from '../../services/intake/work.ts'

/** What telling is done with. */
export interface TellingDeps {
  desk: Desk
  texts: Texts
  now: Date
  staffChat: { id(): number | null }
}

/** Of a ticket. */
export interface TicketTellingDeps extends TellingDeps {
  /** Those who are told when something goes wrong; read only where somebody needs them. */
  supervisors: Agent[]
}

/** Of what is about no ticket: whom it concerns is read while it is told. */
export interface DeskTellingDeps extends TellingDeps {
  db: Queryable
}
