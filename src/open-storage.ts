import type { Config } from './config.ts'
import type { Log } from './log.ts'
import { connectionProblem } from './storage/connection-problem.ts'
import { openDatabase, type Database } from './storage/database.ts'
import { startEmbedded } from './storage/embedded/start-embedded.ts'
import { migrate } from './storage/migrate.ts'

export type StorageVerdict =
  { ok: true; database: Database; close: () => Promise<void> } | { ok: false; message: string }

/** The database of the configuration, the embedded one without DATABASE_URL, brought up to date. */
export async function openStorage(
  { databaseUrl, dataDir }: Config,
  log: Log,
): Promise<StorageVerdict> {
  if (databaseUrl !== null) return connect(databaseUrl, log, () => Promise.resolve())
  const server = await startEmbedded({ dataDir, log })
  if (!server.ok) return server
  log.info({ adopted: server.adopted, dataDir }, 'The embedded PostgreSQL runs')
  return connect(server.url, log, () => server.stop())
}

async function connect(
  url: string,
  log: Log,
  stopServer: () => Promise<void>,
): Promise<StorageVerdict> {
  try {
    const database = await openDatabase({ url, log })
    await migrate({ database, log })
    const close = async () => {
      await database.close()
      await stopServer()
    }
    return { ok: true, database, close }
  } catch (error) {
    await stopServer()
    return { ok: false, message: connectionProblem(error) }
  }
}
