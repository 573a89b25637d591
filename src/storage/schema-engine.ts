import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
} from '@prisma/driver-adapter-utils'
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import pg from 'pg'
import type { MigrationFile } from './migration-files.ts'

const require = createRequire(import.meta.url)
const noFilters = { externalTables: [], externalEnums: [] }

// The compiler's library for Node lacks it.
declare const WebAssembly: {
  instantiate(
    bytes: Uint8Array,
    imports: Record<string, unknown>,
  ): Promise<{ instance: { exports: { __wbindgen_start(): void } } }>
}

/** Prisma's migration engine, compiled to WebAssembly: some 5 MB, so load it only when needed. */
export interface Engine {
  /** Applies what `_prisma_migrations` lacks; returns the names. */
  apply(migrations: MigrationFile[]): Promise<string[]>
  /** SQL that leads from the migrations (or from nothing) to the schema; empty when they agree. */
  diff(from: MigrationFile[], schema: string): Promise<string>
}

/** @param client a connection on which every statement of the engine runs */
export async function loadSchemaEngine(client: pg.Client): Promise<Engine> {
  const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const path = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const bytes = await readFile(path.replace(/\.js$/, '.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': bindings })
  bindings.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()

  let scriptError: unknown
  const adapters = new PrismaPg(poolOf(client))
  const connect = async (): Promise<SqlDriverAdapter> => {
    const adapter = await adapters.connect()
    adapter.executeScript = async (script) => {
      try {
        // Prisma's own cuts a script at each semicolon, also at those in texts and comments.
        await client.query(script)
      } catch (error) {
        scriptError = error
        throw error
      }
    }
    return adapter
  }
  const { provider, adapterName } = adapters
  const factory = bindMigrationAwareSqlAdapterFactory({
    provider,
    adapterName,
    connect,
    connectToShadowDb: connect,
  })
  const engineOf = (datamodels: [string, string][]): Promise<SchemaEngine> =>
    bindings.SchemaEngine.new({ datamodels }, () => undefined, factory)

  return {
    async apply(migrations) {
      const engine = await engineOf([
        ['schema.prisma', 'datasource db {\n provider = "postgresql"\n}'],
      ])
      const migrationsList = listOf(migrations)
      try {
        const result = await engine.applyMigrations({ migrationsList, filters: noFilters })
        return result.appliedMigrationNames
      } catch (error) {
        // The engine fails once more when it notes the failure in a transaction that is over.
        const cause = scriptError ?? error
        const reason = cause instanceof Error ? cause.message : String(cause)
        throw new Error(`A migration failed and was undone: ${reason}`, { cause })
      }
    },
    async diff(from, schema) {
      const files = [{ path: 'schema.prisma', content: schema }]
      const engine = await engineOf([['schema.prisma', schema]])
      const { stdout } = await engine.diff({
        from: from.length === 0 ? { tag: 'empty' } : { tag: 'migrations', ...listOf(from) },
        to: { tag: 'schemaDatamodel', files },
        script: true,
        exitCode: null,
        filters: noFilters,
      })
      return stdout ?? ''
    },
  }
}

/** A pool that is this one connection, so that all the engine does is in one transaction. */
function poolOf(client: pg.Client): pg.Pool {
  const pool = new pg.Pool()
  pool.query = client.query.bind(client) as typeof pool.query
  return pool
}

function listOf(migrations: MigrationFile[]): MigrationList {
  return {
    baseDir: 'prisma/migrations',
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  }
}
