import { statement, type Queryable } from '../../storage/sql.ts'

/** A person as an operator tells him from others. */
export interface FoundPerson {
  id: number
  name: string
  /** Where he is reached, as people write it: `@olena`, else the channel's own name of him. */
  contacts: string[]
  tickets: number
  erasedAt: Date | null
}

const columns = `p.id, p.name, p.erased_at as "erasedAt",
  array(select case when c.handle is null then c.channel || ' ' || c.address
          else '@' || c.handle || ' (' || c.channel || ' ' || c.address || ')' end
        from contact_point c where c.person_id = p.id order by c.id) as contacts,
  (select count(*)::int from ticket k where k.requester_id = p.id) as tickets`

const selectById = statement<FoundPerson>(
  'privacy_person_by_id',
  `select ${columns} from person p where id = $1`,
)

const selectByContact = statement<FoundPerson>(
  'privacy_person_by_contact',
  `select ${columns} from person p
   where exists (select from contact_point c where c.person_id = p.id
                   and (c.address = $1 or lower(c.handle) = lower($1)))
   order by p.id limit 10`,
)

const selectByWords = statement<FoundPerson>(
  'privacy_person_by_words',
  `select ${columns} from person p
   where p.erased_at is null and (position(lower($1) in lower(p.name)) > 0
     or exists (select from contact_point c where c.person_id = p.id
                  and (c.address = $1 or position(lower($1) in lower(coalesce(c.handle, ''))) > 0)))
   order by p.id desc limit $2`,
)

/** People in whose name or user name some letters are, or who have this id; the newest first. */
export function listPersons(db: Queryable, words: string, limit: number): Promise<FoundPerson[]> {
  return selectByWords(db, words.replace(/^@/, ''), limit)
}

export type FoundVerdict =
  | { ok: true; person: FoundPerson }
  | { ok: false; reason: 'unknown' | 'no_person' }
  | { ok: false; reason: 'several'; persons: FoundPerson[] }

/**
 * Whom an operator means.
 *
 * @param given `person:12`, `12`, an id in Telegram, or `@olena`
 */
export async function findPerson(db: Queryable, given: string): Promise<FoundVerdict> {
  const [, id] = /^person:(\d{1,9})$/.exec(given) ?? []
  if (id !== undefined) return one(await selectById(db, Number(id)))
  const isName = /^@\w{1,64}$/.test(given)
  if (!isName && !/^\d{1,18}$/.test(given)) return { ok: false, reason: 'no_person' }
  const byContact = await selectByContact(db, given.replace(/^@/, ''))
  const byId = !isName && given.length < 10 ? await selectById(db, Number(given)) : []
  const others = byContact.filter((person) => person.id !== byId[0]?.id)
  return one([...byId, ...others])
}

function one(persons: FoundPerson[]): FoundVerdict {
  const [person] = persons
  if (person === undefined) return { ok: false, reason: 'unknown' }
  return persons.length === 1 ? { ok: true, person } : { ok: false, reason: 'several', persons }
}
