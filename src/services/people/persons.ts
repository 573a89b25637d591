import type { OptionalNotice } from '../../domain/optional-notice.ts'
import type { QuietHours } from '../../domain/quiet-hours.ts'
import type { Person } from '../../domain/people.ts'
import { statement, type Queryable } from '../../storage/sql.ts'
import type { DeskChange, Verdict } from '../change.ts'

/** Whether any channel reaches a row of `person`. */
export const reachableAnywhere = `exists (
  select from contact_point other where other.person_id = person.id and other.reachable)`

const personColumns = personColumnsWith({ reachable: reachableAnywhere })

/** Columns of a row of `person`. @param reachable an expression */
export function personColumnsWith({ reachable }: { reachable: string }): string {
  return `
    person.id, person.name, person.language_code as "languageCode", person.language,
    person.timezone, ${reachable} as reachable,
    person.banned_until as "bannedUntil", person.active_ticket_number as "activeTicketNumber",
    person.active_ticket_at as "activeTicketAt", person.muted,
    case when person.quiet_from is not null then jsonb_build_object(
      'fromMinutes', person.quiet_from, 'toMinutes', person.quiet_to) end as "quietHours"`
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

const updateBanned = statement(
  'person_banned',
  `update person set banned_until = $2 where id = $1 and erased_at is null`,
)

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
