import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { runCommand } from '../../src/operator/run-command.ts'
import { claimRows } from '../../src/services/notifier/outbox.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

let db: TestDatabase

beforeAll(async () => {
  db = await createTestDatabase()
})
afterAll(() => db.drop())

/** What stands in the outbox before each test, by id. */
beforeEach(async () => {
  await db.database.pool.query(
    `truncate outbox;
     insert into outbox (id, dedup_key, lane, kind, payload, state, attempts, error, created_at)
     values (1, 'a', 'person:7', 'say', '{"text": "secret words"}', 'dead', 1, '400: no', '2026-11-26T10:00:01Z'),
            (2, 'b', 'topic:12', 'relay', '{"text": "secret words"}', 'unknown', 2, 'ended', '2026-11-26T10:00:02Z'),
            (3, 'c', 'staff', 'say', '{"text": "secret words"}', 'retry', 4, '429: later', '2026-11-26T10:00:03Z'),
            (4, 'd', 'staff', 'say', '{"text": "secret words"}', 'pending', 0, null, '2026-11-26T10:00:04Z'),
            (5, 'e', 'staff', 'say', '{"text": "secret words"}', 'sending', 1, null, '2026-11-26T10:00:05Z'),
            (6, 'f', 'staff', 'say', '{}', 'sent', 1, null, '2026-11-26T10:00:06Z')`,
  )
})

const operator = (words: string) =>
  runCommand(['outbox', ...words.split(' ')], { BOT_TOKEN: '42:token', DATABASE_URL: db.url })

interface Row {
  state: string
  payload: unknown
  error: string | null
  finished: boolean
}

async function rowOf(id: number): Promise<Row | undefined> {
  const { rows } = await db.database.pool.query<Row>(
    `select state, payload, error, finished_at is not null as finished from outbox where id = $1`,
    [id],
  )
  return rows[0]
}

test('the list shows what was given up, what was refused for now, and how much waits', async () => {
  expect(await operator('list')).toEqual({
    code: 0,
    text: [
      'id  decided               where to  kind   state    attempts  reason',
      '2   2026-11-26T10:00:02Z  topic:12  relay  unknown  2         ended',
      '1   2026-11-26T10:00:01Z  person:7  say    dead     1         400: no',
      '3   2026-11-26T10:00:03Z  staff     say    retry    4         429: later',
      '3 effects wait, the oldest since 2026-11-26T10:00:03Z: docs/development.md says why.',
    ].join('\n'),
  })
})

test('while nothing was given up it says how much waits, and since when', async () => {
  await db.database.pool.query(`delete from outbox where id in (1, 2, 3)`)
  expect((await operator('list')).text).toBe(
    'Nothing was given up. 2 effects wait, the oldest since 2026-11-26T10:00:04Z: ' +
      'docs/development.md says why.',
  )
  await db.database.pool.query(`delete from outbox where id in (4, 5)`)
  expect((await operator('list')).text).toBe('Everything was delivered.')
})

test('more than fifty that were given up are counted', async () => {
  await db.database.pool.query(
    `insert into outbox (id, dedup_key, lane, kind, payload, state)
     select n, 'more:' || n, 'staff', 'say', '{}', 'dead' from generate_series(100, 150) as n`,
  )
  const { text } = await operator('list')
  expect(text).toContain('\nand 3 older ones that were given up\n')
})

describe('drop', () => {
  test.each([1, 2, 3, 4])('ends %i unsent, and its words are gone', async (id) => {
    const before = await rowOf(id)
    expect(await operator(`drop ${String(id)}`)).toEqual({
      code: 0,
      text: `${String(id)} is dropped. Nobody is told: tell who waits for it.`,
    })
    expect(await rowOf(id)).toEqual({
      state: 'merged',
      payload: {},
      error: `Dropped by the operator; before: ${before?.error ?? 'no reason'}`,
      finished: true,
    })
  })

  test('keeps a running desk from sending what it holds', async () => {
    await operator('drop 4')
    expect(await claimRows(db.database.pool, 'a run', [{ id: 4, attempts: 0 }])).toEqual([false])
  })

  test.each([
    [5, '5 is being sent: only what has not left can be dropped.'],
    [6, '6 is sent: only what has not left can be dropped.'],
    [77, 'The outbox has no 77: see outbox list.'],
  ])('leaves %i alone', async (id, text) => {
    const before = await rowOf(id)
    expect(await operator(`drop ${String(id)}`)).toEqual({ code: 1, text })
    expect(await rowOf(id)).toEqual(before)
  })

  test('of all ends what was given up, and nothing that still waits', async () => {
    expect((await operator('drop all')).text).toBe(
      '2 effects are dropped. Nobody is told: tell who waits for it.',
    )
    expect((await rowOf(1))?.state).toBe('merged')
    expect((await rowOf(2))?.state).toBe('merged')
    expect((await rowOf(3))?.state).toBe('retry')
    expect((await rowOf(4))?.state).toBe('pending')
    expect((await operator('drop all')).text).toBe('Nothing was given up.')
  })
})

describe('retry', () => {
  test.each([
    ['1', '1 is sent again.', [1]],
    ['all', '2 effects are sent again.', [1, 2]],
  ])('of %s lets it be sent as if for the first time', async (which, text, ids) => {
    expect(await operator(`retry ${which}`)).toEqual({ code: 0, text })
    const { rows } = await db.database.pool.query(
      `select id::int as id, attempts, ambiguous, finished_at from outbox
       where state = 'retry' and id <> 3 order by id`,
    )
    expect(rows).toEqual(ids.map((id) => ({ id, attempts: 0, ambiguous: 0, finished_at: null })))
  })

  test.each([
    [3, '3 is waiting for its next attempt: only what was given up can be sent again.'],
    [6, '6 is sent: only what was given up can be sent again.'],
    [77, 'The outbox has no 77: see outbox list.'],
  ])('leaves %i alone', async (id, text) => {
    const before = await rowOf(id)
    expect(await operator(`retry ${String(id)}`)).toEqual({ code: 1, text })
    expect(await rowOf(id)).toEqual(before)
  })
})

test('only show prints what was written', async () => {
  expect((await operator('show 2')).text).toContain('secret words')
  for (const words of ['list', 'retry 2', 'drop 1', 'retry all', 'drop all']) {
    expect((await operator(words)).text).not.toContain('secret words')
  }
})

test.each([
  ['show all', 1, '"all" is not an id: see outbox list.'],
  ['show 2147483648000', 1, 'The outbox has no 2147483648000: see outbox list.'],
  ['drop x', 1, '"x" is not an id: see outbox list.'],
])('"outbox %s" is refused with one sentence', async (words, code, text) => {
  expect(await operator(words)).toEqual({ code, text })
})

test.each(['', 'list all', 'drop', 'retry', 'bury 1'])(
  '"outbox %s" shows the usage',
  async (words) => {
    expect(await operator(words)).toMatchObject({
      code: 2,
      text: expect.stringMatching(/^Usage:\n {2}npm run desk -- outbox list/) as string,
    })
  },
)
