/** Many new clients at once: what supervisors were told of it. */
export interface Rush {
  /** Names its message. */
  id: number
  toldAtMs: number
  /** How many waited for their topic then. */
  waiting: number
}

/** What to tell now; without news the rush stays as it was told. */
export type RushVerdict =
  { isNews: false } | { isNews: true; slotId: number; waiting: number; rush: Rush | null }

/** A message in this time is all that a rush may cost the group. */
const toldEveryMs = 60_000
/** Who gets a topic within such a time is no rush. */
const usualMinutes = 2

/**
 * Whether supervisors are to be told that more new clients write than get a topic within minutes, how
 * many are left of them, or that it is over.
 *
 * @param rush what they were told; null: nothing
 */
export function judgeRush(
  rush: Rush | null,
  { waiting, perMinute, nowMs }: { waiting: number; perMinute: number; nowMs: number },
): RushVerdict {
  if (rush === null) {
    if (waiting <= perMinute * usualMinutes) return { isNews: false }
    return {
      isNews: true,
      slotId: nowMs,
      waiting,
      rush: { id: nowMs, toldAtMs: nowMs, waiting },
    }
  }
  if (waiting === 0) return { isNews: true, slotId: rush.id, waiting, rush: null }
  // A clock that was set back must not hold it up.
  const isSoon = Math.abs(nowMs - rush.toldAtMs) < toldEveryMs
  if (isSoon || waiting === rush.waiting) return { isNews: false }
  return {
    isNews: true,
    slotId: rush.id,
    waiting,
    rush: { id: rush.id, toldAtMs: nowMs, waiting },
  }
}
