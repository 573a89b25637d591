import { instantOf, localDay } from './zone.ts'

/** Minutes since midnight, half open: [from, to). 24:00 is 1440. */
export type WorkingInterval = readonly [fromMinutes: number, toMinutes: number]

export interface Calendar {
  /** IANA zone in which the hours are meant. */
  timezone: string
  /** Seven lists, Monday first; intervals of a day are in order and do not overlap. */
  weekly: readonly (readonly WorkingInterval[])[]
  /** ISO dates without work. */
  holidays: readonly string[]
}

const dayMs = 86_400_000

/** After so long without an open minute the desk counts as closed for good. */
const horizonDays = 400

/**
 * The instant at which `durationMs` of working time have passed since `from`.
 *
 * All arithmetic is on instants: an interval of a day is turned into two instants by the zone's
 * offset on that day, so a day with 23 or 25 hours counts what really passes on the clock.
 *
 * @param calendar null: around the clock
 * @returns for a calendar that never opens, the plain sum: a limit that comes beats one that never does
 */
export function addWorkingTime(from: Date, durationMs: number, calendar: Calendar | null): Date {
  if (calendar === null || durationMs <= 0)
    return new Date(from.getTime() + Math.max(durationMs, 0))
  let leftMs = durationMs
  for (const [start, end] of openSpans(from, calendar)) {
    if (end - start >= leftMs) return new Date(start + leftMs)
    leftMs -= end - start
  }
  return new Date(from.getTime() + durationMs)
}

/** Milliseconds of working time between two instants; 0 when `to` is not after `from`. */
export function workingTimeBetween(from: Date, to: Date, calendar: Calendar | null): number {
  if (to <= from) return 0
  if (calendar === null) return to.getTime() - from.getTime()
  let sumMs = 0
  for (const [start, end] of openSpans(from, calendar, to)) {
    if (start >= to.getTime()) return sumMs
    sumMs += Math.min(end, to.getTime()) - start
  }
  return sumMs
}

/** Open spans from an instant on, as epoch milliseconds, in order. */
function* openSpans(from: Date, calendar: Calendar, to?: Date): Generator<[number, number]> {
  const days =
    to === undefined ? horizonDays : Math.ceil((to.getTime() - from.getTime()) / dayMs) + 2
  const first = localDay(from, calendar.timezone)
  for (let index = 0; index <= days; index += 1) {
    const day = new Date(first.getTime() + index * dayMs)
    if (calendar.holidays.includes(day.toISOString().slice(0, 10))) continue
    // getUTCDay() begins with Sunday.
    for (const [fromMinutes, toMinutes] of calendar.weekly[(day.getUTCDay() + 6) % 7] ?? []) {
      const start = Math.max(instantOf(day, fromMinutes, calendar.timezone), from.getTime())
      const end = instantOf(day, toMinutes, calendar.timezone)
      if (end > start) yield [start, end]
    }
  }
}
