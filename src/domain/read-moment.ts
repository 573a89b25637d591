import { daysAhead, unitMs } from './moment-words.ts'
import { instantOf, localDay } from './zone.ts'
import type { Calendar } from './working-hours.ts'

export type ReadMoment =
  /** `rest` is what follows it. */
  { ok: true; at: Date; rest: string } | { ok: false; reason: 'no_time' | 'past' | 'absurd' }

export interface MomentContext {
  now: Date
  /** IANA zone in which the words are meant. */
  timezone: string
  /** A day without a time means its opening. */
  calendar?: Calendar
}

const dayMs = 86_400_000
const absurdMs = 3_650 * dayMs
const nineOClock = 540

interface Found {
  at: Date
  length: number
}

/**
 * Reads the moment at the beginning of what an agent writes: `2h`, `1d 4h`, `9:00`, `tomorrow 9:00`,
 * `mon`, `1.12`, `01.12.2026 14:30`, `2026-12-01`; units and days also in Ukrainian, Russian and
 * Turkish.
 */
export function readMoment(text: string, context: MomentContext): ReadMoment {
  const lead = text.length - text.trimStart().length
  const said = text.slice(lead)
  const found = readDuration(said, context) ?? readDay(said, context) ?? readClock(said, context)
  if (found === null) return { ok: false, reason: 'no_time' }
  const ahead = found.at.getTime() - context.now.getTime()
  if (Number.isNaN(ahead) || ahead > absurdMs) return { ok: false, reason: 'absurd' }
  if (ahead <= 0) return { ok: false, reason: 'past' }
  return { ok: true, at: found.at, rest: text.slice(lead + found.length).trimStart() }
}

function readDuration(text: string, { now }: MomentContext): Found | null {
  const part = /(\d{1,6})\s?(\p{L}+)\.?(?=\s|$)\s*/uy
  let sumMs = 0
  let length = 0
  for (;;) {
    part.lastIndex = length
    const match = part.exec(text)
    const ms = unitMs(match?.[2]?.toLocaleLowerCase('tr') ?? '')
    if (match === null || ms === null) break
    sumMs += Number(match[1]) * ms
    length = part.lastIndex
  }
  return length === 0 ? null : { at: new Date(now.getTime() + sumMs), length }
}

/** The next time the clock shows it. */
function readClock(text: string, context: MomentContext): Found | null {
  const clock = clockAt(text, 0)
  if (clock === null) return null
  const { now, timezone } = context
  const today = localDay(now, timezone)
  const at = momentOf(today, clock.minutes, timezone)
  const next = momentOf(new Date(today.getTime() + dayMs), clock.minutes, timezone)
  return { at: new Date(at > now.getTime() ? at : next), length: clock.end }
}

function readDay(text: string, context: MomentContext): Found | null {
  const day = dayByName(text, context) ?? dayByDate(text, context)
  if (day === null) return null
  const clock = clockAt(text, day.length)
  const minutes = clock?.minutes ?? openingOf(day.date, context)
  const at = new Date(momentOf(day.date, minutes, context.timezone))
  return { at, length: clock?.end ?? day.length }
}

interface Day {
  /** Midnight UTC of the date. */
  date: Date
  length: number
}

function dayByName(text: string, { now, timezone }: MomentContext): Day | null {
  const word = /^[\p{L}'’ʼ]+/u.exec(text)?.[0] ?? ''
  const today = localDay(now, timezone)
  const days = daysAhead(word.toLocaleLowerCase('uk'), (today.getUTCDay() + 6) % 7)
  if (days === null) return null
  return { date: new Date(today.getTime() + days * dayMs), length: word.length }
}

function dayByDate(text: string, { now, timezone }: MomentContext): Day | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?=\s|$)/.exec(text)
  const dotted = /^(\d{1,2})\.(\d{1,2})(?:\.(\d{4}))?\.?(?=\s|$)/.exec(text)
  const [match, year, month, day] =
    iso !== null
      ? [iso[0], iso[1], iso[2], iso[3]]
      : dotted !== null
        ? [dotted[0], dotted[3], dotted[2], dotted[1]]
        : []
  // `14.30` is a time: no month has the number 30.
  if (match === undefined || (iso === null && Number(month) > 12)) return null
  const today = localDay(now, timezone)
  const inYear = (one: number) => dateOf(one, Number(month), Number(day))
  const date = inYear(year === undefined ? today.getUTCFullYear() : Number(year))
  const isOver = year === undefined && date < today
  return { date: isOver ? inYear(today.getUTCFullYear() + 1) : date, length: match.length }
}

/** Midnight UTC of a date; an invalid date for the 31st of February. */
function dateOf(year: number, month: number, day: number): Date {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date : new Date(NaN)
}

/** A time of day after spaces or `at`. */
function clockAt(text: string, from: number): { minutes: number; end: number } | null {
  const pattern = /\s*(?:at\s+|о\s+|в\s+|saat\s+)?(\d{1,2})[:.](\d{2})(?=\s|$)/y
  pattern.lastIndex = from
  const match = pattern.exec(text)
  if (match === null) return null
  const [hours, minutes] = [Number(match[1]), Number(match[2])]
  const isClock = hours < 24 && minutes < 60
  return { minutes: isClock ? hours * 60 + minutes : NaN, end: pattern.lastIndex }
}

/** NaN where the date or the time does not exist. */
function momentOf(day: Date, minutes: number, timezone: string): number {
  return Number.isNaN(day.getTime() + minutes) ? NaN : instantOf(day, minutes, timezone)
}

function openingOf(date: Date, { calendar }: MomentContext): number {
  return calendar?.weekly[(date.getUTCDay() + 6) % 7]?.[0]?.[0] ?? nineOClock
}
