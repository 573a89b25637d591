import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { finishedRows } from '../../../src/services/retention/finished-rows.ts'
import { startRetention } from '../../../src/services/retention/start-retention.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'

const dayMs = 86_400_000
let db: TestDatabase

beforeAll(async () => {
  db = await createTestDatabase()
})

afterAll(() => db.drop())

beforeEach(() => db.database.pool.query('truncate outbox, inbound_update, setting'))

/** Finished so many days ago by the database's clock, which is negative for one that was ahead. */
async function addRows(days: number, states: string[]): Promise<void> {
  for (const state of states) {
    await db.database.pool.query(
      `insert into outbox (dedup_key, lane, kind, payload, state, finished_at)
       values ($1, 'staff', 'say', '{}', $2::outbox_state, now() - $3::int * interval '1 day')`,
      [`update:${String(days)}${state}:0`, state, days],
    )
  }
}

const left = async () => {
  const { rows } = await db.database.pool.query<{ key: string }>(
    'select dedup_key as key from outbox order by id',
  )
  return rows.map(({ key }) => key.split(':')[1])
}

const outbox = finishedRows.find(({ table }) => table === 'outbox')!

test('a page is looked at in order; what bears a kept time, or is no finished row, stays', async () => {
  await addRows(30, ['sent', 'merged', 'dead', 'unknown'])
  await addRows(3, ['sent', 'merged'])
  await addRows(-30, ['sent'])
  const now = Date.now()
  const kept = [{ from: now - 8 * dayMs, to: now }]
  let after: readonly number[] | null = null
  let pages = 0
  do {
    const page = await outbox.deletePage(db.database.pool, {
      after,
      limit: 2,
      kept,
      databaseNow: new Date(),
    })
    after = page.last
    pages += 1
  } while (after !== null)
  expect(pages).toBe(4)
  expect(await left()).toEqual(['30dead', '30unknown', '3sent', '3merged'])
})

test('while the clock says something else than it should, nothing is deleted', async () => {
  await addRows(30, ['sent'])
  const page = { after: null, limit: 10, kept: [] }
  for (const byMs of [-dayMs, dayMs]) {
    const databaseNow = new Date(Date.now() + byMs)
    expect(await outbox.deletePage(db.database.pool, { ...page, databaseNow })).toEqual({
      deleted: 0,
      last: null,
    })
  }
  expect(await left()).toEqual(['30sent'])
})

test('a look that fails is logged once and shown, and the next one goes on', async () => {
  const { pool } = db.database
  await addRows(30, ['sent'])
  const logged: string[] = []
  const add = (_fields: object, message: string) => void logged.push(message)
  await pool.query('alter table outbox rename to gone')
  let isThere = false
  const retention = startRetention({
    db: pool,
    log: { info: add, error: add },
    everyMs: 0,
    failedRestMs: 10,
  })
  try {
    await waitFor(() => retention.isFailing())
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(logged).toEqual(['Rows finished long ago cannot be deleted'])
    await pool.query('alter table gone rename to outbox')
    isThere = true
    await waitFor(async () => (await left()).length === 0)
    await waitFor(() => !retention.isFailing())
    expect(logged.at(-1)).toBe('Rows finished long ago were deleted')
  } finally {
    await retention.stop()
    if (!isThere) await pool.query('alter table gone rename to outbox')
  }
})

test('it stops at once, wherever it is', async () => {
  await addRows(30, ['sent'])
  const log = { info: () => undefined, error: () => undefined }
  const retention = startRetention({ db: db.database.pool, log })
  const beganMs = performance.now()
  await retention.stop()
  expect(performance.now() - beganMs).toBeLessThan(10_000)
})

async function waitFor(read: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1_000; tries += 1) {
    if (await read()) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('It did not come about')
}
