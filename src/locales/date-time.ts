import type { Language } from '../domain/language.ts'

const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const

// British English: the day comes before the month, as in the other three languages.
const tagOf = (language: Language) => (language === 'en' ? 'en-GB' : language)

// Making a formatter costs far more than using it.
const formats = new Map<string, Intl.DateTimeFormat>()

function formatWith(
  language: Language,
  zone: string,
  options: Intl.DateTimeFormatOptions,
  at: Date,
): string {
  const key = `${language} ${zone} ${Object.keys(options).join()}`
  let format = formats.get(key)
  if (format === undefined) {
    format = new Intl.DateTimeFormat(tagOf(language), { ...options, timeZone: zone })
    formats.set(key, format)
  }
  return format.format(at)
}

const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
const date = { day: 'numeric', month: 'long' } as const
const fullDate = { ...date, year: 'numeric' } as const

/**
 * An instant in words for somebody in `zone` (IANA): the time if it is today, else date and time,
 * with the year if it is another one. Throws a RangeError on an unknown zone or an invalid date.
 */
export function formatMoment(at: Date, now: Date, zone: string, language: Language): string {
  const clock = formatWith(language, zone, time, at)
  const day = formatWith(language, zone, fullDate, at)
  if (day === formatWith(language, zone, fullDate, now)) return clock
  const yearOf = (instant: Date) => formatWith('en', zone, { year: 'numeric' }, instant)
  if (yearOf(at) !== yearOf(now)) return `${day}, ${clock}`
  return `${formatWith(language, zone, date, at)}, ${clock}`
}

/**
 * A duration in words, "4 days" or "1 hour 30 minutes": at most two neighbouring units, rounded
 * to the smaller one.
 */
export function formatDuration(durationMs: number, language: Language): string {
  const seconds = Math.max(0, Math.round(durationMs / 1000))
  const start = units.findIndex(([, size]) => seconds >= size)
  if (start === -1) return formatUnit(0, 'second', language)
  const [unit, size] = units[start] ?? units[3]
  const [smallerUnit, smallerSize] = units[start + 1] ?? units[3]
  const rounded = Math.round(seconds / smallerSize) * smallerSize
  const rest = Math.round((rounded % size) / smallerSize)
  // 59 minutes 59.6 seconds round up to a unit above.
  const carried = units[start - 1]
  if (carried !== undefined && rounded >= carried[1]) return formatUnit(1, carried[0], language)
  const words = formatUnit(Math.floor(rounded / size), unit, language)
  return rest === 0 ? words : `${words} ${formatUnit(rest, smallerUnit, language)}`
}

function formatUnit(count: number, unit: string, language: Language): string {
  return new Intl.NumberFormat(tagOf(language), {
    style: 'unit',
    unit,
    unitDisplay: 'long',
  }).format(count)
}
