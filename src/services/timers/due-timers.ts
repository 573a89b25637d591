import type { Desk } from '../../desk/desk.ts'
import type { TimerKind } from '../../domain/ticket.ts'
import { laneOfUserInSql } from '../intake/lane.ts'
import { statement, type Queryable } from '../../storage/sql.ts'

export interface DueTimer {
  ticketNumber: number
  kind: TimerKind
  ticketVersion: number
}

/** What the client sent before his ticket's time was over wins, however late it is handled. */
const unheard = `exists (
  select from contact_point c join inbound_update i on i.lane = ${laneOfUserInSql('c.address')}
  where c.person_id = p.id and c.channel = 'telegram'
    and i.state = 'pending' and i.received_at <= t.fires_at)`

/** The client sleeps: a ticket is not closed for his silence. Minutes are those of his own clock. */
const asleep = `(p.quiet_from is not null and p.quiet_from <> p.quiet_to and case
  when p.quiet_from < p.quiet_to then c.minutes >= p.quiet_from and c.minutes < p.quiet_to
  else c.minutes >= p.quiet_from or c.minutes < p.quiet_to end)`

/** Timers that are due at $1, the oldest first, at most $2; $3 is the zone of those who have none. */
const due = `
  from timer t
    join ticket k on k.number = t.ticket_number
    join person p on p.id = k.requester_id
    cross join lateral (
      select extract(epoch from ($1 at time zone coalesce(p.timezone, $3))::time)::int / 60 as minutes) c
  where t.fires_at <= $1
    and not (t.kind in ('autoclose', 'undecided_due') and ${unheard})
    and not (t.kind = 'autoclose' and ${asleep})
  order by t.fires_at limit $2`

const select = statement<DueTimer>(
  'timers_due',
  `select t.ticket_number as "ticketNumber", t.kind, t.ticket_version as "ticketVersion" ${due}`,
)

const selectOldest = statement<{ at: Date | null }>(
  'due_oldest',
  `select least((select t.fires_at ${due}), (select min(next_at) from sla_clock where next_at <= $1)) as at`,
)

/** Since when the oldest timer or promise that is due has been so; null: nothing is. */
export async function oldestDue(
  db: Queryable,
  { timezone }: Pick<Desk, 'timezone'>,
  now: Date,
): Promise<Date | null> {
  const [row] = await selectOldest(db, now, 1, timezone)
  return row?.at ?? null
}

/**
 * Timers whose time has come, the oldest first.
 *
 * @param desk its zone is that of clients who have none of their own
 */
export function dueTimers(
  db: Queryable,
  { timezone }: Pick<Desk, 'timezone'>,
  now: Date,
  limit: number,
): Promise<DueTimer[]> {
  return select(db, now, limit, timezone)
}

const postponeClosings = statement<{ number: number }>(
  'timers_after_outage',
  `with late as (
     select ticket_number, $2::timestamptz - fires_at as wait from timer
     where kind = 'autoclose' and fires_at < $1 for update
   ), moved as (
     update timer t
     set fires_at = t.fires_at + late.wait, ticket_version = t.ticket_version + 1
     from late where t.ticket_number = late.ticket_number
   )
   update ticket k
   set waiting_since = k.waiting_since + late.wait, version = k.version + 1
   from late where k.number = late.ticket_number returning k.number`,
)

/**
 * After an outage: what would close a ticket because its client is silent waits until `notBefore`,
 * for he may have answered a bot that was away. What helps a client fires at once.
 *
 * @returns how many tickets wait longer
 */
export async function postponeLateClosings(
  db: Queryable,
  now: Date,
  notBefore: Date,
): Promise<number> {
  return (await postponeClosings(db, now, notBefore)).length
}
