import pg from 'pg'
import type { Cluster } from './cluster.ts'

/** Advisory locks are numbers; this one is "kvytok" on a keyboard's telephone. */
const lockKey = 598865

/** The connection that owns the server: the lock on it goes when this process does. */
export type Owner = pg.Client

export type Claim =
  | { ok: true; owner: Owner }
  /** Nobody answers (yet, or any more), or it is not the server of these files. */
  | { ok: false; reason: 'no_answer'; error: unknown }
  | { ok: false; reason: 'owned'; byPid: number | null }

/** One attempt to become the owner of the server that listens on the port. */
export async function claimServer(cluster: Cluster, port: number): Promise<Claim> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: cluster.user,
    password: cluster.password,
    database: 'postgres',
    application_name: `kvytok ${process.pid}`,
    connectionTimeoutMillis: 3_000,
    query_timeout: 5_000,
    keepAlive: true,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const answer = await client.query<{ folder: string; owner: boolean }>(
      `select current_setting('data_directory') as folder, pg_try_advisory_lock($1) as owner`,
      [lockKey],
    )
    const row = answer.rows[0]
    if (row?.folder !== cluster.folder) throw new Error(`Port ${port} is another server`)
    if (row.owner) return { ok: true, owner: client }
    const byPid = await ownerPid(client)
    await client.end()
    return { ok: false, reason: 'owned', byPid }
  } catch (error) {
    await client.end().catch(() => undefined)
    return { ok: false, reason: 'no_answer', error }
  }
}

async function ownerPid(client: pg.Client): Promise<number | null> {
  const { rows } = await client.query<{ name: string }>(
    `select application_name as name from pg_locks join pg_stat_activity using (pid)
     where locktype = 'advisory' and granted and objid = $1 and classid = 0`,
    [lockKey],
  )
  const pid = Number(rows[0]?.name.replace(/^kvytok /, ''))
  return Number.isInteger(pid) ? pid : null
}
