const format = new Intl.DateTimeFormat('en-GB', {
  ...{ weekday: 'short', day: 'numeric', month: 'short' },
  ...{ hour: '2-digit', minute: '2-digit' },
})

/** A moment of the sandbox, as "Mon, 23 Nov, 18:09". */
export function momentTitle(atMs: number): string {
  return format.format(atMs)
}

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

/** A span in its largest unit, as "4 days"; empty below a minute. */
export function spanTitle(spanMs: number): string {
  for (const [name, ms] of units) {
    const count = Math.round(spanMs / ms)
    // Rounded up, 59.6 minutes are an hour, which the larger unit has already refused.
    if (spanMs >= ms * 0.999) return `${count} ${name}${count === 1 ? '' : 's'}`
  }
  return ''
}
