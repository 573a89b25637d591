import { PrismaPg } from '@prisma/adapter-pg'
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import pg from 'pg'

// Numbers of types in pg_type: https://www.postgresql.org/docs/18/catalog-pg-type.html
const char = 18
const text = 25

/**
 * Prisma's adapter as its migration engine needs it: every statement goes over the one connection,
 * so that a migration can be one transaction.
 */
export function createEngineAdapters(client: pg.Client): SqlMigrationAwareDriverAdapterFactory & {
  /** What went wrong in a script, before the engine stumbled over the consequences. */
  scriptError(): unknown
} {
  let scriptError: unknown
  /** By the rows of a result: which of its columns have the type "char". */
  const letters = new WeakMap<unknown[], number[]>()

  const query = async (config: pg.QueryConfig): Promise<pg.QueryResult> => {
    const result = await client.query(config)
    const columns = result.fields.flatMap((field, at) => (field.dataTypeID === char ? [at] : []))
    for (const at of columns) Object.assign(result.fields[at] ?? {}, { dataTypeID: text })
    letters.set(result.rows, columns)
    return result
  }
  const pool = new pg.Pool()
  // The adapter listens to it once for each migration, and Node takes more than ten for a leak.
  pool.setMaxListeners(0)
  pool.query = query as typeof pool.query
  const adapters = new PrismaPg(pool)

  async function connect(): Promise<SqlDriverAdapter> {
    const adapter = await adapters.connect()
    const queryRaw = adapter.queryRaw.bind(adapter)
    // The adapter does not know "char", the type of a single letter, and refuses the catalogue of
    // PostgreSQL's constraints because of it; the engine insists on that type.
    adapter.queryRaw = async (statement) => {
      const result = await queryRaw(statement)
      for (const at of letters.get(result.rows) ?? []) {
        result.columnTypes[at] = ColumnTypeEnum.Character
      }
      return result
    }
    // The adapter's own cuts a script at each semicolon, also at those in texts and comments.
    adapter.executeScript = async (script) => {
      try {
        await client.query(script)
      } catch (error) {
        scriptError = error
        throw error
      }
    }
    return adapter
  }

  return {
    provider: adapters.provider,
    adapterName: adapters.adapterName,
    connect,
    connectToShadowDb: connect,
    scriptError: () => scriptError,
  }
}
