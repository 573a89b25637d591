import { createHash } from 'node:crypto'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { endOfRows, formatNumber, line, type BackupFoot, type BackupHead } from './format.ts'
import { readSequences, readTables } from './shape.ts'

/** What a backup holds, for whoever made it. */
export interface Dumped {
  at: Date
  rows: BackupFoot['rows']
}

/**
 * All rows of the database as they are at one instant, in the form of format.ts. A desk goes on
 * writing meanwhile: the transaction sees nothing of it and holds up nobody.
 *
 * @param client on which nothing else runs; its transaction is left open when this is broken off
 * @param version of this program
 */
export async function* dump(
  client: pg.Client,
  version: string,
): AsyncGenerator<Buffer, Dumped, undefined> {
  const hash = createHash('sha256')
  const hashed = (part: Buffer | string): Buffer => {
    hash.update(part)
    return typeof part === 'string' ? Buffer.from(part) : part
  }
  await client.query('begin transaction isolation level repeatable read, read only')
  const head = await readHead(client, version)
  yield hashed(line(head))
  const rows: BackupFoot['rows'] = {}
  for (const { name, columns } of head.tables) {
    yield hashed(line({ rowsOf: name }))
    const copied = client.query(copyTo(`copy ${copyTarget(name, columns)} to stdout`))
    for await (const chunk of copied) yield hashed(chunk as Buffer)
    yield hashed(endOfRows)
    rows[name] = copied.rowCount
  }
  const foot = { rows, sequences: await readSequences(client), sha256: hash.digest('hex') }
  await client.query('commit')
  yield Buffer.from(line(foot))
  return { at: new Date(head.at), rows }
}

async function readHead(client: pg.Client, version: string): Promise<BackupHead> {
  // The first statement that reads decides what all of them see.
  const { rows: instants } = await client.query<{ at: Date }>('select now() as at')
  const { rows: migrations } = await client.query<{ name: string; checksum: string }>(
    `select migration_name as name, checksum from _prisma_migrations
     where rolled_back_at is null and finished_at is not null order by 1`,
  )
  return {
    kvytok: 'backup',
    format: formatNumber,
    version,
    at: (instants[0]?.at ?? new Date()).toISOString(),
    migrations,
    tables: await readTables(client),
  }
}

/** A table with its columns, as COPY takes them. */
export function copyTarget(name: string, columns: string[]): string {
  return `${pg.escapeIdentifier(name)} (${columns.map(pg.escapeIdentifier).join(', ')})`
}
