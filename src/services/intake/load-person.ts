import type { Person } from '../../domain/people.ts'
import { statement, type Queryable } from '../../storage/sql.ts'
import { personColumns } from '../people/save-person.ts'
import { dialogueKeyInSql } from './dialogue-key.ts'

interface LoadedRow extends Omit<Person, 'id'> {
  id: number | null
  askedFor: number
  dialogue: unknown
}

const select = statement<LoadedRow>(
  'load_people',
  `select asked.id as "askedFor", ${personColumns}, d.state as dialogue
   from unnest($1::bigint[]) as asked(id)
   left join person on person.telegram_user_id = asked.id
   left join dialogue d on d.key = ${dialogueKeyInSql('asked.id')}`,
)

export interface LoadedPerson {
  person: Person | null
  dialogue: unknown
}

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
    if (row === undefined) return { person: null, dialogue: null }
    const { askedFor: _, dialogue, id: personId, ...rest } = row
    return { person: personId === null ? null : { id: personId, ...rest }, dialogue }
  })
}
