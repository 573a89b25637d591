import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../src/storage/embedded/start-embedded.ts'
import { readMigrations } from '../src/storage/migration-files.ts'
import { loadSchemaEngine } from '../src/storage/schema-engine.ts'

// Writes prisma/migrations/<time>_<name>: what leads from the migrations there to the schema.
const name = process.argv[2]
if (name === undefined || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('Usage: node --import tsx scripts/new-migration.ts name_in_snake_case')
  process.exit(1)
}
const folder = 'prisma/migrations'
await mkdir(folder, { recursive: true })
const sql = await diff()
if (sql === '') console.log('The migrations agree with prisma/schema.prisma: nothing to write.')
else {
  const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const target = join(folder, `${time}_${name}`)
  await mkdir(target)
  await writeFile(join(target, 'migration.sql'), sql)
  await writeFile(join(folder, 'migration_lock.toml'), 'provider = "postgresql"\n')
  console.log(`Wrote ${target}/migration.sql. Read it: indexes that Prisma cannot say stay yours.`)
}

/** The database on which the engine runs the migrations, to see what they come to, is thrown away. */
async function diff(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'kvytok-migration-'))
  const log = { info: () => undefined, warn: console.warn }
  try {
    const server = await startEmbedded({ dataDir, log, durable: false })
    if (!server.ok) throw new Error(server.message)
    const client = new pg.Client({ connectionString: server.url })
    try {
      await client.connect()
      const engine = await loadSchemaEngine(client)
      return await engine.diff(
        await readMigrations(),
        await readFile('prisma/schema.prisma', 'utf8'),
      )
    } finally {
      await client.end()
      await server.stop()
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}
