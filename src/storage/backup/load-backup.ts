import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { pipeline } from 'node:stream/promises'
import { loadSchemaEngine } from '../schema-engine.ts'
import type { Queryable } from '../sql.ts'
import { endConnection } from '../lock-attempt.ts'
import type { CheckedBackup } from './check-backup.ts'
import { connectForCopy } from './connect.ts'
import { copyTarget } from './dump.ts'
import { readBackup, type BackupPart } from './read-backup.ts'
import { isEmpty, readTables } from './shape.ts'

export type LoadVerdict<T> =
  | { ok: true; done: T }
  /** Somebody's tables are there. */
  | { ok: false; reason: 'not_empty' }

/**
 * Makes the tables as they were and fills them, in one transaction: a restore that breaks off leaves
 * the database as it was. Rejects when the file or the database fails meanwhile.
 *
 * @param then what follows in the same transaction
 */
export async function loadBackup<T>(
  url: string,
  backup: CheckedBackup,
  then: (tx: Queryable) => Promise<T>,
): Promise<LoadVerdict<T>> {
  const client = await connectForCopy(url)
  try {
    if (!(await isEmpty(client))) return { ok: false, reason: 'not_empty' }
    await client.query('begin')
    // A migration uses enum values in the transaction that made their type: PostgreSQL allows that.
    await (await loadSchemaEngine(client)).apply(backup.migrations)
    await expectSameTables(client, backup)
    await copyAll(client, backup)
    for (const { name, last } of backup.foot.sequences) {
      if (last === null) continue
      await client.query('select setval(quote_ident($1)::regclass, $2)', [name, last])
    }
    const done = await then(client)
    await client.query('commit')
    await client.query('analyze')
    return { ok: true, done }
  } finally {
    // Without a commit it rolls back.
    await endConnection(client)
  }
}

async function expectSameTables(client: pg.Client, { head }: CheckedBackup): Promise<void> {
  const present = JSON.stringify(await readTables(client))
  if (present !== JSON.stringify(head.tables)) {
    throw new Error('the tables of the backup are not those that its migrations make')
  }
}

async function copyAll(client: pg.Client, { file, head, foot }: CheckedBackup): Promise<void> {
  const columnsOf = new Map(head.tables.map(({ name, columns }) => [name, columns]))
  const parts = readBackup(file)
  let part = await next(parts)
  while (part !== null) {
    if (part.kind !== 'table') {
      part = await next(parts)
      continue
    }
    const { name } = part
    let after: BackupPart | null = null
    const rows = async function* (): AsyncGenerator<Buffer> {
      for (after = await next(parts); after?.kind === 'rows'; after = await next(parts)) {
        yield after.bytes
      }
    }
    const target = client.query(
      copyFrom(`copy ${copyTarget(name, columnsOf.get(name) ?? [])} from stdin`),
    )
    await pipeline(rows, target)
    if (target.rowCount !== foot.rows[name]) throw new Error(`rows of ${name} are missing`)
    part = after
  }
}

/** The file was checked; what is wrong with it now happened meanwhile. */
async function next(parts: AsyncGenerator<BackupPart, undefined>): Promise<BackupPart | null> {
  const { value } = await parts.next()
  if (value?.kind === 'unusable') throw new Error('the backup was changed while it was read')
  return value ?? null
}
