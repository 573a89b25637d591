import type { Queryable } from '../../src/storage/sql.ts'

/** A column of the schema, as `table.column`, with its type in the catalogue. */
export interface Column {
  table: string
  column: string
  type: string
}

/** Every column of every table there is, but the list of migrations. */
export async function everyColumn(db: Queryable): Promise<Column[]> {
  const { rows } = await db.query({
    text: `select table_name as table, column_name as column, data_type as type
           from information_schema.columns
           where table_schema = 'public' and table_name not like '\\_prisma%'
           order by table_name, ordinal_position`,
  })
  return rows as Column[]
}

/** Whether a column can hold words. */
export function holdsWords({ type }: Column): boolean {
  return ['text', 'character varying', 'json', 'jsonb', 'ARRAY', 'bytea'].includes(type)
}

/**
 * The columns that hold one of some values, each as `table.column`.
 *
 * @param pattern a regular expression of PostgreSQL for a value cast to text
 */
export async function columnsHolding(
  db: Queryable,
  columns: Column[],
  pattern: string,
): Promise<string[]> {
  const found: string[] = []
  for (const { table, column } of columns) {
    const { rows } = await db.query({
      text: `select 1 from "${table}" where "${column}"::text ~* $1 limit 1`,
      values: [pattern],
    })
    if (rows.length > 0) found.push(`${table}.${column}`)
  }
  return found
}

/** Rows in which something stands, of every table, each as `table {...}`. */
export async function rowsHolding(
  db: Queryable,
  columns: Column[],
  pattern: string,
): Promise<string[]> {
  const found: string[] = []
  for (const table of new Set(columns.map((one) => one.table))) {
    const { rows } = await db.query({
      text: `select to_jsonb(r)::text as row from "${table}" r where to_jsonb(r)::text ~* $1`,
      values: [pattern],
    })
    found.push(...(rows as { row: string }[]).map(({ row }) => `${table} ${row}`))
  }
  return found.sort()
}
