import { addWorkingTime, workingTimeBetween, type Calendar } from '../working-hours.ts'

export type SlaMetric = 'first_response' | 'next_response' | 'resolution'

/**
 * Working time that counts against a promise. Whether it was kept is not a state: `breachedAt` stays
 * when a clock is met too late, or runs on after a reopening.
 */
export interface SlaClock {
  metric: SlaMetric
  /** Counts the unanswered spells of next_response from 1; the others have one cycle. */
  cycleNo: number
  state: 'running' | 'paused' | 'met' | 'cancelled'
  /** Working time up to `runningSince`, or all of it while the clock does not run. */
  countedMs: number
  runningSince: Date | null
  targetMs: number
  /** When the target is reached if nothing happens; null while the clock does not run. */
  dueAt: Date | null
  startedAt: Date
  /** When it was met or cancelled. */
  endedAt: Date | null
  /** When the warning's share of the target was reached. */
  warnedAt: Date | null
  /** When the target was reached. */
  breachedAt: Date | null
}

export function startClock(
  { metric, cycleNo, targetMs }: Pick<SlaClock, 'metric' | 'cycleNo' | 'targetMs'>,
  at: Date,
  calendar: Calendar | null,
): SlaClock {
  const stopped = { runningSince: null, dueAt: null, endedAt: null }
  const clean = { countedMs: 0, warnedAt: null, breachedAt: null }
  const clock: SlaClock = {
    metric,
    cycleNo,
    targetMs,
    state: 'paused',
    startedAt: at,
    ...stopped,
    ...clean,
  }
  return runClock(clock, at, calendar)
}

/** Lets a clock run, on from what it has counted; one that runs is left alone. */
export function runClock(clock: SlaClock, at: Date, calendar: Calendar | null): SlaClock {
  if (clock.state === 'running') return clock
  const { targetMs, countedMs } = clock
  const dueAt = addWorkingTime(at, targetMs - countedMs, calendar)
  return { ...clock, state: 'running', runningSince: at, dueAt, endedAt: null }
}

export function pauseClock(clock: SlaClock, at: Date, calendar: Calendar | null): SlaClock {
  return clock.state === 'running' ? { ...stop(clock, at, calendar), state: 'paused' } : clock
}

/** Ends a clock; one that has ended keeps how and when it did. */
export function endClock(
  clock: SlaClock,
  state: 'met' | 'cancelled',
  at: Date,
  calendar: Calendar | null,
): SlaClock {
  return hasEnded(clock) ? clock : { ...stop(clock, at, calendar), state, endedAt: at }
}

/** Changes what was promised and nothing of what was counted; a promise once broken stays as it was. */
export function retargetClock(
  clock: SlaClock,
  targetMs: number,
  at: Date,
  calendar: Calendar | null,
): SlaClock {
  if (hasEnded(clock) || clock.breachedAt !== null || clock.targetMs === targetMs) return clock
  const retargeted = { ...clock, targetMs }
  if (clock.state === 'paused') return retargeted
  // Counted anew from here: a shorter promise cannot have been broken before it was made.
  return runClock({ ...stop(retargeted, at, calendar), state: 'paused' }, at, calendar)
}

/** Working time a clock has counted at an instant. */
export function countedAt(clock: SlaClock, at: Date, calendar: Calendar | null): number {
  const { countedMs, runningSince } = clock
  return runningSince === null
    ? countedMs
    : countedMs + workingTimeBetween(runningSince, at, calendar)
}

export function hasEnded({ state }: SlaClock): boolean {
  return state === 'met' || state === 'cancelled'
}

function stop(clock: SlaClock, at: Date, calendar: Calendar | null): SlaClock {
  const countedMs = countedAt(clock, at, calendar)
  return { ...clock, countedMs, runningSince: null, dueAt: null }
}
