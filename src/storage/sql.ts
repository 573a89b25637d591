import type pg from 'pg'

/** What runs a statement: a pool, a connection of it, or a transaction. */
export interface Queryable {
  query(statement: Statement): Promise<{ rows: unknown[]; rowCount: number | null }>
}

/** A statement with its values. One with a name is planned once per connection. */
export interface Statement {
  name?: string
  text: string
  values?: unknown[]
}

/** A transaction that was begun on a connection of its own. */
export interface Connection extends Queryable {
  commit(): Promise<void>
  /** Never rejects and may follow a failed commit; a connection that cannot roll back is closed. */
  rollback(): Promise<void>
}

/**
 * Declares a prepared statement: `const find = statement<Row>('ticket_find', 'select ...')`, then
 * `await find(db, 12)`.
 *
 * @param name unique in the program, at most 63 bytes, one text for ever: PostgreSQL keeps the
 *   plan under it
 */
export function statement<Row>(
  name: string,
  text: string,
): (db: Queryable, ...values: unknown[]) => Promise<Row[]> {
  return async (db, ...values) => {
    const { rows } = await db.query({ name, text, values })
    return rows as Row[]
  }
}

/**
 * Begins a transaction on a connection of the pool. Whoever calls it ends it with `commit` or
 * `rollback`.
 *
 * @param timeoutMs after this long the connection is closed, which rolls back; statements that run
 *   or follow are rejected
 */
export async function begin(
  pool: pg.Pool,
  { timeoutMs = 30_000 }: { timeoutMs?: number } = {},
): Promise<Connection> {
  const client = await pool.connect()
  let state: 'open' | 'ended' | 'timed out' = 'open'
  const finish = (outcome: 'ended' | 'timed out', broken: boolean): void => {
    if (state !== 'open') return
    state = outcome
    clearTimeout(timer)
    client.release(broken)
  }
  const timer = setTimeout(() => finish('timed out', true), timeoutMs)

  /** A connection that was given back may serve somebody else already. */
  const run = async (statement: Statement): Promise<pg.QueryResult> => {
    if (state === 'ended') throw new Error('The transaction has ended')
    try {
      if (state === 'open') return await client.query(statement)
    } catch (error) {
      if (!hasTimedOut()) throw error
    }
    throw new Error(`The transaction did not end within ${timeoutMs} ms and was rolled back`)
  }
  const hasTimedOut = (): boolean => state === 'timed out'

  const end = async (command: 'commit' | 'rollback'): Promise<string> => {
    try {
      const result = await run({ text: command })
      finish('ended', false)
      return result.command
    } catch (error) {
      // Its state is unknown: the pool must not hand it out again.
      finish('ended', true)
      throw error
    }
  }

  try {
    await client.query('begin')
  } catch (error) {
    finish('ended', true)
    throw error
  }
  return {
    query: run,
    async commit() {
      const command = await end('commit')
      // PostgreSQL answers `commit` after a failed statement with a rollback and no error.
      if (command !== 'COMMIT') throw new Error('A statement had failed: all was rolled back')
    },
    async rollback() {
      if (state === 'open') await end('rollback').catch(() => undefined)
    },
  }
}

/**
 * Runs `fn` in a transaction: committed when it resolves, rolled back when it throws.
 *
 * @param timeoutMs as for `begin`
 */
export async function withTransaction<T>(
  pool: pg.Pool,
  fn: (db: Queryable) => Promise<T>,
  { timeoutMs = 30_000 }: { timeoutMs?: number } = {},
): Promise<T> {
  return inTransaction(() => begin(pool, { timeoutMs }), fn)
}

/** The same for whoever is given the way in which a transaction is begun. */
export async function inTransaction<T>(
  begun: () => Promise<Connection>,
  fn: (tx: Connection) => Promise<T>,
): Promise<T> {
  const connection = await begun()
  try {
    const result = await fn(connection)
    await connection.commit()
    return result
  } catch (error) {
    await connection.rollback()
    throw error
  }
}

/**
 * Runs a part of a transaction that may fail without it: what it wrote is undone, and the rest goes on.
 *
 * @param name of the savepoint, a plain identifier
 */
export async function withSavepoint<T>(
  tx: Queryable,
  name: string,
  run: () => Promise<T>,
): Promise<T> {
  await tx.query({ text: `savepoint ${name}` })
  try {
    const result = await run()
    await tx.query({ text: `release savepoint ${name}` })
    return result
  } catch (error) {
    await tx.query({ text: `rollback to savepoint ${name}` })
    throw error
  }
}
