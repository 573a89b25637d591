const minuteMs = 60_000

/**
 * What somebody may do: so much at once as fits into a minute, regained evenly (the generic cell
 * rate algorithm). Nothing is refused; what is over comes one after another.
 */
export interface Allowance {
  /** When all that was done would be regained, by the clock that dates what is done. */
  regainedAtMs: number
}

/** Milliseconds between two things that are over. */
export function spacingMs(perMinute: number): number {
  return minuteMs / perMinute
}

/**
 * Counts one thing that was done.
 *
 * @param atMs when it was done: a message by its own date, whenever it is handled
 * @returns the allowance after it, and whether it is over
 */
export function useAllowance(
  { regainedAtMs }: Allowance,
  atMs: number,
  perMinute: number,
): Allowance & { isOver: boolean } {
  // Nobody owes more than a minute; what seems more was done by another clock, and is none of this.
  const isForeign = regainedAtMs > atMs + minuteMs + spacingMs(perMinute)
  const from = isForeign ? atMs : Math.min(Math.max(regainedAtMs, atMs), atMs + minuteMs)
  const until = from + spacingMs(perMinute)
  // Dates are whole seconds, so half a millisecond is only what a fraction lost.
  return { regainedAtMs: until, isOver: until > atMs + minuteMs + 0.5 }
}
