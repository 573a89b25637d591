import type pg from 'pg'

/** Where in a database a text stands: table, and how often in each of its rows. */
export interface Found {
  table: string
  times: number
  row: string
}

/**
 * Searches all columns of all tables.
 *
 * @param text letters and digits alone: in JSON others may be written otherwise
 */
export async function searchDatabase(db: pg.Pool, text: string): Promise<Found[]> {
  const { rows: tables } = await db.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`,
  )
  const found: Found[] = []
  for (const { name } of tables) {
    const { rows } = await db.query<{ row: string }>(
      `select t::text as row from ${name} t where strpos(t::text, $1) > 0`,
      [text],
    )
    for (const { row } of rows) {
      found.push({ table: name, times: row.split(text).length - 1, row })
    }
  }
  return found
}
