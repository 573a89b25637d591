import pg from 'pg'

import { migrate } from '../../src/storage/migrate.ts'
import { openDatabase } from '../../src/storage/database.ts'
import type { Cast, Size } from './past.ts'
import { rowsOf } from './rows.ts'

/** The week that /stats looks at is the same in every database. */
const ticketsOfTheWeek = 500

/** Fills an empty database as if the desk had worked for years, in SQL. */
export async function fill(url: string, size: Size, cast: Cast): Promise<void> {
  const database = await openDatabase({ url, poolSize: 1 })
  await migrate({ database }).finally(() => database.close())
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`set session_replication_role = replica; set synchronous_commit = off;
      set maintenance_work_mem = '512MB'; set work_mem = '128MB'`)
    // It would do now, and again while commands are measured, what the vacuum at the end does.
    await setAutovacuum(client, false)
    const indexes = await dropIndexes(client)
    for (const statement of rowsOf(size, cast, ticketsOfTheWeek)) await client.query(statement)
    for (const statement of indexes) await client.query(statement)
    await client.query('vacuum analyze')
    await client.query('checkpoint')
    await setAutovacuum(client, true)
  } finally {
    await client.end()
  }
}

async function setAutovacuum(client: pg.Client, on: boolean): Promise<void> {
  await client.query(`alter system set autovacuum = ${on ? 'on' : 'off'}`)
  await client.query('select pg_reload_conf()')
}

/** An index is built faster than it grows; returned is what makes them again. */
async function dropIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i join pg_class c on c.oid = i.indexrelid
     where c.relnamespace = 'public'::regnamespace
       and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
       and c.relname not like '\\_prisma%'`,
  )
  for (const { name } of rows) await client.query(`drop index ${name}`)
  return rows.map(({ definition }) => definition)
}
