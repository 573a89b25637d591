import type { OptionalNotice } from '../../domain/optional-notice.ts'
import type { QuietHours } from '../../domain/quiet-hours.ts'
import type { Person } from '../../domain/people.ts'
import { statement, type Queryable } from '../../storage/sql.ts'
import type { DeskChange, Verdict } from '../tickets/change.ts'

export const personColumns = `
  person.id, person.telegram_user_id as "telegramUserId", person.name, person.username,
  person.language_code as "languageCode", person.language, person.timezone, person.reachable,
  person.banned_until as "bannedUntil", person.active_ticket_number as "activeTicketNumber",
  person.active_ticket_at as "activeTicketAt", person.muted,
  case when person.quiet_from is not null then jsonb_build_object(
    'fromMinutes', person.quiet_from, 'toMinutes', person.quiet_to) end as "quietHours"`

const upsert = statement<Person>(
  'person_save',
  `insert into person (telegram_user_id, name, username, language_code, created_at)
   values ($1, $2, $3, $4, $5)
   on conflict (telegram_user_id) do update
     set name = excluded.name, username = excluded.username,
         language_code = excluded.language_code, reachable = true
   returning ${personColumns}`,
)

/** Remembers a person from his first message on, and what he is called now. */
export async function savePerson(
  db: Queryable,
  person: {
    telegramUserId: number
    name: string
    username: string | null
    languageCode: string | null
    now: Date
  },
): Promise<Person> {
  const { telegramUserId, name, username, languageCode, now } = person
  const [saved] = await upsert(db, telegramUserId, name, username, languageCode, now)
  if (saved === undefined) throw new Error('A person was not saved')
  return saved
}

const select = statement<Person>(
  'person_by_id',
  `select ${personColumns} from person where id = $1`,
)

/** The person with this id; throws when there is none, for a reference guarantees it. */
export async function personById(db: Queryable, id: number): Promise<Person> {
  const [person] = await select(db, id)
  if (person === undefined) throw new Error(`No person ${String(id)}`)
  return person
}

const updateReachable = statement(
  'person_reachable',
  `update person set reachable = $2 where telegram_user_id = $1`,
)

/** False while the person blocks the bot. */
export async function setReachable(
  db: Queryable,
  telegramUserId: number,
  reachable: boolean,
): Promise<void> {
  await updateReachable(db, telegramUserId, reachable)
}

const updateBanned = statement('person_banned', `update person set banned_until = $2 where id = $1`)

/** @param until until when the person may open no tickets; null: he may */
export async function setBanned(
  db: Queryable,
  personId: number,
  until: Date | null,
): Promise<Verdict<[DeskChange]>> {
  await updateBanned(db, personId, until)
  return {
    ok: true,
    changes: [{ about: 'desk', notice: 'ban_changed', facts: { personId, until } }],
  }
}

const updateActive = statement(
  'person_active_ticket',
  `update person set active_ticket_number = $2, active_ticket_at = $3 where id = $1`,
)

/** The ticket a person opened from his list: his next messages belong to it for a while. */
export async function selectTicket(
  db: Queryable,
  personId: number,
  number: number | null,
  now: Date,
): Promise<void> {
  await updateActive(db, personId, number, now)
}

const updateQuietHours = statement(
  'person_quiet_hours',
  `update person set quiet_from = $2, quiet_to = $3 where id = $1`,
)

/** Between which hours notices wait; null: never. */
export async function setQuietHours(
  db: Queryable,
  personId: number,
  hours: QuietHours | null,
): Promise<void> {
  await updateQuietHours(db, personId, hours?.fromMinutes ?? null, hours?.toMinutes ?? null)
}

const updateMuted = statement('person_muted', `update person set muted = $2 where id = $1`)

/** Which notices a person does without. */
export async function setMuted(
  db: Queryable,
  personId: number,
  muted: OptionalNotice[],
): Promise<void> {
  await updateMuted(db, personId, muted)
}

const updateLanguage = statement('person_language', `update person set language = $2 where id = $1`)

/** The person's own choice; null follows Telegram's setting again. */
export async function setLanguage(
  db: Queryable,
  personId: number,
  language: string | null,
): Promise<void> {
  await updateLanguage(db, personId, language)
}
