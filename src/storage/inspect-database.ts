import { statement, type Queryable } from './sql.ts'

/** What a server says of itself and of one database on it. */
export interface DatabaseFacts {
  /** As people say it: `18.1`. */
  version: string
  /** Of the release: 18. */
  major: number
  bytes: number
  /** The server's clock when it answered. */
  clock: Date
}

const select = statement<DatabaseFacts>(
  'database_facts',
  `select split_part(current_setting('server_version'), ' ', 1) as version,
          current_setting('server_version_num')::int / 10000 as major,
          pg_database_size(current_database()) as bytes,
          clock_timestamp() as clock`,
)

/** Asks a server what and how large it is, and how late it is there. */
export async function inspectDatabase(db: Queryable): Promise<DatabaseFacts> {
  const [facts] = await select(db)
  if (facts === undefined) throw new Error('The database told nothing of itself')
  return facts
}
