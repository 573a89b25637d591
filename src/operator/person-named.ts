import { findPerson, type FoundPerson } from '../services/privacy/find-persons.ts'
import type { Queryable } from '../storage/sql.ts'
import type { CommandVerdict } from './command.ts'
import { second } from './table.ts'

/** What PERSON stands for in the usage of commands. */
export const personForms = 'PERSON is person:12, @olena or a user id of Telegram'

export type NamedVerdict = { ok: true; person: FoundPerson } | (CommandVerdict & { ok: false })

/** The person an operator named, or one sentence that says what to do. */
export async function personNamed(db: Queryable, given: string): Promise<NamedVerdict> {
  const found = await findPerson(db, given)
  if (found.ok) {
    const { id, erasedAt } = found.person
    if (erasedAt === null) return found
    return { ok: false, message: `person:${String(id)} was erased at ${second(erasedAt)}.` }
  }
  switch (found.reason) {
    case 'unknown':
      return {
        ok: false,
        message: `Nobody is known as "${given}": person list WORDS finds people.`,
      }
    case 'no_person':
      return { ok: false, message: `"${given}" names nobody: ${personForms}.` }
    case 'several': {
      const who = found.persons.map(({ id, name }) => `person:${String(id)} (${name})`).join(', ')
      return { ok: false, message: `"${given}" is more than one: say which of ${who}.` }
    }
  }
}
