import { calendarOf } from '../../desk/calendar.ts'
import type { Desk } from '../../desk/desk.ts'
import { advanceClocks } from '../../domain/sla/advance-clocks.ts'
import { hasEnded, type SlaClock } from '../../domain/sla/clock.ts'
import type { TicketFact } from '../../domain/sla/fact.ts'
import {
  clocksAt,
  nextSlaMoment,
  passedMoments,
  type PassedMoment,
} from '../../domain/sla/moments.ts'
import { slaPolicyOf } from '../../domain/sla/policy.ts'
import { jsonText } from '../../storage/json-text.ts'
import { statement, type Queryable } from '../../storage/sql.ts'

const select = statement<SlaClock>(
  'sla_clocks_of_ticket',
  `select metric, cycle_no as "cycleNo", state, counted_ms as "countedMs",
     running_since as "runningSince", target_ms as "targetMs", due_at as "dueAt",
     started_at as "startedAt", ended_at as "endedAt", warned_at as "warnedAt",
     breached_at as "breachedAt"
   from sla_clock where ticket_number = $1 order by metric, cycle_no`,
)

/** The clocks of a ticket as they were left by its last event. */
export function slaClocksOf(db: Queryable, number: number): Promise<SlaClock[]> {
  return select(db, number)
}

const save = statement(
  'sla_clocks_save',
  `insert into sla_clock
   select $1, c.* from jsonb_to_recordset($2::jsonb) as c(
     "metric" text, "cycleNo" int, "state" text, "countedMs" bigint, "runningSince" timestamptz,
     "targetMs" bigint, "dueAt" timestamptz, "startedAt" timestamptz, "endedAt" timestamptz,
     "warnedAt" timestamptz, "breachedAt" timestamptz, "nextAt" timestamptz)
   on conflict (ticket_number, metric, cycle_no) do update
     set state = excluded.state, counted_ms = excluded.counted_ms,
         running_since = excluded.running_since, target_ms = excluded.target_ms,
         due_at = excluded.due_at, ended_at = excluded.ended_at, warned_at = excluded.warned_at,
         breached_at = excluded.breached_at, next_at = excluded.next_at`,
)

/**
 * Brings the clocks of a locked ticket up to an instant, with what happened in it then.
 *
 * @returns the warnings and broken promises on the way, each of which is returned once
 */
export async function keepPromises(
  tx: Queryable,
  { desk }: { desk: Desk },
  { number, facts, at }: { number: number; facts: TicketFact[]; at: Date },
): Promise<PassedMoment[]> {
  const calendar = calendarOf(desk)
  const policy = slaPolicyOf(desk.timers)
  const before = await slaClocksOf(tx, number)
  const after = facts.reduce(
    (clocks, fact) => advanceClocks(clocks, fact, policy, calendar),
    clocksAt(before, at, calendar),
  )
  const changed = after.filter((clock) => !before.includes(clock))
  if (changed.length > 0) {
    const rows = changed.map((clock) => ({
      ...clock,
      nextAt: nextSlaMoment(clock, calendar)?.at ?? null,
    }))
    await save(tx, number, jsonText(rows))
  }
  const isRunning = ({ metric, cycleNo }: PassedMoment) =>
    after.some((one) => one.metric === metric && one.cycleNo === cycleNo && !hasEnded(one))
  // There is no need to warn of what has been done.
  return passedMoments(before, after).filter((one) => one.kind === 'breach' || isRunning(one))
}
