export const minuteMs = 60_000

/** One thing that happened, and when. */
export interface Entry {
  at: number
}

/** What happened within the last minute: an exact window, so that a burst may use it whole. */
export interface MinuteWindow {
  /** Things are added in the order of their times. */
  add(at: number): Entry
  /** It did not happen, or not then. */
  remove(entry: Entry): void
  size(): number
  /** The oldest first. */
  entries(): readonly Entry[]
  /** When there is room for so many more, if the minute takes `most`; a time in the past: now. */
  roomAt(wanted: number, most: number): number
  forgetOld(at: number): void
}

export function createMinuteWindow(): MinuteWindow {
  const entries: Entry[] = []
  return {
    add(at) {
      const entry = { at }
      entries.push(entry)
      return entry
    },
    remove(entry) {
      const index = entries.indexOf(entry)
      if (index >= 0) entries.splice(index, 1)
    },
    size: () => entries.length,
    entries: () => entries,
    roomAt(wanted, most) {
      const tooMany = Math.ceil(entries.length + wanted - most)
      return tooMany > 0 ? (entries[tooMany - 1]?.at ?? 0) + minuteMs : -Infinity
    },
    forgetOld(at) {
      const firstKept = entries.findIndex((entry) => entry.at + minuteMs > at)
      if (firstKept !== 0) entries.splice(0, firstKept < 0 ? entries.length : firstKept)
    },
  }
}
