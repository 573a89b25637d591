import { connectionProblem } from './connection-problem.ts'
import { openDatabase, type Database, type StorageLog } from './database.ts'
import { lockDesk } from './desk-lock.ts'
import { startEmbedded } from './embedded/start-embedded.ts'
import { inTime } from './in-time.ts'
import { migrate } from './migrate.ts'

export interface StorageOptions {
  /** Null: the embedded PostgreSQL in `dataDir`. */
  databaseUrl: string | null
  dataDir: string
  /** How long another program is waited for that has the database. */
  waitMs: number
  log: StorageLog
}

export type StorageVerdict =
  | {
      ok: true
      database: Database
      /** Whether this program is surely the only one that works with the database. */
      isOurs: () => boolean
      /** Resolves with one sentence when the database is gone for good, or taken by another program. */
      lost: Promise<string>
      /** One sentence while the database does not answer. */
      problem: () => Promise<string | null>
      close: () => Promise<void>
    }
  | { ok: false; message: string }

const never = new Promise<string>(() => undefined)

/** The database, taken for this program and brought up to date. */
export async function openStorage(options: StorageOptions): Promise<StorageVerdict> {
  const { databaseUrl, dataDir, waitMs, log } = options
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
  { waitMs, log }: Pick<StorageOptions, 'waitMs' | 'log'>,
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
    const problem = createSilence(database)
    return { ok: true, database, isOurs: lock.isHeld, lost: gone, problem, close }
  } catch (error) {
    await close()
    return { ok: false, message: connectionProblem(error) }
  }
}

/** Who asks for the health of the program must not wait as long as a statement may. */
const answerWithinMs = 2_000

/** Asks the database one question at a time, and waits for its answer no longer than it may. */
function createSilence({ pool }: Database): () => Promise<string | null> {
  let asked: Promise<string | null> | null = null

  async function ask(): Promise<string | null> {
    try {
      await pool.query('select 1')
      return null
    } catch {
      return silent
    } finally {
      asked = null
    }
  }

  return () => inTime((asked ??= ask()), answerWithinMs, silent)
}

const silent =
  'The database does not answer: check that PostgreSQL runs and can be reached; what people write waits'
