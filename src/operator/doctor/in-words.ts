const units: [string, ms: number][] = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
]

/** A length of time to the largest unit that fits: `3 min`, `45 s`. */
export function inWords(ms: number): string {
  for (const [unit, size] of units)
    if (ms >= size) return `${String(Math.floor(ms / size))} ${unit}`
  return `${String(Math.max(0, Math.floor(ms / 1_000)))} s`
}

/** `1.3 GB`, `12 MB`. */
export function sizeInWords(bytes: number): string {
  return bytes >= 1e9 ? `${(bytes / 1e9).toFixed(1)} GB` : `${String(Math.round(bytes / 1e6))} MB`
}
