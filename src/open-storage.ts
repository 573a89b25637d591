import type { Config } from './config.ts'
import type { Log } from './log.ts'
import { connectionProblem } from './storage/connection-problem.ts'
import { openDatabase, type Database } from './storage/database.ts'
import { startEmbedded } from './storage/embedded/start-embedded.ts'
import { migrate } from './storage/migrate.ts'

export type StorageVerdict =
  | {
      ok: true
      database: Database
      /** Resolves with one sentence when the database is gone for good. */
      lost: Promise<string>
      close: () => Promise<void>
    }
  | { ok: false; message: string }

const never = new Promise<string>(() => undefined)

/** The database of the configuration, the embedded one without DATABASE_URL, brought up to date. */
export async function openStorage(
  { databaseUrl, dataDir }: Config,
  log: Log,
): Promise<StorageVerdict> {
  if (databaseUrl !== null) {
    return connect({ url: databaseUrl, lost: never, stop: () => Promise.resolve() }, log)
  }
  const server = await startEmbedded({ dataDir, log })
  return server.ok ? connect(server, log) : server
}

interface Server {
  url: string
  lost: Promise<string>
  stop: () => Promise<void>
}

async function connect({ url, lost, stop }: Server, log: Log): Promise<StorageVerdict> {
  try {
    const database = await openDatabase({ url, log })
    await migrate({ database, log })
    const close = async () => {
      await database.close()
      await stop()
    }
    return { ok: true, database, lost, close }
  } catch (error) {
    await stop()
    return { ok: false, message: connectionProblem(error) }
  }
}
