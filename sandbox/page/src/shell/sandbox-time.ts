const format = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
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

// Of a span that is shown, some has passed already.
const passedMs = 30_000

/** A span in its largest unit, as "4 days"; empty below half a minute. */
export function spanTitle(spanMs: number): string {
  const [name, ms] = units.find(([, unitMs]) => spanMs >= unitMs - passedMs) ?? ['', 1]
  const count = Math.round(spanMs / ms)
  return name === '' ? '' : `${count} ${name}${count === 1 ? '' : 's'}`
}
