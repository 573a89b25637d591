/**
 * How long the desk has lived, counted by a clock that nobody sets, and which instants of the
 * database's clock fell into that time. What was written lately is found by it whatever clocks say:
 * one that jumps begins another span, and the spans of the last days are known.
 */
export interface Lived {
  /** Time in which the desk ran, all runs together. */
  ms: number
  /** The database's clock meanwhile; the last one goes on. */
  spans: Span[]
}

/** Milliseconds since the epoch. */
export interface Range {
  from: number
  to: number
}

/** A time in which the database's clock went on as clocks do. */
export interface Span extends Range {
  /** What `Lived.ms` was at its end. */
  endedMs: number
}

export interface Look {
  /** Since the last look, by a clock that nobody sets; null at a start, when nobody knows. */
  elapsedMs: number | null
  databaseNow: number
  /** Time let pass on purpose since the last look, while no other clock moved: it was lived, too. */
  skippedMs?: number
}

/** So much a clock that is right may differ: looks are late, and clocks are put right a little. */
export const clockSlackMs = 120_000
/** A stop that is shorter is no reason to think of a jump. */
const shortStopMs = 3_600_000
const mostSpans = 100

/** Before its first look a desk has lived no moment: all that was written before is of just now. */
export function firstLook(databaseNow: number): Lived {
  return { ms: 0, spans: [{ from: 0, to: databaseNow, endedMs: 0 }] }
}

/** What has been lived at another look. */
export function liveOn(lived: Lived, { elapsedMs, databaseNow, skippedMs = 0 }: Look): Lived {
  const last = lived.spans.at(-1)
  if (last === undefined) return firstLook(databaseNow)
  const before = lived.spans.slice(0, -1)
  const passedMs = elapsedMs ?? 0
  const ms = lived.ms + passedMs + skippedMs
  if (skippedMs > 0) {
    const next = { from: last.to, to: databaseNow, endedMs: ms }
    return { ms, spans: fewer([...before, last, next]) }
  }
  const aheadMs = databaseNow - last.to - passedMs
  const mayBeAheadMs = elapsedMs === null ? shortStopMs : clockSlackMs
  if (aheadMs >= -clockSlackMs && aheadMs <= mayBeAheadMs) {
    const longer = { from: last.from, to: Math.max(last.to, databaseNow), endedMs: ms }
    return { ms, spans: [...before, longer] }
  }
  // When it jumped nobody saw: what was written since the last look may bear either time.
  const to = last.to + passedMs + clockSlackMs
  const ended = { from: last.from, to, endedMs: ms + clockSlackMs }
  const next = { from: databaseNow - passedMs - clockSlackMs, to: databaseNow, endedMs: ms }
  return { ms, spans: fewer([...before, ended, next]) }
}

/**
 * Which instants of the database's clock the desk may have lived through within the last `keepMs`,
 * up to the last look.
 */
export function rangesLived({ ms, spans }: Lived, keepMs: number): Range[] {
  return spans.flatMap(({ from, to, endedMs }) => {
    const restMs = keepMs - (ms - endedMs)
    return restMs > 0 ? [{ from: Math.max(from, to - restMs), to }] : []
  })
}

/** Of too many the oldest become one, which keeps more than they did. */
function fewer(spans: Span[]): Span[] {
  const all = [...spans]
  while (all.length > mostSpans) {
    const [first, second] = all.splice(0, 2)
    if (first === undefined || second === undefined) return all
    const from = Math.min(first.from, second.from)
    all.unshift({ from, to: Math.max(first.to, second.to), endedMs: second.endedMs })
  }
  return all
}
