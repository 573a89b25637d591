import type { Queryable } from '../sql.ts'

/** A table whose rows a backup holds. */
export interface BackupTable {
  name: string
  columns: string[]
}

/** Where the numbers of a column go on. */
export interface BackupSequence {
  name: string
  /** The last that was given out; null before the first. */
  last: number | null
}

/** Prisma's own: its rows come with the migrations themselves. */
const migrationsTable = '_prisma_migrations'

/**
 * Every table of the schema but the list of migrations, found in the catalogue so that none is
 * forgotten; one that refers to another comes after it.
 *
 * Throws when two refer to each other: their rows could not be written one after the other.
 */
export async function readTables(db: Queryable): Promise<BackupTable[]> {
  const { rows } = await db.query({
    text: `select c.relname as name,
             (select json_agg(a.attname order by a.attnum) from pg_attribute a
              where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                and a.attgenerated = '') as columns,
             coalesce((select json_agg(distinct p.relname) from pg_constraint f
              join pg_class p on p.oid = f.confrelid
              where f.conrelid = c.oid and f.contype = 'f' and p.oid <> c.oid), '[]') as parents
           from pg_class c
           where c.relkind in ('r', 'p') and c.relnamespace = current_schema()::regnamespace
             and c.relname <> $1
           order by c.relname`,
    values: [migrationsTable],
  })
  return parentsFirst(rows as (BackupTable & { parents: string[] })[])
}

function parentsFirst(tables: (BackupTable & { parents: string[] })[]): BackupTable[] {
  const ordered: BackupTable[] = []
  const placed = new Set<string>()
  let waiting = tables
  while (waiting.length > 0) {
    const next = waiting.filter(({ parents }) => parents.every((parent) => placed.has(parent)))
    if (next.length === 0) {
      const names = waiting.map(({ name }) => name).join(', ')
      throw new Error(`These tables refer to each other: ${names}`)
    }
    for (const { name, columns } of next) {
      ordered.push({ name, columns })
      placed.add(name)
    }
    waiting = waiting.filter(({ name }) => !placed.has(name))
  }
  return ordered
}

/** Every sequence of the schema. What they say is of no transaction: the newest there is. */
export async function readSequences(db: Queryable): Promise<BackupSequence[]> {
  const { rows } = await db.query({
    text: `select sequencename as name, last_value as last from pg_sequences
           where schemaname = current_schema() order by 1`,
  })
  return (rows as { name: string; last: string | number | null }[]).map(({ name, last }) => ({
    name,
    last: last === null ? null : Number(last),
  }))
}

/** Whether the schema holds nothing at all, not even an empty table; what extensions brought aside. */
export async function isEmpty(db: Queryable): Promise<boolean> {
  const { rows } = await db.query({
    text: `select from (
             select 'pg_class'::regclass as kind, oid, relnamespace as home from pg_class
             union all select 'pg_type'::regclass, oid, typnamespace from pg_type
           ) as o
           where o.home = current_schema()::regnamespace and not exists (
             select from pg_depend d
             where d.classid = o.kind and d.objid = o.oid and d.deptype in ('e', 'i'))
           limit 1`,
  })
  return rows.length === 0
}
