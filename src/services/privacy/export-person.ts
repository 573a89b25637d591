import { statement, type Queryable } from '../../storage/sql.ts'
import { dialogueKeyInSql } from '../intake/dialogue-key.ts'

/** All that is kept of a person, in an order in which it can be read; made to be given to him. */
export interface PersonExport {
  person: object
  reachedAt: object[]
  tickets: object[]
  /** What he wrote in tickets that are not his. */
  elsewhere: object[]
  /** Messages that wait until he says where they belong, and words of a dialogue he has not ended. */
  unsent: { messages: object[]; dialogue: string[] }
}

/** Of a message `m`: never a note, nothing that was taken back from him, no words of other clients. */
const hisToRead = `m.kind = 'public' and m.unsent_at is null
  and (m.author = 'agent' or m.person_id = $1)`

const message = `jsonb_strip_nulls(jsonb_build_object(
    'number', m.seq, 'at', m.sent_at,
    'by', case when m.author = 'client' then 'you' else coalesce(a.name, 'support') end,
    'text', m.text,
    'before', (select jsonb_agg(jsonb_build_object('text', r.text, 'until', r.at) order by r.revision)
               from message_revision r where r.message_id = m.id),
    'files', (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('kind', f.kind, 'name', f.name,
                'mime', f.mime, 'bytes', f.size_bytes)) order by f.position)
              from attachment f where f.message_id = m.id),
    'yourReaction', (select value from reaction e where e.message_id = m.id and e.person_id = $1)))`

const selectPerson = statement<{ person: object; reachedAt: object[] }>(
  'export_person',
  `select jsonb_strip_nulls(jsonb_build_object(
       'name', p.name, 'languageOfApp', p.language_code, 'chosenLanguage', p.language,
       'timezone', p.timezone, 'knownSince', p.created_at, 'mayOpenNoTicketUntil', p.banned_until,
       'quietFromMinutes', p.quiet_from, 'quietToMinutes', p.quiet_to,
       'noticesDoneWithout', to_jsonb(p.muted), 'ticketOpenedLast', p.active_ticket_number)) as person,
     coalesce((select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('channel', c.channel,
       'address', c.address, 'userName', c.handle, 'verified', c.verified,
       'reachable', c.reachable, 'since', c.created_at)) order by c.id)
       from contact_point c where c.person_id = p.id), '[]') as "reachedAt"
   from person p where p.id = $1`,
)

// Reasons that agents gave may be for colleagues; those that he was told are among the messages.
const selectTickets = statement<{ ticket: object }>(
  'export_tickets',
  `select jsonb_strip_nulls(jsonb_build_object(
       'number', k.number, 'type', k.type_key, 'subject', k.subject, 'status', k.status,
       'priority', k.priority, 'openedAt', k.created_at, 'closedAt', k.closed_at,
       'closedBecause', k.close_reason, 'postponedUntil', k.postponed_until,
       'developmentDueAt', k.development_due_at, 'followUpOf', k.follow_up_of,
       'partOf', k.merged_into, 'splitFrom', k.split_from, 'keyData', k.key_data,
       'history', (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('at', s.at,
           'from', s."from", 'to', s."to", 'event', s.event,
           'by', case s.actor_kind when 'client' then 'you' when 'agent' then 'support' else 'time' end,
           'yourReason', case when s.actor_kind = 'client' then s.reason end)) order by s.seq)
         from status_change s where s.ticket_number = k.number),
       'messages', (select jsonb_agg(${message} order by m.seq)
         from message m left join agent a on a.id = m.agent_id
         where m.ticket_number = k.number and ${hisToRead}),
       'ratings', (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('at', r.rated_at,
           'helpfulness', r.helpfulness, 'speed', r.speed, 'politeness', r.politeness,
           'comment', r.comment)) order by r.closure_no)
         from rating r where r.ticket_number = k.number and r.person_id = $1))) as ticket
   from ticket k where k.requester_id = $1 and k.number > $2 order by k.number limit $3`,
)

const selectElsewhere = statement<{ message: object }>(
  'export_elsewhere',
  `select jsonb_build_object('ticket', m.ticket_number) || ${message} as message
   from message m join ticket k on k.number = m.ticket_number left join agent a on a.id = m.agent_id
   where m.person_id = $1 and k.requester_id <> $1 and ${hisToRead} order by m.id`,
)

const selectUnsent = statement<{ messages: object[]; dialogue: string[] }>(
  'export_unsent',
  `select coalesce((select jsonb_agg(jsonb_build_object('at', h.held_at, 'text', h.content->'text',
        'files', jsonb_path_query_array(h.content, '$.attachments[*].name')) order by h.id)
        from held_message h where h.person_id = $1 and h.resolved_ticket_number is null), '[]')
        as messages,
     coalesce((select jsonb_agg(said) from contact_point c
        join dialogue d on d.key = ${dialogueKeyInSql('c.address')}
        cross join lateral jsonb_path_query(d.state, 'strict $.**.text ? (@.type() == "string")') as said
        where c.person_id = $1 and c.channel = 'telegram'), '[]') as dialogue`,
)

/** A ticket may hold thousands of messages, and a person thousands of tickets. */
const pageSize = 100

/** Reads what is kept of a person, without internal notes and without other clients' words. */
export async function exportPerson(db: Queryable, personId: number): Promise<PersonExport> {
  const [found] = await selectPerson(db, personId)
  if (found === undefined) throw new Error(`No person ${String(personId)}`)
  const tickets: object[] = []
  for (let after = 0; ;) {
    const page = await selectTickets(db, personId, after, pageSize)
    tickets.push(...page.map(({ ticket }) => ticket))
    const last = page.at(-1)?.ticket as { number: number } | undefined
    if (last === undefined || page.length < pageSize) break
    after = last.number
  }
  const elsewhere = await selectElsewhere(db, personId)
  const [unsent] = await selectUnsent(db, personId)
  return {
    person: found.person,
    reachedAt: found.reachedAt,
    tickets,
    elsewhere: elsewhere.map(({ message: one }) => one),
    unsent: unsent ?? { messages: [], dialogue: [] },
  }
}
