import { isMoreImportant, type Importance } from './importance.ts'
import type { LastTurns } from './last-turns.ts'
import { minuteMs } from './minute-window.ts'

/** Who asks for a turn in a group. */
export interface Asking {
  /** Asked again whenever a turn is free: what waits behind it may have become more important. */
  importance: () => Importance
  /** Of those that matter the same, the one goes first whose last turn is longest ago. */
  whose: string
  /** Of those of one, the lower goes first. */
  order: number
  /** How many messages it takes; 0 waits only while Telegram asked for silence, or words wait. */
  messages: number
  /** Whether it makes a topic; together with the first words in it this is one turn. */
  beginsTopic: boolean
}

/** One who waits, as he is weighed against the others. */
export interface Candidate extends Asking {
  since: number
  /** How much it matters at this moment. */
  matters: Importance
  /** Words of a client who has not had his share of this minute. */
  isUrgent: boolean
}

/** What waits so long need not leave room for anybody. */
const longWaitMs = 2 * minuteMs

/** Of all but words, what waits longest and too long. */
export function waitsTooLong<One extends Candidate>(all: One[], at: number): One | undefined {
  return first(
    all.filter(({ matters, since }) => matters !== 'words' && at - since >= longWaitMs),
    (one, other) => one.since < other.since,
  )
}

/** Who is next; of those that matter the same, everybody has a turn before anybody has a second. */
export function mostImportant<One extends Candidate>(
  all: One[],
  lastTurns: Pick<LastTurns, 'lastOf'>,
): One | undefined {
  return first(all, (one, other) => {
    if (one.matters !== other.matters) return isMoreImportant(one.matters, other.matters)
    if (one.isUrgent !== other.isUrgent) return one.isUrgent
    const turns = lastTurns.lastOf(one.whose) - lastTurns.lastOf(other.whose)
    return turns === 0 ? one.order < other.order : turns < 0
  })
}

export function isNewcomersTopic({ matters, beginsTopic }: Candidate): boolean {
  return matters === 'newcomers' && beginsTopic
}

function first<One>(all: One[], isBefore: (one: One, other: One) => boolean): One | undefined {
  return all.reduce<One | undefined>(
    (best, each) => (best === undefined || isBefore(each, best) ? each : best),
    undefined,
  )
}
