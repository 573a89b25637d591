import pg from 'pg'
import type { StorageLog } from './database.ts'
import { readMigrations, type MigrationFile } from './migration-files.ts'
import type { Queryable } from './sql.ts'

interface AppliedRow {
  name: string
  checksum: string
  finished: boolean
}

/** The lock of `prisma migrate deploy`, so that it and we wait for each other as well. */
const prismaLockKey = 72707369

/**
 * Brings the database to the newest migration. When there is nothing to do it costs one query;
 * else Prisma's engine is loaded, and programs that start at the same time wait for each other.
 *
 * Each migration is one transaction together with its row in `_prisma_migrations`: a kill leaves
 * all of it or nothing.
 *
 * @returns the names of the migrations applied now
 */
export async function migrate({
  database,
  log,
  folder,
}: {
  database: { pool: Queryable; url: string }
  log?: StorageLog
  /** Default: prisma/migrations of this package. */
  folder?: string
}): Promise<string[]> {
  const migrations = await readMigrations(folder)
  const rows = await appliedRows(database.pool)
  warnOfNewer(migrations, rows, log)
  if (pendingOf(migrations, rows).length === 0) return []

  const client = new pg.Client({
    connectionString: database.url,
    options: '-c TimeZone=UTC',
    connectionTimeoutMillis: 5_000,
    statement_timeout: 600_000,
    lock_timeout: 120_000,
    keepAlive: true,
  })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(${prismaLockKey})`)
    const applied = await applyPending(client, migrations)
    log?.info({ applied }, 'The database was migrated')
    return applied
  } finally {
    await client.end()
  }
}

async function applyPending(client: pg.Client, migrations: MigrationFile[]): Promise<string[]> {
  const pending = pendingOf(migrations, await appliedRows(client))
  if (pending.length === 0) return []
  // Loaded here and not above: most starts have nothing to apply.
  const { loadSchemaEngine } = await import('./schema-engine.ts')
  const engine = await loadSchemaEngine(client)
  for (const next of pending) {
    await client.query('begin')
    // A migration may use a new enum value only in a later transaction than the one that adds it.
    await engine.apply(migrations.slice(0, migrations.indexOf(next) + 1))
    await client.query('commit')
  }
  return pending.map(({ name }) => name)
}

/** How a database stands to the migrations of this program, which it only reads. */
export async function compareMigrations(
  db: Queryable,
): Promise<{ all: number; pending: string[]; unknown: string[] }> {
  const migrations = await readMigrations()
  const rows = await appliedRows(db)
  return {
    all: migrations.length,
    pending: pendingOf(migrations, rows).map(({ name }) => name),
    unknown: unknownOf(migrations, rows),
  }
}

/** After a return to an older release: additions of the newer one usually do no harm. */
function warnOfNewer(migrations: MigrationFile[], rows: AppliedRow[], log?: StorageLog): void {
  const unknown = unknownOf(migrations, rows)
  if (unknown.length > 0) log?.warn({ unknown }, 'The database is newer than this program')
}

function unknownOf(migrations: MigrationFile[], rows: AppliedRow[]): string[] {
  const known = new Set(migrations.map(({ name }) => name))
  return rows.map(({ name }) => name).filter((name) => !known.has(name))
}

/** Throws when what was applied is not what the files say. */
function pendingOf(migrations: MigrationFile[], applied: AppliedRow[]): MigrationFile[] {
  const byName = new Map(applied.map((row) => [row.name, row]))
  return migrations.filter(({ name, checksum }) => {
    const row = byName.get(name)
    if (row === undefined) return true
    if (!row.finished) throw new Error(`Migration ${name} failed half-way, outside of this program`)
    if (row.checksum !== checksum)
      throw new Error(`Migration ${name} was changed after it was applied`)
    return false
  })
}

async function appliedRows(db: Queryable): Promise<AppliedRow[]> {
  try {
    const { rows } = await db.query({
      text: `select migration_name as name, checksum, finished_at is not null as finished
             from _prisma_migrations where rolled_back_at is null`,
    })
    return rows as AppliedRow[]
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === undefinedTable) return []
    throw error
  }
}

const undefinedTable = '42P01'
