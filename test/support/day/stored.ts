import type pg from 'pg'

/** What the desk's database holds at the end of a day. */
export interface Stored {
  /** By its name. */
  tickets: Map<string, StoredTicket>
  /** How many messages of tickets carry a mark. */
  marks: Map<string, number>
  /** Rows by state. */
  outbox: Record<string, number>
  inbox: Record<string, number>
  /** What was given up, in words: kind, place and reason. */
  dead: string[]
  unknown: string[]
  /** What has no end yet, likewise. */
  open: string[]
  /** Updates of whose effects, which are numbered, one is missing. */
  incomplete: string[]
}

export interface StoredTicket {
  number: number
  /** How many tickets are called so. */
  count: number
  threadId: number | null
  /** How often each event changed its status. */
  events: Record<string, number>
}

interface CountedRow {
  state: string
  count: number
}

interface Described {
  state: string
  what: string
}

const finalStates = ['sent', 'merged', 'dead', 'unknown']

/** Reads what is kept; nothing of it is changed. */
export async function readStored(db: pg.Pool): Promise<Stored> {
  const read = async <Row extends pg.QueryResultRow>(text: string) =>
    (await db.query<Row>(text)).rows
  const tickets = await read<StoredTicket & { subject: string }>(
    `select k.subject, max(k.number)::int as number, count(*)::int as count,
       max(t.thread_id)::int as "threadId",
       (select coalesce(jsonb_object_agg(e.event, e.count), '{}') from (
          select s.event, count(*)::int as count from status_change s
          where s.ticket_number = max(k.number) group by s.event) e) as events
     from ticket k left join topic t on t.ticket_number = k.number group by k.subject`,
  )
  const marks = await read<{ mark: string; count: number }>(
    `select found[1] as mark, count(*)::int as count
     from message, regexp_matches(text, '\\[[a-z]\\d{4}\\]', 'g') as found group by 1`,
  )
  const outbox = await read<CountedRow>(
    `select state::text, count(*)::int as count from outbox group by 1`,
  )
  const inbox = await read<CountedRow>(
    `select state::text, count(*)::int as count from inbound_update group by 1`,
  )
  const described = await read<Described>(
    `select state::text, kind || ' in ' || lane || coalesce(': ' || error, '') as what
     from outbox where state not in ('sent', 'merged')
     union all
     select case state when 'pending' then 'open' else 'dead' end,
       'update ' || update_id || ' of ' || lane || coalesce(': ' || reason, '')
     from inbound_update where state not in ('done', 'ignored')`,
  )
  const incomplete = await read<{ cause: string }>(
    `select split_part(dedup_key, ':', 2) as cause from outbox
     where dedup_key ~ '^update:\\d+:\\d+$' group by 1
     having max(split_part(dedup_key, ':', 3)::int) + 1 <> count(*)`,
  )
  const all = (isWanted: (state: string) => boolean) =>
    described.filter(({ state }) => isWanted(state)).map(({ what }) => what)
  return {
    tickets: new Map(tickets.map(({ subject, ...ticket }) => [subject, ticket])),
    marks: new Map(marks.map(({ mark, count }) => [mark, count])),
    outbox: countsOf(outbox),
    inbox: countsOf(inbox),
    dead: all((state) => state === 'dead'),
    unknown: all((state) => state === 'unknown'),
    open: all((state) => !finalStates.includes(state)),
    incomplete: incomplete.map(({ cause }) => cause),
  }
}

/** Whether everything that was decided has been sent or given up. */
export async function isAtRest(db: pg.Pool): Promise<boolean> {
  const { rows } = await db.query(
    `select 1 from outbox where state in ('pending', 'sending', 'retry')
     union all select 1 from inbound_update where state = 'pending' limit 1`,
  )
  return rows.length === 0
}

function countsOf(rows: CountedRow[]): Record<string, number> {
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
}
