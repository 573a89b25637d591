import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest'

import { patience } from '../../sandbox/patience.ts'
import { runCommand } from '../../src/operator/run-command.ts'
import { numberMargin } from '../../src/services/restore/number-margin.ts'
import { settleRestored } from '../../src/services/restore/settle-restored.ts'
import { lockDesk } from '../../src/storage/desk-lock.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { createEmptyDatabase } from '../support/empty-database.ts'

vi.setConfig({ testTimeout: 60_000 * patience })

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
  const changed = { setting: '', _prisma_migrations: '' }
  expect(Object.assign(after, changed)).toEqual(Object.assign(before, changed))
})

test('no number comes twice, and nothing leaves or is handled by itself', async () => {
  const source = await createTestDatabase()
  onTestFinished(() => source.drop())
  await source.database.pool.query(
    `insert into person (name) values ('Olena');
     insert into outbox (dedup_key, lane, kind, payload, state, claimed_by)
     values ('a', 'staff', 'say', '{}', 'pending', null), ('b', 'staff', 'put', '{}', 'sending', 'run'),
            ('c', 'callback:1', 'answer', '{}', 'retry', null), ('d', 'staff', 'say', '{}', 'sent', null);
     insert into inbound_update (bot_id, update_id, lane, payload, state)
     values (42, 5, 'user:7', '{}', 'pending'), (42, 6, 'user:7', '{}', 'done');
     insert into dialogue (key, state) values ('7:7', '{}');
     insert into setting (key, value) values ('poll_offset:42', '77'), ('staff_chat', '{"id": -1}')`,
  )
  await source.database.pool.query(`select setval('ticket_number_seq', 42)`)
  expect((await type(source.url, 'backup', file)).code).toBe(0)
  const empty = await emptyDatabase()
  const { text } = await type(empty.url, 'restore', file)
  expect(text.split('\n').slice(1)).toEqual([
    expect.stringMatching(/^Tickets go on from #1043: it held no ticket/),
    expect.stringMatching(/^What happened after the backup is lost here\./),
    expect.stringMatching(/^2 messages and changes were about to leave .* outbox list/),
    expect.stringMatching(/^1 update waited and may have been handled: .* dead list/),
    expect.stringMatching(/^Updates are fetched from the first that Telegram still has/),
    expect.stringMatching(/^1 person was in the midst of a form/),
    expect.stringMatching(/^Whoever was erased after the backup is here again/),
  ])
  const { pool } = empty.database
  const rows = async (query: string) => (await pool.query<Record<string, unknown>>(query)).rows
  expect(await rows('select dedup_key as key, state, error from outbox order by 1')).toEqual([
    { key: 'a', state: 'unknown', error: expect.stringContaining('may have arrived') as string },
    { key: 'b', state: 'unknown', error: expect.stringContaining('may have arrived') as string },
    { key: 'c', state: 'merged', error: expect.any(String) as string },
    { key: 'd', state: 'sent', error: null },
  ])
  expect(await rows('select update_id as id, state from inbound_update order by 1')).toEqual([
    { id: 5, state: 'dead' },
    { id: 6, state: 'done' },
  ])
  // As the report says: an operator lets it be handled again.
  expect(await type(empty.url, 'dead', 'retry', '5')).toEqual({
    code: 0,
    text: 'Update 5 is handled again.',
  })
  expect(await rows('select key from setting')).toEqual([{ key: 'staff_chat' }])
  expect(await rows('select key from dialogue')).toEqual([])
  const sequences = await rows('select sequencename as name, last_value as last from pg_sequences')
  for (const { name, last } of sequences) {
    expect(last, String(name)).toBeGreaterThanOrEqual(name === 'ticket_number_seq' ? 1_042 : 1e6)
  }
})

test('a desk that opens many tickets jumps further', () => {
  const madeAt = new Date('2026-11-20T00:00:00Z')
  const later = new Date('2026-11-26T00:00:00Z')
  expect(numberMargin({ lastMonth: 3_000, madeAt }, later)).toBe(6_000)
  expect(numberMargin({ lastMonth: 3_000, madeAt }, madeAt)).toBe(1_000)
  expect(numberMargin({ lastMonth: 3_000, madeAt: later }, madeAt)).toBe(1_000)
})

test('of a desk that opens many tickets the next one is beyond all that people may hold', async () => {
  const source = await createTestDatabase()
  onTestFinished(() => source.drop())
  const { pool } = source.database
  await pool.query(
    `with requester as (insert into person (name) values ('Olena') returning id)
     insert into ticket (type_key, subject, priority, requester_id, entered_at, created_at, draft_id, key_data)
     select 'idea', 'one', 'normal', id, $1, $1, 'draft' || n, '{}'
     from requester, generate_series(1, 300) as n`,
    [new Date('2026-10-01T00:00:00Z')],
  )
  const madeAt = new Date('2026-10-02T00:00:00Z')
  const settled = await settleRestored(pool, madeAt, new Date('2026-11-01T00:00:00Z'))
  expect(settled).toMatchObject({ lastTicket: 300, nextTicket: 3_301 })
})

type Spoiled = [what: string, spoil: () => Promise<void>, said: RegExp]
const spoiled: Spoiled[] = [
  [
    'that is not there',
    () => Promise.resolve(),
    /cannot be read: there is no such file or folder\.$/,
  ],
  ['that is empty', () => writeFile(file, ''), /damaged or its end is missing/],
  ['that is no gzip', () => writeFile(file, 'hello'), /is no backup of this program\.$/],
  ['of another program', () => writeFile(file, gzipSync('{"a":1}\n')), /is no backup of this/],
  ['of endless zeros', () => writeFile(file, gzipSync(Buffer.alloc(3e6))), /is no backup of this/],
  ['whose end is cut off', () => cutOff(1_000), /damaged or its end is missing/],
  ['whose last byte is missing', () => cutOff(1), /damaged or its end is missing/],
  [
    'without its last line',
    () => forge((all) => all.slice(0, all.lastIndexOf('\n{"rows"') + 1)),
    /damaged/,
  ],
  ['in which a word was changed', () => forge((all) => all.replace('Olena', 'Elona')), /damaged/],
  [
    'in which a row is missing',
    () => forge((all) => all.replace(/\n\d+\tIvan[^\n]*/, '')),
    /damaged/,
  ],
  ['with more behind its end', () => forge((all) => `${all}{}\n`), /damaged/],
  [
    'of a newer format',
    () =>
      forge((all) => all.replace('"format":1,"version":"0.1.0"', '"format":2,"version":"9.0.0"')),
    /was made by a newer version \(9\.0\.0\): restore it with that one\.$/,
  ],
  [
    'with a migration that nobody knows',
    () => resign((all) => all.replace('20261123065416_desk', '20361123065416_desk')),
    /was made by a newer version \(\d+\.\d+\.\d+\)/,
  ],
  [
    'of another build',
    () => resign((all) => all.replace(/"checksum":"\w{4}/, '"checksum":"0000')),
    /made by another build, whose migration 20261123065416_desk differs/,
  ],
]

async function cutOff(bytes: number): Promise<void> {
  await backedUp()
  const whole = await readFile(file)
  await writeFile(file, whole.subarray(0, whole.length - bytes))
}

/** Changed by somebody who also knows how it is proved. */
function resign(change: (lines: string) => string): Promise<void> {
  return forge((all) => {
    const start = all.lastIndexOf('\n{"rows"') + 1
    const body = change(all.slice(0, start))
    const sha256 = createHash('sha256').update(body).digest('hex')
    return body + all.slice(start).replace(/"sha256":"\w+"/, `"sha256":"${sha256}"`)
  })
}

test('a file that cannot be restored is refused in one sentence, and nothing is written', async () => {
  const empty = await emptyDatabase()
  for (const [what, spoil, said] of spoiled) {
    file = join(folder, `${what.replaceAll(' ', '-')}.backup`)
    await spoil()
    const { code, text } = await type(empty.url, 'restore', file)
    expect(code, what).toBe(1)
    expect(text, what).toMatch(said)
    expect(text.split('\n'), what).toHaveLength(1)
  }
  expect(await contents(empty)).toEqual({})
})

test('a restore overwrites nothing, and waits for no desk', async () => {
  await backedUp()
  expect(await type(db.url, 'restore', file)).toEqual({
    code: 1,
    text:
      'The database is not empty, and a restore overwrites nothing: ' +
      'name an empty one in DATABASE_URL.',
  })
  const empty = await emptyDatabase()
  const log = { info: () => undefined, warn: () => undefined }
  const locked = await lockDesk({ url: empty.url, waitMs: 0, log })
  if (!locked.ok) throw new Error(locked.message)
  try {
    const { code, text } = await type(empty.url, 'restore', file)
    expect(code).toBe(1)
    expect(text).toMatch(
      /works with this database: stop it, or give this one a DATABASE_URL of its/,
    )
  } finally {
    await locked.lock.release()
  }
})

test('a restore that breaks off leaves the database empty', async () => {
  await resign((all) => all.replace(/\t42\t|Olena/, 'Olena\ttoo many columns'))
  const empty = await emptyDatabase()
  const { code, text } = await type(empty.url, 'restore', file)
  expect(code).toBe(1)
  expect(text).toMatch(/^The database cannot be used: /)
  expect(await contents(empty)).toEqual({})
})

test('a backup overwrites no file, and leaves none where it cannot be written', async () => {
  await writeFile(file, 'mine')
  expect((await type(db.url, 'backup', file)).text).toBe(
    `${file} is there already: name a file that is not.`,
  )
  expect(await readFile(file, 'utf8')).toBe('mine')
  await writeFile(`${file}.2.part`, 'half')
  expect((await type(db.url, 'backup', `${file}.2`)).text).toMatch(
    /\.2\.part is there already: another backup is being written, or one was broken off/,
  )
  const nowhere = join(folder, 'no', 'folder')
  expect((await type(db.url, 'backup', nowhere)).text).toBe(
    `${nowhere} cannot be written: there is no such file or folder. Nothing was left there.`,
  )
})

test('a disk that is full while the backup is written is named, and nothing is left there', () => {
  const { status, stderr } = spawnSync(
    'sh',
    [
      '-c',
      'ulimit -f 1; exec "$0" --import tsx src/operator/main.ts backup "$1"',
      process.execPath,
      file,
    ],
    {
      encoding: 'utf8',
      env: {
        PATH: process.env['PATH'],
        BOT_TOKEN: '42:token',
        DATABASE_URL: db.url,
        TSX_DISABLE_CACHE: '1',
      },
    },
  )
  expect([status, stderr.trim()]).toEqual([
    1,
    `${file} cannot be written: a file may not become so large. Nothing was left there.`,
  ])
  expect([existsSync(file), existsSync(`${file}.part`)]).toEqual([false, false])
})
