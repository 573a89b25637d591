import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Queryable } from './sql.ts'

/** One lock a database, whatever the bot: rows of the outbox do not say whose they are. */
const lockKeys = [598865, 1] as const

const connectLimitMs = 5_000
const answerLimitMs = 5_000

/** Who holds the lock, as the server knows him. */
export interface Holder {
  pid: number
  name: string
  address: string | null
}

export type LockAttempt = { ok: true; client: pg.Client } | { ok: false; holder: Holder | null }

/**
 * One attempt to take the database's lock, on a connection of its own. The server gives up a peer
 * that is gone after 25 s.
 *
 * @param me a name that no other program has
 * @returns without the lock: who holds it, or null when he has just let go; rejects when the database
 *   is not there
 */
export async function tryToLock(url: string, me: string): Promise<LockAttempt> {
  const client = new pg.Client({
    connectionString: url,
    application_name: me,
    options:
      '-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3 ' +
      '-c idle_session_timeout=0',
    connectionTimeoutMillis: connectLimitMs,
    query_timeout: answerLimitMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  })
  // Whoever keeps the connection hears of its end; an error has no listener otherwise.
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ taken: boolean }>(
      'select pg_try_advisory_lock($1, $2) as taken',
      [...lockKeys],
    )
    if (rows[0]?.taken === true) return { ok: true, client }
    const holder = await holderOf(client)
    // The server still waits for a connection of ours that has broken.
    if (holder?.name === me) await client.query('select pg_terminate_backend($1)', [holder.pid])
    await endConnection(client)
    return { ok: false, holder: holder?.name === me ? null : holder }
  } catch (error) {
    await endConnection(client)
    throw error
  }
}

/** Who holds the lock of the database that is asked; null: nobody. */
export async function holderOf(db: Queryable): Promise<Holder | null> {
  const { rows } = await db.query({
    text: `select pid, application_name as name, host(client_addr) as address
     from pg_locks join pg_stat_activity using (pid)
     where locktype = 'advisory' and granted and classid = $1 and objid = $2
       and database = (select oid from pg_database where datname = current_database())`,
    values: [...lockKeys],
  })
  return (rows as Holder[])[0] ?? null
}

/** A connection whose peer is silent must not hold up who ends it. */
export async function endConnection(client: pg.Client): Promise<void> {
  await Promise.race([client.end().catch(() => undefined), sleep(1_000, undefined, { ref: false })])
}
