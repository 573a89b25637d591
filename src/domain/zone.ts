const minuteMs = 60_000
const dayMs = 86_400_000

/** The calendar day of an instant in a zone, as midnight UTC of that date. */
export function localDay(at: Date, timezone: string): Date {
  const local = at.getTime() + offsetMs(at.getTime(), timezone)
  return new Date(Math.floor(local / dayMs) * dayMs)
}

/**
 * The instant at which the clock of a zone shows a time of a day; a time that a clock change leaves
 * out becomes the one an hour later.
 *
 * @param day midnight UTC of the date
 */
export function instantOf(day: Date, minutes: number, timezone: string): number {
  const local = day.getTime() + minutes * minuteMs
  const guess = local - offsetMs(local, timezone)
  // The offset at the guess differs from the one used only around a clock change.
  return local - offsetMs(guess, timezone)
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** What the zone's clock is ahead of UTC at an instant. */
function offsetMs(at: number, timezone: string): number {
  let format = formats.get(timezone)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: timezone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formats.set(timezone, format)
  }
  const parts = new Map<string, number>(
    format.formatToParts(at).map(({ type, value }) => [type, Number(value)]),
  )
  const read = (type: string) => parts.get(type) ?? 0
  const shown = Date.UTC(
    read('year'),
    read('month') - 1,
    read('day'),
    read('hour'),
    read('minute'),
    read('second'),
  )
  return shown - Math.floor(at / 1_000) * 1_000
}
