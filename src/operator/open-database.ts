import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { connectionProblem } from '../storage/connection-problem.ts'
import { openDatabase, type Database } from '../storage/database.ts'
import { findRunning } from '../storage/embedded/find-running.ts'
import { startEmbedded } from '../storage/embedded/start-embedded.ts'
import type { CommandVerdict } from './command.ts'

/**
 * What is done about the embedded server where no desk runs that keeps one.
 *
 * `refuse`: one sentence says that a desk has to run. `start`: the server is started on the files that
 * a desk has left, for as long as the command takes. `make`: the same, and the files are made if there
 * are none.
 */
export type WhenStopped = 'refuse' | 'start' | 'make'

type Server = { ok: true; url: string; stop(): Promise<void> } | { ok: false; message: string }

/**
 * Runs `use` with the database of the configuration: that of DATABASE_URL, or the embedded one of the
 * desk that runs. Whatever goes wrong with it is one sentence.
 */
export async function withDatabase(
  config: Config,
  use: (database: Database) => Promise<CommandVerdict>,
  { whenStopped = 'refuse' }: { whenStopped?: WhenStopped } = {},
): Promise<CommandVerdict> {
  let server: Server | undefined
  let database: Database | undefined
  try {
    server = await findServer(config, whenStopped)
    if (!server.ok) return server
    database = await openDatabase({ url: server.url, poolSize: 1 })
    return await use(database)
  } catch (error) {
    return { ok: false, message: databaseMessage(error) }
  } finally {
    await database?.close()
    if (server?.ok === true) await server.stop()
  }
}

async function findServer(
  { databaseUrl, dataDir }: Config,
  whenStopped: WhenStopped,
): Promise<Server> {
  const url = databaseUrl ?? (await findRunning(dataDir))
  if (url !== null) return { ok: true, url, stop: () => Promise.resolve() }
  const isMade = existsSync(join(dataDir, 'postgres'))
  if (whenStopped === 'make' || (whenStopped === 'start' && isMade)) {
    return startEmbedded({ dataDir, log: silent })
  }
  return { ok: false, message: noDesk(dataDir, whenStopped) }
}

const silent = { info: () => undefined, warn: () => undefined }

function noDesk(dataDir: string, whenStopped: WhenStopped): string {
  return whenStopped === 'refuse'
    ? `No desk runs with DATA_DIR=${dataDir}: start it with npm start and try again, ` +
        'or set DATABASE_URL if it uses another PostgreSQL.'
    : `No desk has run with DATA_DIR=${dataDir}: name its folder, ` +
        'or set DATABASE_URL if it uses another PostgreSQL.'
}

/** https://www.postgresql.org/docs/18/errcodes-appendix.html */
const unknownNames = ['42P01', '42703', '42704']

/** Why the database cannot be used, in one sentence. */
export function databaseMessage(error: unknown): string {
  const { code } = error as { code?: unknown }
  return typeof code === 'string' && unknownNames.includes(code)
    ? 'The database is not of this version: start the desk once, which brings it up to date.'
    : connectionProblem(error)
}
