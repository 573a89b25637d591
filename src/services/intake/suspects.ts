import { beginAttempts, restUpdates } from './attempts.ts'
import { createBatcher } from '../batcher.ts'
import type { Queryable } from '../../storage/sql.ts'
import type { StoredUpdate } from './inbox.ts'

/** Lets the server mark what runs for long; see storage/server-watch.ts. */
export type Watch = (what: { text: string; everyMs: number }) => Watching

interface Watching {
  begun: Promise<void>
  ended: Promise<void>
  stop: () => Promise<void>
}

export interface SuspectsDeps {
  db: Queryable
  botId: number
  watch: Watch
  log: { warn: (fields: object, message: string) => void }
  /** Aborted when the program stops: nothing begins then. */
  signal: AbortSignal
}

/** Attempts of updates whose first one is behind them. */
export interface Suspects {
  /**
   * Runs an attempt. That of a suspect, an update that may have been running when the program died,
   * runs when no other suspect does, so that another death can only be its own.
   *
   * @returns false when the updates do not wait any more: nothing was run
   */
  run(updates: StoredUpdate[], attempt: () => Promise<void>): Promise<boolean>
  /** Called when an attempt ended and another one will follow. */
  rest(updates: StoredUpdate[]): Promise<void>
}

/** A death this long after an attempt began is hardly by chance. */
export const lastingMs = 500
const lookEveryMs = 100

export function createSuspects({ db, botId, watch, log, signal }: SuspectsDeps): Suspects {
  const begin = createBatcher<number, boolean>((ids) => beginAttempts(db, botId, ids))
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  let watching: Watching | null = null

  async function beginAll(updates: StoredUpdate[]): Promise<boolean> {
    const begun = await Promise.all(updates.map(({ updateId }) => begin(updateId)))
    return begun.includes(true)
  }

  /** The program may be too busy with a suspect to see how long it takes; the server is not. */
  async function keepWatch(): Promise<void> {
    if (watching !== null) return
    const text = `
      update inbound_update set lasting = true where (bot_id, update_id) in (
        select bot_id, update_id from inbound_update
        where bot_id = ${String(botId)} and state = 'pending' and deaths > 0 and not lasting
          and begun_at < clock_timestamp() - interval '${String(lastingMs)} ms'
        for update skip locked)`
    const watched = watch({ text, everyMs: lookEveryMs })
    watching = watched
    watched.ended.catch((error: unknown) => {
      if (watching === watched) watching = null
      log.warn({ err: error }, 'An update that may have ended the program runs unwatched')
    })
    await watched.begun.catch(() => undefined)
  }

  async function alone(updates: StoredUpdate[], attempt: () => Promise<void>): Promise<boolean> {
    waiting += 1
    const turn = last.then(async () => {
      if (signal.aborted) return false
      await keepWatch()
      if (!(await beginAll(updates))) return false
      await attempt()
      return true
    })
    last = turn.catch(() => undefined)
    try {
      return await turn
    } finally {
      waiting -= 1
      if (waiting === 0) {
        const ended = watching
        watching = null
        await ended?.stop()
      }
    }
  }

  return {
    async run(updates, attempt) {
      if (updates.every(({ resumed }) => resumed === undefined)) {
        await attempt()
        return true
      }
      if (updates.some(isSuspect)) return alone(updates, attempt)
      if (!(await beginAll(updates))) return false
      await attempt()
      return true
    },
    async rest(updates) {
      const ids = updates.filter(isSuspect).map(({ updateId }) => updateId)
      if (ids.length > 0) await restUpdates(db, botId, ids)
    },
  }
}

function isSuspect({ resumed }: StoredUpdate): boolean {
  return resumed !== undefined && resumed.deaths > 0
}
