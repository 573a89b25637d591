import { expect } from 'vitest'

import { calendarOf } from '../../src/desk/calendar.ts'
import type { Desk } from '../../src/desk/desk.ts'
import type { SlaClock } from '../../src/domain/sla/clock.ts'
import { clocksAt } from '../../src/domain/sla/moments.ts'
import { slaPolicyOf } from '../../src/domain/sla/policy.ts'
import type { Ticket } from '../../src/domain/ticket.ts'
import { timersOf } from '../../src/domain/timers.ts'
import { readTicket } from '../../src/services/tickets/read-tickets.ts'
import { slaClocksOf } from '../../src/services/tickets/keep-promises.ts'
import type { Queryable } from '../../src/storage/sql.ts'
import { clocksFromHistory } from './clocks-from-history.ts'
import { factsOfRows, type HistoryRows } from './facts-of-rows.ts'

interface Stored {
  timers: { kind: string; firesAt: string }[]
  changes: { seq: number; from: string | null; to: string; event: string; reason: string | null }[]
  assignments: { from: number | null; to: number | null; cause: string }[]
  messages: { seq: number; author: string; kind: string }[]
}

/** The invariants of the domain that can be seen in what is stored of one ticket. */
export async function checkInvariants(
  db: Queryable,
  { number }: { number: number },
  desk: Desk,
): Promise<void> {
  const ticket = await readTicket(db, number)
  if (ticket === null) throw new Error(`Ticket ${String(number)} is gone`)
  const { timers, changes, assignments, messages } = await stored(db, number)

  const isQueued = ticket.assigneeId === null
  if (isQueued) expect(['new', 'open', 'closed'], 'I1').toContain(ticket.status)
  const armed = timersOf(ticket, desk.timers, calendarOf(desk))
    .map(({ kind, firesAt }) => ({ kind, firesAt: firesAt.toISOString() }))
    .sort((a, b) => a.kind.localeCompare(b.kind))
  expect(timers, 'I2: exactly the timers of the state').toEqual(armed)

  const last = changes.at(-1)
  expect(ticket.status, 'I3: the status is that of the last change').toBe(last?.to)
  for (const [index, change] of changes.entries()) {
    expect(change.seq, 'I3: the history has no gap').toBe(index + 1)
    expect(change.from, 'I3: a change begins where the one before ended').toBe(
      changes[index - 1]?.to ?? null,
    )
  }
  const closers = ['accept_solution', 'autoclose_due', 'withdraw', 'close', 'merge_into']
  for (const change of changes) {
    if (change.to === 'closed') expect(closers, 'I9').toContain(change.event)
    const isRejection = change.from === 'solution_proposed' && change.event === 'reject_solution'
    if (isRejection) expect(change.reason?.length, 'I12').toBeGreaterThanOrEqual(3)
  }
  if (['pending', 'postponed', 'solution_proposed'].includes(ticket.status)) {
    expect(ticket.needsReplySince, 'I7: nobody waits for support there').toBeNull()
  }
  for (const { from, to, cause } of assignments) {
    if (cause === 'discipline') expect(to, 'I13: never the same agent').not.toBe(from)
  }
  expect(assignments.at(-1)?.to ?? null, 'I16: the history leads to the assignee').toBe(
    ticket.assigneeId,
  )
  expect(
    messages.map(({ seq }) => seq),
    'I16: messages are numbered without a gap',
  ).toEqual(messages.map((_message, index) => index + 1))
  expect(messages.length, 'I16').toBe(ticket.messageCount)
  const isMerged = ticket.mergedInto !== null
  expect(ticket.closeReason === 'merged', 'I15: closed as merged, and only so').toBe(isMerged)
  if (ticket.mergedInto !== null) {
    const survivor = await readTicket(db, ticket.mergedInto)
    expect(survivor?.number, 'I15: never into itself').not.toBe(number)
    expect(survivor?.mergedInto, 'I15: into a ticket that is part of none').toBeNull()
    expect(survivor?.requesterId, 'I6: of the same client').toBe(ticket.requesterId)
  }
  await checkPromises(db, ticket, desk)
}

