import pg from 'pg'
import { openDatabase } from '../../src/storage/database.ts'
import { migrate } from '../../src/storage/migrate.ts'

/** Makes an empty, migrated database next to the one at `url`. */
export async function makeTemplate(url: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `kvytok_template_${process.pid}`
  await runOn(url, `drop database if exists ${name} with (force)`)
  await runOn(url, `create database ${name}`)
  const templateUrl = withDatabase(url, name)
  // A template must have no connection while it is copied.
  const database = await openDatabase({ url: templateUrl, poolSize: 1 })
  try {
    await migrate({ database })
  } finally {
    await database.close()
  }
  return {
    url: templateUrl,
    drop: () => runOn(url, `drop database if exists ${name} with (force)`),
  }
}

/** Runs one statement on a connection of its own. */
export async function runOn(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}

export function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}
