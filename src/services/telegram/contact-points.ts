import type { Person } from '../../domain/people.ts'
import { statement, type Queryable } from '../../storage/sql.ts'
import { personColumnsWith } from '../people/persons.ts'

const known = personColumnsWith({ reachable: 'true' })

/**
 * The rows that it writes are not there for its own reads, so each part hands on what it wrote. A
 * person without the contact point, which somebody else took at this moment, is none: then nothing is
 * returned.
 */
const save = statement<Person>(
  'person_save',
  `with found as (
     select person_id from contact_point where channel = 'telegram' and address = $1
   ), renamed as (
     update person set name = $2, language_code = $4
     from found where person.id = found.person_id returning ${known}
   ), added as (
     insert into person (name, language_code, created_at)
     select $2, $4, $5 where not exists (select from found) returning ${known}
   ), saved as (
     select * from renamed union all select * from added
   ), contact as (
     insert into contact_point (person_id, channel, address, verified, handle, created_at)
     select id, 'telegram', $1, true, $3, $5 from saved
     on conflict (channel, address) do update
       set handle = excluded.handle, reachable = true
     returning person_id
   )
   select saved.* from saved join contact on contact.person_id = saved.id`,
)

/** A client as Telegram says who writes. */
export interface TelegramClient {
  telegramUserId: number
  name: string
  username: string | null
  languageCode: string | null
}

/** Remembers a person from the first message on, and what they are called now; they can be reached. */
export async function saveClient(
  db: Queryable,
  { telegramUserId, name, username, languageCode }: TelegramClient,
  now: Date,
): Promise<Person> {
  const [saved] = await save(db, String(telegramUserId), name, username, languageCode, now)
  if (saved === undefined) throw new Error('A person was not saved')
  return saved
}

const updateReachable = statement(
  'contact_reachable',
  `update contact_point set reachable = $2 where channel = 'telegram' and address = $1`,
)

/** False while the person blocks the bot. */
export async function setReachable(
  db: Queryable,
  telegramUserId: number,
  reachable: boolean,
): Promise<void> {
  await updateReachable(db, String(telegramUserId), reachable)
}
