import type { Desk } from '../../desk/desk.ts'
import type { Agent } from '../../domain/people.ts'
import type { Texts } from '../../locales/texts.ts'

/** What telling is done with. */
export interface TellingDeps {
  desk: Desk
  texts: Texts
  now: Date
  staffChat: { id(): number | null }
  /** Those who are told when something goes wrong; read only where somebody needs them. */
  supervisors: Agent[]
}
