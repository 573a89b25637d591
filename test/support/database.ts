import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { openDatabase, type Database } from '../../src/storage/database.ts'
import { runOn, withDatabase } from './template-database.ts'

export interface TestDatabase {
  url: string
  database: Database
  /** Closes the database and removes it. */
  drop(): Promise<void>
}

/**
 * A database of its own with all tables and no rows: a copy of the run's template.
 *
 * @param options.copyOf the address of another one; whoever is connected to it is cut off
 */
export async function createTestDatabase({
  poolSize = 5,
  copyOf = inject('templateUrl'),
}: { poolSize?: number; copyOf?: string } = {}): Promise<TestDatabase> {
  const template = new URL(copyOf)
  const templateName = template.pathname.slice(1)
  const name = `kvytok_test_${process.pid}_${randomBytes(4).toString('hex')}`
  const serverUrl = withDatabase(template.href, 'postgres')
  await runOn(
    serverUrl,
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${templateName}'`,
  )
  // file_copy is several times faster than wal_log where nobody waits for the disk.
  await runOn(serverUrl, `create database ${name} template ${templateName} strategy file_copy`)
  const url = withDatabase(template.href, name)
  const database = await openDatabase({ url, poolSize })
  return {
    url,
    database,
    async drop() {
      await database.close()
      // A process that a test killed may still have connections.
      await runOn(serverUrl, `drop database ${name} with (force)`)
    },
  }
}
