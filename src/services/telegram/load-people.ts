import type { ContactPoint, Person } from '../../domain/people.ts'
import { statement, type Queryable } from '../../storage/sql.ts'
import { dialogueKeyInSql } from '../intake/dialogue-key.ts'
import { personColumnsWith, reachableAnywhere } from '../people/persons.ts'

interface LoadedRow extends Omit<Person, 'id'> {
  id: number | null
  askedFor: number
  contact: ContactPoint | null
  dialogue: unknown
}

// Other channels are looked at when this one does not reach them.
const personColumns = personColumnsWith({ reachable: `(c.reachable or ${reachableAnywhere})` })

const select = statement<LoadedRow>(
  'load_people',
  `select asked.id as "askedFor", ${personColumns}, d.state as dialogue,
     case when c.id is not null then jsonb_build_object('channel', c.channel, 'address', c.address,
       'reachable', c.reachable, 'handle', c.handle) end as contact
   from unnest($1::bigint[]) as asked(id)
   left join contact_point c on c.channel = 'telegram' and c.address = asked.id::text
   left join person on person.id = c.person_id
   left join dialogue d on d.key = ${dialogueKeyInSql('asked.id')}`,
)

export interface LoadedPerson {
  person: Person | null
  /** Where they wrote; null as the person is. */
  contact: ContactPoint | null
  dialogue: unknown
}

/** Somebody the desk does not know. */
export const stranger: LoadedPerson = { person: null, contact: null, dialogue: null }

/**
 * Reads people with the state of their dialogues, many in one round trip.
 *
 * @param telegramUserIds may hold one id more than once
 * @returns one entry for each id, in order; the person is null when the desk does not know the id
 */
export async function loadPeople(
  db: Queryable,
  telegramUserIds: number[],
): Promise<LoadedPerson[]> {
  const rows = await select(db, telegramUserIds)
  const byId = new Map(rows.map((row) => [row.askedFor, row]))
  return telegramUserIds.map((id) => {
    const row = byId.get(id)
    if (row === undefined) return stranger
    const { askedFor: _, dialogue, contact, id: personId, ...rest } = row
    const person = personId === null ? null : { id: personId, ...rest }
    return { person, contact, dialogue }
  })
}
