import { setTimeout as sleep } from 'node:timers/promises'

import { takeAccount, type Account } from './account.ts'
import { createLoad, type Load } from './load.ts'
import { openStage, type Stage, type StageOptions } from './stage.ts'
import { isAtRest, readStored, type Stored } from './stored.ts'
import { listenToHealth, ownLines, readLog, type Told } from './told.ts'
import { watchChats } from './watch.ts'

/** A trouble that comes over a desk at work. */
export interface Trouble {
  lastsMs: number
  /** @returns what ends it; called when its time is over */
  begin(stage: Stage, load: Load): Promise<() => Promise<void> | void>
}

export interface DayOptions extends StageOptions {
  /** Null: a quiet day, to compare with. */
  trouble: Trouble | null
  /** How long a quiet day's work lasts where the trouble's does; default 4 s. */
  quietMs?: number
  /** How long anybody waits for anything, and the day for its end. */
  patienceMs: number
  /** How many clients write; default 8: each so seldom that nobody calls it a flood. */
  clients?: number
  /** From one text of a client to the next of any; default 0.5 s. */
  beatMs?: number
  /** Somebody new comes in the middle of it; default true. */
  hasNewcomers?: boolean
  /** False where Telegram's limits hold back for longer than a day lasts what is of less importance than words. */
  comesToRest?: boolean
}

/** A day as it was. */
export interface Day {
  account: Account
  stored: Stored
  told: Told
  /** What somebody waited for in vain. */
  stuck: readonly string[]
  /** How many updates Telegram had for the bot. */
  updates: number
  /** Calls that met a fault of the stand-in Telegram. */
  met: number
  /** Exit codes of runs that ended without being asked to; null: killed. */
  ends: (number | null)[]
  /** Of the stop at the end. */
  exitCode: number | null
}

const calmMs = 1_500

/**
 * A day at a real desk: clients and agents write, a trouble comes and goes, everything settles, all
 * tickets are solved, the desk is stopped; then everything written is looked for.
 */
export async function liveThroughDay(options: DayOptions): Promise<Day> {
  const stage = await openStage(options)
  try {
    return await play(stage, options)
  } finally {
    await stage.close()
  }
}

async function play(stage: Stage, options: DayOptions): Promise<Day> {
  const { trouble, quietMs = 4_000, patienceMs, clients = 8 } = options
  const { beatMs = 500, hasNewcomers = true, comesToRest = true } = options
  const { sandbox, forum, db, desk } = stage
  const watch = watchChats(sandbox)
  const load = createLoad({ stage, beatMs, patienceMs })
  const health = listenToHealth(stage)
  await load.open(clients)
  load.begin()
  await sleep(calmMs)
  const end = await trouble?.begin(stage, load)
  if (hasNewcomers) load.newcomer()
  await sleep((trouble?.lastsMs ?? quietMs) / 2)
  if (hasNewcomers) load.newcomer()
  await sleep((trouble?.lastsMs ?? quietMs) / 2)
  await end?.()
  await sleep(calmMs)
  await load.stop()
  const rest = () =>
    sandbox.until(() => isAtRest(db).catch(() => false), patienceMs).catch(() => false)
  if (comesToRest) {
    const hasRested = await rest()
    await load.finish()
    // What has not come to an end by then will not do so now.
    if (hasRested) await rest()
  } else {
    await sandbox.until(() => hasAllWords(load, watch.arrivals), patienceMs).catch(() => undefined)
  }
  const ready = await health.stop()
  const exitCode = await desk.stop()
  watch.stop()
  const stored = await readStored(db)
  const groupLines = watch.arrivals.filter(({ chatId }) => chatId === forum.id)
  const clientIds = new Set(load.tickets.map(({ client }) => client.id))
  const clientLines = watch.arrivals.filter(({ chatId }) => clientIds.has(chatId))
  return {
    account: takeAccount({ load, forum, arrivals: watch.arrivals, stored }),
    stored,
    told: {
      ready,
      log: readLog(desk.process.output()),
      staff: ownLines(groupLines),
      clients: ownLines(clientLines),
    },
    stuck: load.stuck,
    updates: stage.updates(),
    met: sandbox.faults.met(),
    ends: desk.ends.map(({ code }) => code),
    exitCode,
  }
}

/** Whether everybody's words, without those of openings, have come somewhere. */
function hasAllWords(load: Load, arrivals: readonly { text: string }[]): boolean {
  return load.written
    .filter(({ kind }) => kind === 'client' || kind === 'agent')
    .every(({ mark }) => arrivals.some(({ text }) => text.includes(mark)))
}
