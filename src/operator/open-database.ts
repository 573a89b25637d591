import type { Config } from '../config.ts'
import { connectionProblem } from '../storage/connection-problem.ts'
import { openDatabase, type Database } from '../storage/database.ts'
import { findRunning } from '../storage/embedded/find-running.ts'
import type { CommandVerdict } from './command.ts'

/**
 * Runs `use` with the database of the configuration: that of DATABASE_URL, or the embedded one of the
 * desk that runs. Whatever goes wrong with it is one sentence.
 */
export async function withDatabase(
  { databaseUrl, dataDir }: Config,
  use: (database: Database) => Promise<CommandVerdict>,
): Promise<CommandVerdict> {
  const url = databaseUrl ?? (await findRunning(dataDir))
  if (url === null) {
    return {
      ok: false,
      message:
        `No desk runs with DATA_DIR=${dataDir}: start it with npm start and try again, ` +
        'or set DATABASE_URL if it uses another PostgreSQL.',
    }
  }
  let database: Database | undefined
  try {
    database = await openDatabase({ url, poolSize: 1 })
    return await use(database)
  } catch (error) {
    return { ok: false, message: databaseMessage(error) }
  } finally {
    await database?.close()
  }
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
