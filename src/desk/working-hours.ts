import type { Interval, WorkingHours } from './desk.ts'

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

type Problem = { path: (string | number)[]; message: string }

export type WorkingHoursVerdict =
  { ok: true; hours: WorkingHours } | { ok: false; problems: Problem[] }

/**
 * Reads working hours as they stand in the desk file: intervals such as `09:00-18:00` by `mon`,
 * `mon-fri` or `sun-thu`, beside `holidays` with ISO dates. Each problem has its path inside.
 */
export function parseWorkingHours(given: Record<string, string[]>): WorkingHoursVerdict {
  const problems: Problem[] = []
  const weekly: (Interval[] | undefined)[] = weekdays.map(() => undefined)
  const { holidays = [], ...days } = given

  for (const [index, date] of holidays.entries()) {
    if (isDate(date)) continue
    problems.push({ path: ['holidays', index], message: mustBe('a date such as 2026-12-25', date) })
  }
  for (const [name, texts] of Object.entries(days)) {
    const covered = daysOf(name)
    if (covered === null) {
      const message = 'unknown key; there are mon, tue, ... sun, ranges such as mon-fri, holidays'
      problems.push({ path: [name], message })
      continue
    }
    const intervals = texts.map(parseInterval)
    for (const [index, interval] of intervals.entries()) {
      const message = mustBe('an interval such as 09:00-18:00', texts[index])
      if (interval === null) problems.push({ path: [name, index], message })
    }
    const sorted = intervals.filter((interval) => interval !== null).sort(([a], [b]) => a - b)
    if (overlap(sorted)) problems.push({ path: [name], message: 'the intervals overlap' })
    for (const day of covered) {
      const message = `${weekdays[day] ?? ''} is given twice`
      if (weekly[day] !== undefined) problems.push({ path: [name], message })
      weekly[day] = sorted
    }
  }
  if (problems.length === 0 && !weekly.some((day) => day !== undefined && day.length > 0)) {
    problems.push({ path: [], message: 'must have a working day; leave it out to work 24/7' })
  }
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, hours: { weekly: weekly.map((day) => day ?? []), holidays } }
}

const mustBe = (what: string, given: string | undefined) => `must be ${what}, not "${given ?? ''}"`

/** Indexes of the days from Monday; a range may go round the week. */
function daysOf(name: string): number[] | null {
  const [first = '', last = first, ...rest] = name.split('-')
  const from = weekdays.indexOf(first)
  const to = weekdays.indexOf(last)
  if (from === -1 || to === -1 || rest.length > 0) return null
  const count = ((to - from + 7) % 7) + 1
  return Array.from({ length: count }, (_, index) => (from + index) % 7)
}

function parseInterval(text: string): Interval | null {
  const [, ...parts] = /^(\d\d):([0-5]\d) ?- ?(\d\d):([0-5]\d)$/.exec(text) ?? []
  const [fromHour, fromMinute, toHour, toMinute] = parts.map(Number)
  if (fromHour === undefined || fromMinute === undefined) return null
  if (toHour === undefined || toMinute === undefined) return null
  const from = fromHour * 60 + fromMinute
  const to = toHour * 60 + toMinute
  return from < to && to <= 1440 ? [from, to] : null
}

function overlap(sorted: Interval[]): boolean {
  return sorted.some(([from], index) => from < (sorted[index - 1]?.[1] ?? 0))
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}
