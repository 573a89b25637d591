import { randomBytes } from 'node:crypto'

import { runOn, withDatabase } from './template-database.ts'

/** A database of a test's own. */
export interface DatabaseCopy {
  url: string
  /** Removes it, whoever still has connections. */
  drop(): Promise<void>
}

/** Makes a copy of a template: all tables and no rows. */
export async function copyTemplate(templateUrl: string): Promise<DatabaseCopy> {
  const templateName = new URL(templateUrl).pathname.slice(1)
  const name = `kvytok_test_${process.pid}_${randomBytes(4).toString('hex')}`
  const serverUrl = withDatabase(templateUrl, 'postgres')
  // A database that somebody is connected to cannot be copied.
  await runOn(
    serverUrl,
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${templateName}'`,
  )
  // file_copy is several times faster than wal_log where nobody waits for the disk.
  await runOn(serverUrl, `create database ${name} template ${templateName} strategy file_copy`)
  return {
    url: withDatabase(templateUrl, name),
    // A process that a test killed may still have connections.
    drop: () => runOn(serverUrl, `drop database ${name} with (force)`),
  }
}
