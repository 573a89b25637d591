import { createHash } from 'node:crypto'

import { jsonText } from '../../storage/json-text.ts'
import { statement, type Queryable } from '../../storage/sql.ts'
import { dialogueKeyInSql } from '../intake/dialogue-key.ts'

/** What is kept of a person, in figures, and what becomes of it when he is erased. */
export interface PersonSheet {
  id: number
  name: string
  contacts: { channel: string; address: string; handle: string | null }[]
  /** Of his tickets: how each stands. */
  tickets: { number: number; status: string; version: number; messages: number }[]
  messages: number
  files: number
  /** Messages that wait for his word. */
  held: number
  /** Whether he was in the middle of a dialogue. */
  hasDialogue: boolean
  /** He is one of the staff as well: what is known of him there stays. */
  agentId: number | null
  erasedAt: Date | null
}

const select = statement<PersonSheet>(
  'privacy_sheet',
  `select p.id, p.name, p.erased_at as "erasedAt",
     coalesce((select jsonb_agg(jsonb_build_object('channel', c.channel, 'address', c.address,
       'handle', c.handle) order by c.id) from contact_point c where c.person_id = p.id), '[]')
       as contacts,
     coalesce((select jsonb_agg(jsonb_build_object('number', k.number, 'status', k.status,
       'version', k.version, 'messages', k.message_count) order by k.number)
       from ticket k where k.requester_id = p.id), '[]') as tickets,
     (select count(*)::int from message m join ticket k on k.number = m.ticket_number
      where k.requester_id = p.id) as messages,
     (select count(*)::int from attachment a join message m on m.id = a.message_id
      join ticket k on k.number = m.ticket_number where k.requester_id = p.id) as files,
     (select count(*)::int from held_message h
      where h.person_id = p.id and h.resolved_ticket_number is null) as held,
     exists (select from dialogue d join contact_point c on d.key = ${dialogueKeyInSql('c.address')}
       where c.person_id = p.id and c.channel = 'telegram') as "hasDialogue",
     (select a.id from agent a join contact_point c on c.address = a.telegram_user_id::text
      where c.person_id = p.id and c.channel = 'telegram' limit 1) as "agentId"
   from person p where p.id = $1`,
)

/** What is kept of a person; null when there is none of this id. */
export async function readSheet(db: Queryable, personId: number): Promise<PersonSheet | null> {
  return (await select(db, personId))[0] ?? null
}

/** What he is called. */
export function namesOf({ name, contacts }: Pick<PersonSheet, 'name' | 'contacts'>): string[] {
  return [name, ...contacts.flatMap(({ handle }) => (handle === null ? [] : [handle]))]
}

/** Without vowels no word comes of it. */
const letters = 'bcdfghjkmnpqrstvwxz23456789'

/**
 * What has to be typed to erase this person as he is now: whoever types it has been shown the sheet,
 * and it is another one as soon as anything on it has changed.
 */
export function confirmationOf(sheet: PersonSheet): string {
  const digest = createHash('sha256').update(jsonText(sheet)).digest()
  return [...digest.subarray(0, 8)].map((byte) => letters[byte % letters.length]).join('')
}