/** What may be otherwise in a ticket that stays closed: labels, what is counted, and where it went. */
const changeable: ReadonlySet<string> = new Set([
  'tags',
  'priority',
  'messageCount',
  'version',
  'updatedAt',
  'mergedInto',
  'lastAgentActionAt',
])

/** I4: a closed ticket stays as it is unless it is reopened or its merge is undone. */
export function checkClosed(before: Ticket, after: Ticket): void {
  if (before.status !== 'closed') return
  if (after.status === 'closed') {
    const kept = (ticket: Ticket) =>
      Object.entries(ticket).filter(([field]) => !changeable.has(field))
    expect(kept(after), 'I4: closed is closed').toEqual(kept(before))
  } else if (before.mergedInto !== null) {
    expect(after.mergedInto, 'I4: only undoing its merge brings it back').toBeNull()
  }
}

/** The clocks as they are kept are those that the history comes to. */
async function checkPromises(db: Queryable, ticket: Ticket, desk: Desk): Promise<void> {
  const { number, priority } = ticket
  const rows = await historyRows(db, number)
  const calendar = calendarOf(desk)
  const policy = slaPolicyOf(desk.timers)
  const kept = await slaClocksOf(db, number)
  const recomputed = clocksFromHistory(factsOfRows({ priority, ...rows }), policy, calendar)
  // The tick may have looked at them since the last event.
  const at = new Date(Math.max(...kept.flatMap(lookedAt), ticket.updatedAt.getTime()))
  const key = ({ metric, cycleNo }: SlaClock) => `${metric} ${String(cycleNo).padStart(4, '0')}`
  const sorted = (clocks: SlaClock[]) =>
    clocksAt(clocks, at, calendar).sort((a, b) => key(a).localeCompare(key(b)))
  expect(sorted(kept), 'I11: the history comes to the same promises').toEqual(sorted(recomputed))
  const running = kept.filter(({ state }) => state === 'running').map(({ metric }) => metric)
  expect(new Set(running).size, 'I11: one running clock of a metric').toBe(running.length)
}

function lookedAt({ warnedAt, breachedAt }: SlaClock): number[] {
  return [warnedAt, breachedAt].flatMap((at) => (at === null ? [] : [at.getTime()]))
}

async function historyRows(db: Queryable, number: number): Promise<Omit<HistoryRows, 'priority'>> {
  const read = async <Row>(text: string) =>
    (await db.query({ text, values: [number] })).rows as Row[]
  return {
    statusChanges: await read(
      `select "from", "to", transition, actor_kind as "actorKind", reason, at
       from status_change where ticket_number = $1 order by seq`,
    ),
    messages: await read(
      `select author, purpose, is_ack as "isAck", recorded_at as "recordedAt"
       from message where ticket_number = $1 and kind = 'public' order by seq`,
    ),
    priorityChanges: await read(
      `select "from", "to", at from priority_change where ticket_number = $1 order by id`,
    ),
  }
}

async function stored(db: Queryable, number: number): Promise<Stored> {
  const { rows } = await db.query({
    text: `select
      coalesce((select jsonb_agg(jsonb_build_object('kind', kind, 'firesAt',
        to_char(fires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by kind)
        from timer where ticket_number = $1), '[]') as timers,
      (select jsonb_agg(jsonb_build_object('seq', seq, 'from', "from", 'to', "to", 'event', event,
        'reason', reason) order by seq) from status_change where ticket_number = $1) as changes,
      coalesce((select jsonb_agg(jsonb_build_object('from', from_agent_id, 'to', to_agent_id,
        'cause', cause) order by id) from assignment_change where ticket_number = $1), '[]')
        as assignments,
      (select jsonb_agg(jsonb_build_object('seq', seq, 'author', author, 'kind', kind)
        order by seq) from message where ticket_number = $1) as messages`,
    values: [number],
  })
  return rows[0] as Stored
}
