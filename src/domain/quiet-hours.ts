import { instantOf, localDay } from './zone.ts'

/** A part of each day, in minutes since midnight; it passes midnight when it ends before it begins. */
export interface QuietHours {
  fromMinutes: number
  toMinutes: number
}

const dayMs = 86_400_000

/**
 * When the quiet hours end in which an instant lies; null when it lies in none.
 *
 * @param timezone IANA zone in which the hours are meant
 */
export function quietUntil(hours: QuietHours | null, at: Date, timezone: string): Date | null {
  if (hours === null || hours.fromMinutes === hours.toMinutes) return null
  const { fromMinutes, toMinutes } = hours
  const today = localDay(at, timezone)
  const lastsMinutes = (toMinutes - fromMinutes + 1_440) % 1_440
  // What began yesterday may still last.
  for (const day of [new Date(today.getTime() - dayMs), today]) {
    const start = instantOf(day, fromMinutes, timezone)
    const end = instantOf(day, fromMinutes + lastsMinutes, timezone)
    if (at.getTime() >= start && at.getTime() < end) return new Date(end)
  }
  return null
}
