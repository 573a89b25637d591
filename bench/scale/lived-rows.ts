import type pg from 'pg'

import type { Cast, Life } from './past.ts'
import { messagesOfLife } from './ticket-life.ts'

/**
 * Tables whose rows belong to one ticket that was lived on a real desk, and the columns that are of
 * another ticket's: expressions over `t`, the row as the desk wrote it, and `p`, the ticket to be.
 */
const farId = 1_000_000_000

/** More than a ticket has of messages in one chat, or of updates. */
const room = 1_000
export const placesOfTicket = 200

type Columns = Record<string, string>

const number = 'p.n'
const agent = (column: string) => `case when t.${column} is not null then coalesce(p.agent, 1) end`
const person = (column: string) => `case when t.${column} is not null then p.requester end`
/** Agents, system and clients have ids of their own. */
const actor = `case t.actor_kind when 'client' then p.requester when 'agent' then coalesce(p.agent, 1)
  else t.actor_id end`
const message = (column: string) =>
  `(${String(messagesOfLife)} * (p.n - 1) + t.${column} - (select min(id) - 1 from lived_message))::int`
const draft = `lpad(to_hex(p.n), 8, '0')`

function columnsOf({ staffChatId }: Cast): Record<string, Columns> {
  const staff = String(staffChatId)
  const chat = `case when t.chat_id = ${staff} then t.chat_id else p.chat end`
  const place = (column: string) =>
    `(${String(farId)} + ${String(placesOfTicket)} * p.n + t.${column} % ${String(placesOfTicket)})::int`
  const cause = `split_part(t.dedup_key, ':', 1)`
  const causeId = `split_part(t.dedup_key, ':', 2)`
  return {
    ticket: {
      number,
      requester_id: 'p.requester',
      assignee_id: agent('assignee_id'),
      last_acting_agent_id: agent('last_acting_agent_id'),
      draft_id: draft,
      tags: `case when p.n % 10 = 0 then '{billing}' else '{}' end::text[]`,
      subject: `'Invoice ' || p.n || ' is empty, word' || p.n % 100 || substr(t.subject, 40)`,
    },
    message: {
      id: message('id'),
      ticket_number: number,
      person_id: person('person_id'),
      agent_id: agent('agent_id'),
      reply_to_id: message('reply_to_id'),
      // Words as many as texts of people have, a third of them about an invoice.
      text: `replace(t.text, (select mark from lived_mark), case when t.seq % 3 = 1
        then 'invoice ' || p.n || ' customer update word' || p.n % 100
        else 'case' || p.n * 3 || ' part' || p.n * 7 || t.seq end)`,
    },
    message_copy: {
      chat_id: chat,
      telegram_message_id: place('telegram_message_id'),
      message_id: message('message_id'),
    },
    attachment: { message_id: message('message_id') },
    status_change: { ticket_number: number, actor_id: actor },
    assignment_change: {
      ticket_number: number,
      from_agent_id: agent('from_agent_id'),
      to_agent_id: agent('to_agent_id'),
      actor_id: actor,
    },
    sla_clock: { ticket_number: number },
    rating: { ticket_number: number, person_id: 'p.requester', agent_id: agent('agent_id') },
    topic: { ticket_number: number, thread_id: `(${String(farId)} + p.n)::int` },
    slot: {
      // That of the form names the draft, the others the ticket.
      key: `case when t.key like '%' || (select draft_id from lived_ticket)
        then replace(t.key, (select draft_id from lived_ticket), ${draft})
        else regexp_replace(t.key, ':\\d+', ':' || p.n) end`,
      chat_id: chat,
      message_id: place('message_id'),
    },
    inbound_update: {
      bot_id: '1',
      update_id: `t.update_id + ${String(room)}::bigint * p.n`,
      lane: `case when t.lane like 'user:%' then 'user:' || p.chat
        else regexp_replace(t.lane, '[1-9]\\d*$', (${String(farId)} + p.n)::text) end`,
    },
    outbox: {
      dedup_key: `${cause} || ':' || (${causeId}::bigint + ${String(room)} * p.n)
        || substr(t.dedup_key, length(${cause}) + length(${causeId}) + 2)`,
      lane: `regexp_replace(t.lane, ':\\d+', ':' || case when t.lane like 'person:%'
        then p.requester else p.n end)`,
      slot: `regexp_replace(t.slot, ':\\d+', ':' || p.n)`,
    },
  }
}

const belongs: Record<string, string> = {
  ticket: 'number = $1',
  message_copy: 'message_id in (select id from message where ticket_number = $1)',
  attachment: 'message_id in (select id from message where ticket_number = $1)',
  slot: 'true',
  inbound_update: `state in ('done', 'ignored')`,
  outbox: `state in ('sent', 'merged')`,
}

/** A life is of minutes in the benchmark and of a day at a real desk. */
const stretch = 5_000
/** As they were, with ids of their own. */
const serial = new Set(['assignment_change.id', 'attachment.id', 'outbox.id'])
/** Of what was finished in the last eight days. */
const finished = new Set(['inbound_update', 'outbox'])

/**
 * Puts the rows of a ticket aside that a desk has lived, alone in its database, and empties all tables
 * but what the desk knows of itself.
 *
 * @returns the statements that write these rows again for each closed ticket of the table `plan`
 */
export async function takeLivedRows(
  client: Pick<pg.ClientBase, 'query'>,
  cast: Cast,
  life: Life,
): Promise<string[]> {
  const columnsByTable = columnsOf(cast)
  await client.query(
    `create temporary table lived_mark as select '${life.mark}'::text as mark;
     create temporary table lived_began as select created_at as at from ticket
       where number = ${String(life.number)}`,
  )
  const statements: string[] = []
  for (const [table, columns] of Object.entries(columnsByTable)) {
    const condition = (belongs[table] ?? 'ticket_number = $1').replace('$1', String(life.number))
    await client.query(
      `create temporary table lived_${table} as select * from ${table} where ${condition}`,
    )
    const { rows } = await client.query<{ name: string; type: string }>(
      `select column_name as name, data_type as type from information_schema.columns
       where table_schema = 'public' and table_name = $1 order by ordinal_position`,
      [table],
    )
    const written = rows.filter(({ name }) => !serial.has(`${table}.${name}`))
    const values = written.map(({ name, type }) => columns[name] ?? asItWas(name, type))
    const names = written.map(({ name }) => `"${name}"`).join(', ')
    const when = finished.has(table) ? `and p.created > now() - interval '8 days'` : ''
    statements.push(
      `insert into ${table} (${names}) select ${values.join(', ')}
       from plan p cross join lived_${table} t where p.live is null ${when} order by p.n`,
    )
  }
  const { rows } = await client.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
       and c.relname not in ('_prisma_migrations', 'setting')`,
  )
  await client.query(`truncate ${rows.map(({ name }) => name).join()} restart identity cascade`)
  return statements
}

function asItWas(name: string, type: string): string {
  if (!type.startsWith('timestamp')) return `t."${name}"`
  return `p.created + (t."${name}" - (select at from lived_began)) * ${String(stretch)}`
}
