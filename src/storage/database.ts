import pg from 'pg'
import type { PrismaClient } from './generated/client.ts'
import { parserOf } from './parse-value.ts'
import { withTransaction, type Queryable, type Statement } from './sql.ts'

export interface StorageLog {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
}

/** The open database. Everything in it shares one pool of connections. */
export interface Database {
  /** As given: with the password, so never for a log. */
  url: string
  pool: pg.Pool
  /** For ordinary reads; opened when it is first asked for. */
  prisma: () => Promise<PrismaClient>
  query: <Row>(statement: Statement) => Promise<Row[]>
  /** Commits when `fn` resolves, rolls back when it throws or after `timeoutMs`. */
  transaction: <T>(
    fn: (db: Queryable) => Promise<T>,
    options?: { timeoutMs?: number },
  ) => Promise<T>
  close: () => Promise<void>
}

/**
 * Opens the database and asks it one question, so that a wrong address is known at once:
 * rejects then, and `connectionProblem` says the error in one line.
 *
 * int8 arrives as a number (Telegram's ids stay below 2^53) and timestamptz as a Date, on this pool
 * only; Prisma's own queries follow Prisma's types.
 */
export async function openDatabase({
  url,
  poolSize = 10,
  log,
}: {
  url: string
  poolSize?: number
  log?: StorageLog
}): Promise<Database> {
  const pool = new pg.Pool(poolConfig(url, poolSize))
  const onError = (error: Error): void =>
    log?.warn({ err: error }, 'A connection to the database was lost')
  // Unheard, the error of an idle or a lent connection would end the program.
  pool.on('error', onError)
  pool.on('connect', (client) => client.on('error', onError))
  try {
    await pool.query('select 1')
  } catch (error) {
    await pool.end()
    throw error
  }

  let prisma: Promise<PrismaClient> | undefined
  return {
    url,
    pool,
    prisma: () => (prisma ??= openPrisma(pool)),
    async query<Row>(statement: Statement) {
      const { rows } = await pool.query(statement)
      return rows as Row[]
    },
    transaction: (fn, options) => withTransaction(pool, fn, options),
    async close() {
      await (await prisma)?.$disconnect()
      await pool.end()
    },
  }
}

/** Loaded here and not above: the client and its engine take some 16 MiB and a good part of a start. */
async function openPrisma(pool: pg.Pool): Promise<PrismaClient> {
  const [{ PrismaPg }, { PrismaClient }] = await Promise.all([
    import('@prisma/adapter-pg'),
    import('./generated/client.ts'),
  ])
  return new PrismaClient({ adapter: new PrismaPg(pool) })
}

/** Every wait has an end: for a connection, a statement, a lock, and for whoever idles in between. */
function poolConfig(url: string, poolSize: number): pg.PoolConfig {
  return {
    connectionString: url,
    application_name: `kvytok ${process.pid}`,
    // Prisma writes times without a zone and means UTC.
    options: '-c TimeZone=UTC',
    types: { getTypeParser: parserOf },
    max: poolSize,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    statement_timeout: 15_000,
    // Longer than the server's own limit: this one is for a server that says nothing at all.
    query_timeout: 20_000,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 30_000,
  }
}
