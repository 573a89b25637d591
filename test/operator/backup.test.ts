import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'

import { runCommand } from '../../src/operator/run-command.ts'
import { lockDesk } from '../../src/storage/desk-lock.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { createEmptyDatabase } from '../support/empty-database.ts'

let folder: string
let db: TestDatabase
let file: string

/** What breaks a format of lines: its own end, separators, quotes, and much of everything. */
const words = ['\\.', 'a\nb\r\n\t\\N\\', '"quotes"', 'Ґанок 👩‍👩‍👧', '', ' ', 'x'.repeat(300_000)]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kvytok-backup-'))
  db = await createTestDatabase()
  const { pool } = db.database
  await pool.query(`insert into person (name) values ('Olena'), ('Ivan')`)
  await pool.query(
    `insert into ticket (type_key, subject, priority, requester_id, entered_at, key_data, draft_id,
                         created_at, tags)
     select 'idea', w, 'normal', 1, now(), jsonb_build_object('text', w), 'draft' || n, now(), array[left(w, 20)]
     from unnest($1::text[]) with ordinality as u(w, n)`,
    [words],
  )
  await pool.query(
    `insert into message (ticket_number, seq, kind, author, person_id, purpose, text, sent_at)
     select number, 1, 'public', 'client', 1, 'description', subject, now() from ticket`,
  )
  await pool.query(
    `insert into setting (key, value) values ('poll_offset:42', '77'), ('other', '1')`,
  )
})
afterAll(async () => {
  await db.drop()
  await rm(folder, { recursive: true, force: true })
})
let counter = 0
beforeEach(() => {
  counter += 1
  file = join(folder, `desk-${String(counter)}.backup`)
})

const type = (url: string, ...words: string[]) =>
  runCommand(words, { BOT_TOKEN: '42:token', DATABASE_URL: url })

async function backedUp(): Promise<void> {
  const { code, text } = await type(db.url, 'backup', file)
  if (code !== 0) throw new Error(text)
}

async function emptyDatabase(): Promise<TestDatabase> {
  const empty = await createEmptyDatabase()
  onTestFinished(() => empty.drop())
  return empty
}

/** Of every table that there is, how many rows it has and what they say. */
async function contents({ database: { pool } }: TestDatabase): Promise<Record<string, string>> {
  const { rows } = await pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public'
     order by 1`,
  )
  const said: Record<string, string> = {}
  for (const { name } of rows) {
    const { rows: all } = await pool.query<{ row: string }>(
      `select t::text as row from ${name} t order by 1`,
    )
    const hash = createHash('sha256').update(all.map(({ row }) => row).join('\n'))
    said[name] = `${String(all.length)} ${hash.digest('hex')}`
  }
  return said
}

/** A backup whose lines were changed by somebody. */
async function forge(change: (lines: string) => string): Promise<void> {
  await backedUp()
  const lines = gunzipSync(await readFile(file)).toString('utf8')
  await writeFile(file, gzipSync(change(lines)))
}

test('what a backup holds is what comes back, every table of it, whatever people wrote', async () => {
  await backedUp()
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(await readdir(folder)).not.toContain(`${file}.part`)
  const empty = await emptyDatabase()
  const { code, text } = await type(empty.url, 'restore', file)
  expect([code, text]).toEqual([0, expect.stringMatching(/7 tickets, 7 messages\.\n/)])
  const before = await contents(db)
  const after = await contents(empty)
  expect(Object.keys(after)).toEqual(Object.keys(before))
  // What a restore changes on purpose, and when the migrations were applied.
  for (const changed of ['setting', '_prisma_migrations']) {
    delete before[changed]
    delete after[changed]
  }
  expect(after).toEqual(before)
})
