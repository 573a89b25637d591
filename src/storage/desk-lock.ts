import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import type { StorageLog } from './database.ts'
import { endConnection, holderOf, tryToLock, type Holder } from './lock-attempt.ts'
import type { Queryable } from './sql.ts'

/** How often the server is asked, and how long its answer holds. */
interface Beat {
  everyMs: number
  /** Shorter than the time after which the server gives up a peer that is gone: 10 + 3 * 5 s. */
  sureForMs: number
}

const usualBeat: Beat = { everyMs: 5_000, sureForMs: 15_000 }
const pauses = { firstMs: 20, lastMs: 500 }

/** That this program, and no other, works with the database. */
export interface DeskLock {
  /**
   * False while another program may have taken the database: the connection is broken, or this
   * program has stood still for so long that nobody knows what became of it.
   */
  isHeld(): boolean
  /** Resolves with one sentence when another program has taken the database. */
  lost: Promise<string>
  release(): Promise<void>
}

export type LockVerdict = { ok: true; lock: DeskLock } | { ok: false; message: string }

/**
 * Takes the database for this program. The lock hangs on a connection of its own: the server frees
 * it when the program ends, however it ends, and within half a minute when its machine is cut off.
 *
 * A connection that breaks is made again; if another program was faster, the lock is lost.
 *
 * @param waitMs how long to wait for a program that holds it
 * @returns a message for the operator when it is not let go; rejects when the database is not there
 */
export async function lockDesk({
  url,
  waitMs,
  log,
  beat = usualBeat,
}: {
  url: string
  waitMs: number
  log: StorageLog
  beat?: Beat
}): Promise<LockVerdict> {
  const me = `kvytok ${process.pid} ${randomBytes(6).toString('hex')}`
  const endsAt = performance.now() + waitMs
  let isSaid = false
  for (let failures = 0; ; failures += 1) {
    const attempt = await tryToLock(url, me)
    if (attempt.ok) return { ok: true, lock: keepLock(attempt.client, { url, me, log, beat }) }
    const isOver = performance.now() >= endsAt
    // Who was killed a moment ago is not worth a line.
    if (!isSaid && waitMs > 0 && (isOver || failures > 3)) {
      const waitSeconds = Math.round(waitMs / 1_000)
      log.warn(
        { holder: attempt.holder, waitSeconds },
        'Another program works with this database; waiting for it to end',
      )
      isSaid = true
    }
    if (isOver) return { ok: false, message: refusal(attempt.holder) }
    await sleep(pauseMs(failures))
  }
}

function keepLock(
  first: pg.Client,
  { url, me, log, beat }: { url: string; me: string; log: StorageLog; beat: Beat },
): DeskLock {
  const stopping = new AbortController()
  const { signal } = stopping
  let lose: (message: string) => void
  const lost = new Promise<string>((resolve) => (lose = resolve))
  let current: pg.Client | null = first
  let sureAt = performance.now()
  const pause = (ms: number) => sleep(ms, undefined, { signal }).catch(() => undefined)

  /** Asks the server regularly, so that a connection that died in silence is found out. */
  async function watch(client: pg.Client): Promise<void> {
    const broken = new Promise<void>((resolve) => {
      client.once('end', () => {
        if (current === client) current = null
        resolve()
      })
    })
    for (;;) {
      await Promise.race([pause(beat.everyMs), broken])
      if (signal.aborted) return
      try {
        // Rejects at once on a connection that has ended.
        await client.query('select 1')
        sureAt = performance.now()
      } catch (error) {
        if (current === client) current = null
        log.warn({ err: error }, 'The connection that holds the database broke; it is made again')
        await endConnection(client)
        return
      }
    }
  }

  /** @returns null when another program was faster, or this one stops */
  async function retake(): Promise<pg.Client | null> {
    for (let failures = 0; !signal.aborted; failures += 1) {
      try {
        const attempt = await tryToLock(url, me)
        if (attempt.ok) return attempt.client
        if (attempt.holder !== null) {
          lose(`${nameOf(attempt.holder)} has taken the database of this one: leave one running.`)
          return null
        }
      } catch {
        // The database is away; whoever needs it says so.
      }
      await pause(pauseMs(failures))
    }
    return null
  }

  async function keep(): Promise<void> {
    for (let client: pg.Client | null = first; client !== null; client = current) {
      await watch(client)
      if (signal.aborted) return
      current = await retake()
      sureAt = performance.now()
      if (current !== null) log.info({}, 'The database is held again')
    }
  }

  const kept = keep()
  return {
    isHeld: () => current !== null && performance.now() - sureAt < beat.sureForMs,
    lost,
    async release() {
      stopping.abort()
      await kept
      const client = current
      current = null
      if (client === null) return
      await client.query('select pg_advisory_unlock_all()').catch(() => undefined)
      await endConnection(client)
    },
  }
}

function pauseMs(failures: number): number {
  return Math.min(pauses.firstMs * 2 ** Math.min(failures, 10), pauses.lastMs)
}

function refusal(holder: Holder | null): string {
  const who = holder === null ? 'Another program' : nameOf(holder)
  return `${who} works with this database: stop it, or give this one a DATABASE_URL of its own.`
}

/** Which program works with a database: `process 12 at 10.0.0.2`; null when none does. */
export async function deskAtWork(db: Queryable): Promise<string | null> {
  const holder = await holderOf(db)
  if (holder === null) return null
  return processOf(holder) ?? 'a program that does not say who it is'
}

function nameOf(holder: Holder): string {
  const process = processOf(holder)
  return process === null ? 'Another program' : `Another program (${process})`
}

function processOf({ name, address }: Holder): string | null {
  const process = /^kvytok (\d+)/.exec(name)?.[1]
  if (process === undefined) return null
  const where = address === null || address === '127.0.0.1' ? '' : ` at ${address}`
  return `process ${process}${where}`
}
