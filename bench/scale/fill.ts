import pg from 'pg'

import { takeLivedRows } from './lived-rows.ts'
import type { Cast, Life, Size } from './past.ts'
import { rowsOf } from './rows.ts'

/** The week that /stats looks at is the same in every database. */
const ticketsOfTheWeek = 500

/**
 * Fills a database as if the desk had worked for years, in SQL.
 *
 * @param life the one ticket that a desk has lived in it: the closed ones are as that is
 */
export async function fill(url: string, size: Size, cast: Cast, life: Life): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`set session_replication_role = replica; set synchronous_commit = off;
      set maintenance_work_mem = '512MB'; set work_mem = '128MB'`)
    // It would do now, and again while commands are measured, what the vacuum at the end does.
    await setAutovacuum(client, false)
    await fillRows(client, size, { cast, life, ofTheWeek: ticketsOfTheWeek })
    await client.query('checkpoint')
    await setAutovacuum(client, true)
  } finally {
    await client.end()
  }
}

/** The same on a connection that is there. */
export async function fillRows(
  client: pg.Client,
  size: Size,
  { cast, life, ofTheWeek }: { cast: Cast; life: Life; ofTheWeek: number },
): Promise<void> {
  const lived = await takeLivedRows(client, cast, life)
  const indexes = await dropIndexes(client)
  for (const statement of rowsOf(size, cast, { ofTheWeek, lived })) await client.query(statement)
  for (const statement of indexes) await client.query(statement)
  await client.query('vacuum analyze')
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
