import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type * as Bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type pg from 'pg'
import { createEngineAdapters } from './engine-adapters.ts'
import type { MigrationFile } from './migration-files.ts'

const require = createRequire(import.meta.url)
const emptyMigration = '-- This is an empty migration.'
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
  bindings ??= loadBindings()
  const { SchemaEngine } = await bindings
  const adapters = createEngineAdapters(client)
  const factory = bindMigrationAwareSqlAdapterFactory(adapters)
  const engineOf = (datamodels: [string, string][]): Promise<Bindings.SchemaEngine> =>
    SchemaEngine.new({ datamodels }, () => undefined, factory)

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
        const first = adapters.scriptError() ?? error
        const reason = first instanceof Error ? first.message : String(first)
        throw new Error(`A migration failed and was undone: ${reason}`, { cause: error })
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
      return stdout === null || stdout.startsWith(emptyMigration) ? '' : stdout
    },
  }
}

// The generated bindings know one instance; a second one would pull the memory from under the first.
let bindings: Promise<typeof Bindings> | undefined

async function loadBindings(): Promise<typeof Bindings> {
  const loaded = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const path = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const bytes = await readFile(path.replace(/\.js$/, '.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': loaded })
  // Where the engine reports that it gave up; without it the reason would be lost.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message(message: string) {
        throw new Error(`Prisma's migration engine gave up: ${message}`)
      },
    },
  })
  loaded.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return loaded
}

function listOf(migrations: MigrationFile[]): Bindings.MigrationList {
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
