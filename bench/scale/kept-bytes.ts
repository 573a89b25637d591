import pg from 'pg'

/** What one table takes, in bytes. */
export interface KeptBytes {
  table: string
  rows: number
  heap: number
  toast: number
  indexes: number
}

/** The same of the database at an address. */
export async function readKept(url: string): Promise<KeptBytes[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return keptBytes(client).finally(() => client.end())
}

/** What each table with rows takes on the disk, the largest first; after a vacuum it is exact. */
export async function keptBytes(client: Pick<pg.ClientBase, 'query'>): Promise<KeptBytes[]> {
  const { rows } = await client.query<KeptBytes>(
    `select c.relname as table, greatest(c.reltuples, 0)::float8 as rows,
       pg_relation_size(c.oid)::float8 as heap,
       (pg_table_size(c.oid) - pg_relation_size(c.oid))::float8 as toast,
       pg_indexes_size(c.oid)::float8 as indexes
     from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
       and c.relname not like '\\_prisma%' and pg_relation_size(c.oid) > 0
     order by pg_total_relation_size(c.oid) desc`,
  )
  return rows
}
