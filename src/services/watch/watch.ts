import type { Alarm } from '../../domain/alarm.ts'
import type { Delay } from '../notifier/dispatcher.ts'
import { inTime } from '../../storage/in-time.ts'
import { createDuty } from '../duty.ts'
import { findTroubles, troubleParts, type Trouble } from './find-troubles.ts'
import type { WatchLimits } from './limits.ts'
import type { Latest } from './latest.ts'
import type { Figures } from './read-figures.ts'
import type { TellAlarms } from './tell-alarms.ts'

/** A part of the program that says by itself what is wrong with it. */
export interface WatchedPart {
  name: string
  /** One sentence for the operator, null while it is well. */
  problem: () => string | null | Promise<string | null>
  /** It writes in the log by itself when something goes wrong. */
  logs?: true
}

export interface Problem {
  part: string
  sentence: string
}

export interface WatchDeps {
  parts: readonly WatchedPart[]
  figures: Latest<Figures>
  sending: { delayed(): Delay; untold(): number }
  timers: { failing(): number }
  /** Bytes that are free on the disk of the embedded database; null where it is another's. */
  diskFree: Latest<number | null>
  /** Tells people of what began and what is over; resolves when that is stored. */
  tell: TellAlarms
  limits: WatchLimits
  log: Record<'info' | 'warn' | 'error', (fields: object, message: string) => void>
}

/** Sees what is wrong, whichever part it is in, and says so: in the log once, and to people. */
export interface Watch {
  /** All that is wrong now. Bounded: a part that does not answer is one of them. */
  problems(): Promise<Problem[]>
  /** Names of all parts that can be wrong. */
  parts: readonly string[]
  start(): void
  stop(): Promise<void>
}

/** Nobody who asks for the health of the program waits longer for one part of it. */
const answerWithinMs = 2_500
/** Figures that are not older than so many looks still say what is wrong. */
const lateLooks = 3

export function createWatch(deps: WatchDeps): Watch {
  const { parts, figures, sending, timers, diskFree, tell, limits, log } = deps
  /** What was seen at the last look, and had been seen at the one before it. */
  let steady: Trouble[] = []
  let before = new Set<Trouble['part']>()
  /** What the log says is wrong, and since when. */
  const logged = new Map<string, number>()
  /** Of the rows that were given up, those of which people have heard. */
  let givenUpTold = 0
  let wasFailing = false
  const quiet = new Set(parts.filter(({ logs }) => logs).map(({ name }) => name))

  async function problems(): Promise<Problem[]> {
    const answers = await Promise.all(parts.map(askPart))
    return [...answers.flat(), ...steady.map(({ part, sentence }) => ({ part, sentence }))]
  }

  async function askPart({ name, problem }: WatchedPart): Promise<Problem[]> {
    const asked = Promise.resolve(problem()).then((sentence) => ({ sentence }))
    const answer = await inTime(asked, answerWithinMs, null)
    if (answer === null) return [{ part: name, sentence: `The part "${name}" does not answer` }]
    return answer.sentence === null ? [] : [{ part: name, sentence: answer.sentence }]
  }

  async function look(): Promise<void> {
    // A database that is slow has answered since the last look, though not while somebody waited.
    const read = (await figures.read()) ?? figures.lately(lateLooks * limits.everyMs)
    const free = await diskFree.read()
    const found = findTroubles({ figures: read, diskFree: free }, limits)
    // A second look confirms it: what runs anew or was just let go is old for a moment.
    steady = found.filter(({ part }) => before.has(part))
    before = new Set(found.map(({ part }) => part))
    write(await problems())
    if (read === null) return
    const delay = sending.delayed()
    const givenUp = sending.untold() - givenUpTold
    const failing = timers.failing()
    const on = new Set<Alarm>(steady.flatMap(({ alarm }) => (alarm === undefined ? [] : [alarm])))
    if (delay.sinceMs >= limits.refusedMs) on.add('refused')
    if (givenUp > 0) on.add('given_up')
    if (failing > 0 && wasFailing) on.add('timers')
    wasFailing = failing > 0
    const news = await tell(on, {
      places: delay.count,
      reason: delay.error,
      refusedMinutes: minutes(delay.sinceMs / 1_000),
      givenUp,
      inboxMinutes: minutes(Math.max(...Object.values(read.inboxOldestSeconds))),
      timersFailing: failing,
      freeMegabytes: Math.floor((free ?? 0) / 1_048_576),
    })
    if (news.some(({ alarm }) => alarm === 'given_up')) givenUpTold += givenUp
  }

  /** One line when something goes wrong, and one when it is well again. */
  function write(present: Problem[]): void {
    const now = performance.now()
    const names = new Set(present.map(({ part }) => part))
    for (const { part, sentence } of present) {
      if (logged.has(part)) continue
      logged.set(part, now)
      if (!quiet.has(part)) log.error({ part }, sentence)
    }
    for (const [part, since] of logged) {
      if (names.has(part)) continue
      logged.delete(part)
      const seconds = Math.round((now - since) / 1_000)
      if (!quiet.has(part)) log.info({ part, seconds }, 'It is well again')
    }
  }

  const duty = createDuty(look, {
    everyMs: limits.everyMs,
    failed: (error) => log.warn({ err: error }, 'What is wrong could not be told'),
  })
  return {
    problems,
    parts: [...parts.map(({ name }) => name), ...troubleParts],
    start: duty.start,
    stop: duty.stop,
  }
}

function minutes(seconds: number): number {
  return Math.max(1, Math.round(seconds / 60))
}
