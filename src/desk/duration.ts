const unitsMs = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const

// Ten years: any moment plus this is still a date.
const longestMs = 3_650 * unitsMs.d

/** Reads `30s`, `15m`, `8h` or `4d` (also `0`) as milliseconds; null if it is none of them. */
export function parseDuration(text: string): number | null {
  if (text === '0') return 0
  const [, count, unit] = /^(\d{1,9}) ?([smhd])$/.exec(text) ?? []
  if (count === undefined || unit === undefined) return null
  const durationMs = Number(count) * unitsMs[unit as keyof typeof unitsMs]
  return durationMs <= longestMs ? durationMs : null
}
