import { maxNumber } from './ticket-number.ts'

/** A clock that is far ahead leaves so many numbers for those that come after it was set right. */
const leftMost = 1_000_000

/** 2026-01-01: seconds since then fit the database's integers until 2094. */
const firstSecondMs = Date.UTC(2026, 0, 1)

/**
 * The number of a ticket's next proposal, request or closure. Buttons carry it, so it must be greater
 * than any that was ever given out, also by a database of which only an older copy is left: a count
 * would come to the same numbers again, so it follows the clock.
 *
 * @param previous the ticket's last one; 0 before the first
 */
export function roundAfter(previous: number, now: Date): number {
  const second = Math.floor((now.getTime() - firstSecondMs) / 1_000)
  return Math.max(previous + 1, Math.min(second, maxNumber - leftMost))
}
