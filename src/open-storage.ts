import type { Config } from './config.ts'
import type { Log } from './log.ts'
import { connectionProblem } from './storage/connection-problem.ts'
import { lockDesk } from './storage/desk-lock.ts'
import { openDatabase, type Database } from './storage/database.ts'
import { startEmbedded } from './storage/embedded/start-embedded.ts'
import { migrate } from './storage/migrate.ts'

export type StorageVerdict =
  | {
      ok: true
      database: Database
      /** Whether this program is surely the only one that works with the database. */
      isOurs: () => boolean
      /** Resolves with one sentence when the database is gone for good, or taken by another program. */
      lost: Promise<string>
      close: () => Promise<void>
    }
  | { ok: false; message: string }

const never = new Promise<string>(() => undefined)

/**
 * The database of the configuration, the embedded one without DATABASE_URL, taken for this program
 * and brought up to date.
 */
export async function openStorage(
  { databaseUrl, dataDir, startWaitMs: waitMs }: Config,
  log: Log,
): Promise<StorageVerdict> {
  if (databaseUrl !== null) {
    const server = { url: databaseUrl, lost: never, stop: () => Promise.resolve() }
    return connect(server, { waitMs, log })
  }
  const server = await startEmbedded({ dataDir, log, waitMs })
  return server.ok ? connect(server, { waitMs, log }) : server
}

interface Server {
  url: string
  lost: Promise<string>
  stop: () => Promise<void>
}

async function connect(
  { url, lost, stop }: Server,
  { waitMs, log }: { waitMs: number; log: Log },
): Promise<StorageVerdict> {
  const closes = [stop]
  const close = async () => {
    for (const one of closes.splice(0).reverse()) await one()
  }
  try {
    const locked = await lockDesk({ url, waitMs, log })
    if (!locked.ok) {
      await close()
      return locked
    }
    const { lock } = locked
    closes.push(() => lock.release())
    const database = await openDatabase({ url, log })
    closes.push(() => database.close())
    await migrate({ database, log })
    const gone = Promise.race([lost, lock.lost])
    return { ok: true, database, isOurs: lock.isHeld, lost: gone, close }
  } catch (error) {
    await close()
    return { ok: false, message: connectionProblem(error) }
  }
}
