import type { Desk } from '../../desk/desk.ts'
import { statement, type Queryable } from '../../storage/sql.ts'
import { countDead } from '../intake/dead-letters.ts'
import { overdueUpdates } from '../intake/inbox.ts'
import { unpackLane, type Lane } from '../intake/lane.ts'
import type { Lanes } from '../intake/lanes.ts'
import type { Sending } from '../notifier/sending.ts'
import { rowClasses, type RowClass } from '../notifier/row-class.ts'
import { oldestDue } from '../timers/due-timers.ts'

/** What the database says of work that waits. All of it is read by indexes of what is unfinished. */
export interface Figures {
  /** How long the oldest update of each kind of lane waits; 0: none does. */
  inboxOldestSeconds: Record<Lane['kind'], number>
  /** Updates that wait in nobody's hands. */
  inboxStale: number
  dead: number
  /** How long the oldest row of each class waits to be sent; 0: none does. */
  outboxOldestSeconds: Record<RowClass, number>
  /** Rows that wait in nobody's hands. */
  outboxStale: number
  /** Rows that ended without arriving, or without anybody knowing, and are kept. */
  givenUp: Record<'dead' | 'unknown', number>
  /** How long the oldest thing that is due has not been done. */
  timersLateSeconds: number
}

export interface ReadFiguresDeps {
  db: Queryable
  botId: number
  desk: Pick<Desk, 'timezone'>
  lanes: Pick<Lanes, 'holds' | 'isResting'>
  sending: Pick<Sending, 'oldest' | 'holds'>
  now: () => Date
}

/** The rescues look every other second. */
const staleMs = 20_000
/** So many are as bad as more. */
const mostLooked = 1_000

const selectLanes = statement<{ lane: string; seconds: number }>(
  'watch_inbox',
  `select lane, extract(epoch from now() - min(received_at))::float8 as seconds
   from (select lane, received_at from inbound_update
         where bot_id = $1 and state = 'pending' order by update_id limit 10000) as waiting
   group by lane order by 2 desc limit $2`,
)

/** What waited for its time waits to be sent only since then. */
const selectRows = statement<{ id: number; seconds: number }>(
  'watch_outbox',
  `select id, extract(epoch from now() - greatest(
     created_at, (payload -> 'hold' ->> 'until')::timestamptz))::float8 as seconds
   from outbox where id = any($1) and state in ('pending', 'retry', 'sending')`,
)

const selectOldRows = statement<{ id: number }>(
  'watch_outbox_stale',
  `select id from (select id, created_at from outbox
     where state in ('pending', 'retry', 'sending') order by id limit $1) as waiting
   where created_at < now() - $2::int * interval '1 ms'`,
)

const selectGivenUp = statement<{ state: 'dead' | 'unknown'; count: number }>(
  'watch_outbox_given_up',
  `select state, count(*)::int as count
   from (select state from outbox where state in ('dead', 'unknown') limit 10000) as ended
   group by state`,
)

/** Reads the figures with one statement after the other, so that nobody else lacks a connection. */
export async function readFigures(deps: ReadFiguresDeps): Promise<Figures> {
  const { db, botId, desk, lanes, sending, now } = deps
  const inboxOldestSeconds = { user: 0, topic: 0, chat: 0, misc: 0 }
  for (const { lane, seconds } of await selectLanes(db, botId, mostLooked)) {
    // Who floods the desk waits on purpose.
    if (lanes.isResting(lane)) continue
    const kind = unpackLane(lane)?.kind ?? 'misc'
    inboxOldestSeconds[kind] = Math.max(inboxOldestSeconds[kind], seconds)
  }
  const overdue = await overdueUpdates(db, botId, {
    afterUpdateId: Number.MIN_SAFE_INTEGER,
    limit: mostLooked,
    graceMs: staleMs,
  })
  const oldRows = await selectOldRows(db, mostLooked, staleMs)
  const givenUp = { dead: 0, unknown: 0 }
  for (const { state, count } of await selectGivenUp(db)) givenUp[state] = count
  const dueAt = await oldestDue(db, desk, now())
  return {
    inboxOldestSeconds,
    inboxStale: overdue.filter((one) => !lanes.holds(one)).length,
    dead: await countDead(db, botId),
    outboxOldestSeconds: await agesOf(db, sending.oldest()),
    outboxStale: oldRows.filter(({ id }) => !sending.holds(id)).length,
    givenUp,
    timersLateSeconds: dueAt === null ? 0 : secondsBetween(dueAt, now()),
  }
}

async function agesOf(
  db: Queryable,
  oldest: Map<RowClass, number>,
): Promise<Figures['outboxOldestSeconds']> {
  const ages = Object.fromEntries(rowClasses.map((one) => [one, 0])) as Record<RowClass, number>
  if (oldest.size === 0) return ages
  const rows = await selectRows(db, [...oldest.values()])
  const secondsOf = new Map(rows.map(({ id, seconds }) => [id, seconds]))
  for (const [one, id] of oldest) ages[one] = Math.max(0, secondsOf.get(id) ?? 0)
  return ages
}

function secondsBetween(from: Date, to: Date): number {
  return Math.max(0, (to.getTime() - from.getTime()) / 1_000)
}
