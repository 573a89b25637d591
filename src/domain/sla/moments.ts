import { addWorkingTime, type Calendar } from '../working-hours.ts'
import type { SlaClock, SlaMetric } from './clock.ts'

export interface SlaMoment {
  kind: 'warning' | 'breach'
  at: Date
}

const warningPercent = 80

/**
 * What a clock comes to next if nothing happens; null when it does not run or has no more to say.
 * Both moments come at most once in a cycle, and no warning comes after a breach.
 */
export function nextSlaMoment(clock: SlaClock, calendar: Calendar | null): SlaMoment | null {
  const { runningSince, dueAt, countedMs, targetMs, warnedAt, breachedAt } = clock
  if (runningSince === null || dueAt === null || breachedAt !== null) return null
  if (warnedAt === null) {
    const leftMs = Math.ceil((targetMs * warningPercent) / 100) - countedMs
    const at = addWorkingTime(runningSince, leftMs, calendar)
    if (at < dueAt) return { kind: 'warning', at }
  }
  return { kind: 'breach', at: dueAt }
}

/** The clocks as they stand at an instant: each moment up to it is marked with its own time. */
export function clocksAt(
  clocks: readonly SlaClock[],
  at: Date,
  calendar: Calendar | null,
): SlaClock[] {
  return clocks.map((clock) => clockAt(clock, at, calendar))
}

function clockAt(clock: SlaClock, at: Date, calendar: Calendar | null): SlaClock {
  const moment = nextSlaMoment(clock, calendar)
  if (moment === null || moment.at > at) return clock
  if (moment.kind === 'breach') return { ...clock, breachedAt: moment.at }
  return clockAt({ ...clock, warnedAt: moment.at }, at, calendar)
}

export interface PassedMoment extends SlaMoment {
  metric: SlaMetric
  cycleNo: number
  /** What was promised, in an instant: of a breach it is `at` itself. */
  dueAt: Date
}

/**
 * What there is to tell: the moments that `after` has and `before` has not, so that each is told once
 * and a late look tells it all the same. A breach makes its warning needless.
 */
export function passedMoments(
  before: readonly SlaClock[],
  after: readonly SlaClock[],
): PassedMoment[] {
  return after.flatMap<PassedMoment>(({ metric, cycleNo, warnedAt, breachedAt, dueAt }) => {
    const known = before.find((one) => one.metric === metric && one.cycleNo === cycleNo)
    if (breachedAt !== null && (known?.breachedAt ?? null) === null) {
      return [{ metric, cycleNo, kind: 'breach', at: breachedAt, dueAt: breachedAt }]
    }
    if (warnedAt !== null && (known?.warnedAt ?? null) === null) {
      return [{ metric, cycleNo, kind: 'warning', at: warnedAt, dueAt: dueAt ?? warnedAt }]
    }
    return []
  })
}
