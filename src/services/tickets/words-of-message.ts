import type { Attachment, FormattedText, MessageAuthor } from '../../domain/message.ts'
import { statement, type Queryable } from '../../storage/sql.ts'

/** What somebody wrote, and who: for telling of a message that cannot be shown as it is. */
export interface Words extends FormattedText {
  ticketNumber: number
  author: { kind: MessageAuthor; name: string }
  /** Of a client: who it is, the language they chose, and that of their app. */
  personId: number | null
  language: string | null
  languageCode: string | null
  attachments: Pick<Attachment, 'kind' | 'fileId' | 'name' | 'sha256'>[]
}

const select = statement<Words>(
  'message_words',
  `select m.text, m.entities, m.ticket_number as "ticketNumber",
     jsonb_build_object('kind', m.author, 'name', coalesce(p.name, a.name, '')) as author,
     p.id as "personId", p.language, p.language_code as "languageCode",
     coalesce((select jsonb_agg(jsonb_build_object('kind', f.kind, 'fileId', f.file_id,
       'name', f.name)
       || case when f.sha256 is null then '{}' else jsonb_build_object('sha256', f.sha256) end
       order by f.position) from attachment f where f.message_id = m.id), '[]')
       as attachments
   from message m
     left join person p on p.id = m.person_id
     left join agent a on a.id = m.agent_id
   where m.id = $1`,
)

/** The words of a ticket message; throws when there is none. */
export async function wordsOfMessage(db: Queryable, id: number): Promise<Words> {
  const [words] = await select(db, id)
  if (words === undefined) throw new Error(`No message ${String(id)}`)
  return words
}
