import { copyFile, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrate } from '../../src/storage/migrate.ts'
import { readMigrations } from '../../src/storage/migration-files.ts'
import { loadSchemaEngine } from '../../src/storage/schema-engine.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

let given: TestDatabase
let folder: string

beforeEach(async () => {
  given = await createTestDatabase()
  folder = await mkdtemp(join(tmpdir(), 'kvytok-migrations-'))
  await cp('prisma/migrations', folder, { recursive: true })
})
afterEach(async () => {
  await given.drop()
  await rm(folder, { recursive: true })
})

const addMigration = async (name: string, sql: string): Promise<void> => {
  await mkdir(join(folder, name))
  await writeFile(join(folder, name, 'migration.sql'), sql)
}
const appliedNames = async (): Promise<string[]> => {
  const rows = await given.database.query<{ name: string }>({
    text: `select migration_name as name from _prisma_migrations
           where finished_at is not null order by started_at`,
  })
  return rows.map(({ name }) => name)
}
const emptyDatabase = () =>
  given.database.query({ text: 'drop schema public cascade; create schema public' })

test('the migrations come to what schema.prisma says', async () => {
  const schema = await readFile('prisma/schema.prisma', 'utf8')
  expect(await differenceTo(schema)).toBe('')
  // The comparison does see a difference where there is one.
  const bigger = `${schema}\nmodel Extra {\n  id Int @id\n}\n`
  expect(await differenceTo(bigger)).toContain('CREATE TABLE "Extra"')
})

/** The engine runs the migrations in an empty database and looks at what they made. */
async function differenceTo(schema: string): Promise<string> {
  await given.database.query({ text: 'drop schema public cascade' })
  const client = new pg.Client({ connectionString: given.url })
  await client.connect()
  try {
    const engine = await loadSchemaEngine(client)
    return await engine.diff(await readMigrations(), schema)
  } finally {
    await client.end()
  }
}

test('a migrated database has nothing to migrate, which one query tells', async () => {
  const statements: string[] = []
  const pool = {
    query: (statement: { text: string }) => {
      statements.push(statement.text)
      return given.database.pool.query(statement)
    },
  }
  // The address leads nowhere: no other connection is made.
  expect(await migrate({ database: { pool, url: 'postgresql://127.0.0.1:1/none' } })).toEqual([])
  expect(statements).toHaveLength(1)
  const names = (await readMigrations()).map(({ name }) => name)
  expect(await appliedNames()).toEqual(names)
})

test('programs that start at the same time migrate once', async () => {
  await emptyDatabase()
  const all = await Promise.all([1, 2, 3].map(() => migrate(given)))
  const names = (await readMigrations()).map(({ name }) => name)
  expect(all.flat()).toEqual(names)
  expect(await appliedNames()).toEqual(names)
})

test('a semicolon in a text or a comment does not end a statement', async () => {
  await addMigration(
    '29990101000000_semicolons',
    `-- one; two\ninsert into setting (key, value) values ('a', '";"'); -- three; four`,
  )
  expect(await migrate({ ...given, folder })).toEqual(['29990101000000_semicolons'])
  const [row] = await given.database.query<{ value: string }>({ text: 'select value from setting' })
  expect(row?.value).toBe(';')
})

test('a migration that fails leaves no trace and says what is wrong with it', async () => {
  await addMigration('29990101000000_good', 'create table good ()')
  await addMigration('29990102000000_bad', 'create table half (); select nonsense;')
  await expect(migrate({ ...given, folder })).rejects.toThrow('column "nonsense" does not exist')
  expect((await appliedNames()).at(-1)).toBe('29990101000000_good')
  await expect(given.database.query({ text: 'select from half' })).rejects.toThrow('half')

  await writeFile(join(folder, '29990102000000_bad', 'migration.sql'), 'create table whole ()')
  expect(await migrate({ ...given, folder })).toEqual(['29990102000000_bad'])
})

test('a migration may use an enum value that the one before it added', async () => {
  await addMigration('29990101000000_add', `alter type priority add value 'whenever'`)
  await addMigration(
    '29990102000000_use',
    `alter table ticket alter column priority set default 'whenever'`,
  )
  expect(await migrate({ ...given, folder })).toHaveLength(2)
})

test('a migration that was changed after it was applied is refused', async () => {
  const [first] = await readMigrations()
  await copyFile('package.json', join(folder, first!.name, 'migration.sql'))
  await expect(migrate({ ...given, folder })).rejects.toThrow('was changed after it was applied')
})

test('a database of a newer release is used, with a warning', async () => {
  await addMigration('29990101000000_future', 'create table future ()')
  await migrate({ ...given, folder })
  const warnings: object[] = []
  const log = { info: () => undefined, warn: (fields: object) => warnings.push(fields) }
  expect(await migrate({ ...given, log })).toEqual([])
  expect(warnings).toEqual([{ unknown: ['29990101000000_future'] }])
})
