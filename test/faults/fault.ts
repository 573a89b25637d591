import { patience } from '../../sandbox/patience.ts'
import type { Day, DayOptions } from '../support/day/small-day.ts'
import type { Load } from '../support/day/load.ts'
import type { Stage, StageOptions } from '../support/day/stage.ts'
import type { Channel } from '../support/day/told.ts'

/** Seconds for the tests, minutes for `npm run faults -- --full`. */
export type Scale = 'suite' | 'full'

/** A trouble, how it is made, and what may come of it: a row of docs/reliability.md. */
export interface Fault {
  name: string
  lastsMs: Record<Scale, number>
  /** How long the desk is right to wait after it: as Telegram asks, or for an answer. */
  thenWaitsMs?: Record<Scale, number>
  /** @returns what ends it */
  begin(setting: Setting): Promise<End>
  /** Who must hear of it; the log may hear of more. */
  tells: Channel[]
  /**
   * How often a text may be seen twice: once for each call that Telegram carried out without an
   * answer, or for each row that was on its way when the program was killed.
   */
  seenTwice: 'never' | 'unanswered' | 'in flight'
  /** Whether the program ends in it, to be started again; default: no. */
  endsProgram?: boolean
  /** The longest time of known clients' words, where it is promised. */
  promisedMs?: number
  stage?: Pick<StageOptions, 'clockShiftMs' | 'logIsFull'> & { hasOwnServer?: true }
  day?: Pick<DayOptions, 'clients' | 'beatMs' | 'hasNewcomers' | 'comesToRest'>
}

export type End = () => Promise<void> | void

/** What a fault may use, and where it notes what it sees. */
export interface Setting {
  stage: Stage
  load: Load
  scale: Scale
  lastsMs: number
  seen: Seen
}

export interface Seen {
  /** Rows that were on their way when the program was killed. */
  inFlight: number
  /** What must not be, in words. */
  wrong: string[]
  /** Figures for the table. */
  notes: string[]
}

/** A fault's day, and what was seen in it. */
export interface Outcome {
  fault: Fault
  scale: Scale
  day: Day
  seen: Seen
}

/** Waiting for the next attempt doubles, so it may last as long again as the trouble did. */
const againFactor = 2
/** For what is done anew after it. */
const reserveMs = 20_000 * patience

/** When any words must have come, counted from the moment they were written in. */
export function latestMs({ lastsMs, thenWaitsMs }: Fault, scale: Scale): number {
  return lastsMs[scale] * againFactor + (thenWaitsMs?.[scale] ?? 0) + reserveMs
}

/** What is wrong with an outcome, each in a sentence; none: the promises were kept. */
export function complaints({ fault, scale, day, seen }: Outcome): string[] {
  const { account, stored, told, stuck, ends, exitCode } = day
  const wrong = [...seen.wrong, ...stuck]
  const none = (what: string, found: readonly string[]) => {
    if (found.length > 0) wrong.push(`${what}: ${found.join('; ')}`)
  }
  none('lost', account.lost)
  none('not delivered', account.refused)
  none('applied twice', account.appliedTwice)
  none('in the wrong place', account.leaked)
  none('updates that lack an effect', stored.incomplete)
  none('given up', [...stored.dead, ...stored.unknown])
  if (fault.day?.comesToRest !== false) none('without an end', stored.open)
  const allowed = { never: 0, unanswered: day.met, 'in flight': seen.inFlight }[fault.seenTwice]
  if (account.seenTwice > allowed) {
    wrong.push(`seen twice: ${String(account.seenTwice)}, and at most ${String(allowed)} may be`)
  }
  const latest = fault.promisedMs ?? latestMs(fault, scale)
  if (account.longestMs > latest) {
    wrong.push(`late: ${String(account.longestMs)} ms, and at most ${String(latest)} may be`)
  }
  const kept = Object.values(stored.inbox).reduce((sum, count) => sum + count, 0)
  if (kept !== day.updates) {
    wrong.push(`of ${String(day.updates)} updates ${String(kept)} are kept`)
  }
  for (const channel of fault.tells) {
    if (told[channel].length === 0) wrong.push(`nobody was told by ${channel}`)
  }
  if (ends.length > 0 && fault.endsProgram !== true) {
    wrong.push(`the program ended by itself: ${ends.map(String).join(', ')}`)
  }
  if (exitCode !== 0) wrong.push(`the program stopped with ${String(exitCode)}`)
  return wrong
}
