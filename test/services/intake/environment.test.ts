import { setTimeout as sleep } from 'node:timers/promises'

import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'

import { createLanes } from '../../../src/services/intake/lanes.ts'
import { environmentPauseMs, failurePauseMs } from '../../../src/services/intake/pauses.ts'
import type { Work } from '../../../src/services/intake/work.ts'
import { begin } from '../../../src/storage/sql.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { arrangeProcessor, botId, rowOf, store } from '../../support/inbox-stage.ts'
import { runOn } from '../../support/template-database.ts'

let db: TestDatabase
let updateId = 0

beforeAll(async () => {
  db = await createTestDatabase()
  await db.database.pool.query('create table word (update_id bigint, text text)')
})
afterAll(() => db.drop())
beforeEach(() => {
  updateId += 1_000
})

/** Writes one word an update, in its transaction, and says one to its author. */
async function write(work: Work): Promise<void> {
  const id = work.updates[0]!.updateId
  const tx = await work.transaction()
  await tx.query({ text: 'insert into word values ($1, $2)', values: [id, 'a word'] })
  work.send({
    kind: 'say',
    place: { kind: 'person', personId: 7 },
    content: { text: `got ${String(id)}`, entities: [] },
  })
}

async function wordsFrom(from: number): Promise<number[]> {
  const { rows } = await db.database.pool.query<{ update_id: number }>(
    'select update_id from word where update_id >= $1 order by update_id',
    [from],
  )
  return rows.map((row) => row.update_id)
}

const statesFrom = async (from: number) => {
  const { rows } = await db.database.pool.query<{ state: string; attempts: number; count: number }>(
    `select state, attempts, count(*)::int as count from inbound_update
     where bot_id = $1 and update_id >= $2 group by state, attempts`,
    [botId, from],
  )
  return rows
}

test('connections that are cut again and again cost nobody a word, and no effect is forgotten', async () => {
  const count = 40
  const from = updateId
  const all = []
  for (let lane = 0; lane < 8; lane += 1) {
    const first = from + lane * 5
    all.push(...(await store(db, { from: first, count: 5, lane: `user:${String(100 + lane)}` })))
  }
  const stage = arrangeProcessor(db, async (work) => {
    await work.transaction()
    await sleep(60)
    await write(work)
  })
  const lanes = createLanes({ run: stage.process })
  const { url } = db
  const endsAt = Date.now() + 2_500
  // The connections of those at work; what failed can be written down all the while.
  const cutting = (async () => {
    while (Date.now() < endsAt) {
      await runOn(
        url,
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid()
           and state = 'idle in transaction'`,
      )
      await sleep(15)
    }
  })()
  lanes.offer(all)
  await cutting
  await vi.waitFor(() => expect(lanes.size()).toBe(0), 10_000)
  await lanes.stop()
  expect(await wordsFrom(from)).toEqual(all.map((one) => one.updateId))
  expect(await statesFrom(from)).toEqual([{ state: 'done', attempts: 0, count }])
  // Each effect was handed on, also where the answer to the commit was lost.
  const said = new Set(stage.committed.map(({ dedupKey }) => dedupKey))
  expect(all.filter((one) => !said.has(`update:${String(one.updateId)}:0`))).toEqual([])
  expect(stage.buried).toEqual([])
})

test('a row that is locked for longer than the limit delays its lane and no other', async () => {
  const from = updateId
  await db.database.pool.query(`insert into word values ($1, 'locked')`, [-from])
  const holder = await begin(db.database.pool)
  await holder.query({ text: 'select from word where update_id = $1 for update', values: [-from] })
  const done: number[] = []
  let limits = 0
  const stage = arrangeProcessor(db, async (work) => {
    const id = work.updates[0]!.updateId
    if (id === from) {
      const tx = await work.transaction()
      await tx.query({ text: `set local lock_timeout = '60ms'` })
      limits += 1
      await tx.query({ text: 'update word set text = text where update_id = $1', values: [-from] })
    }
    await write(work)
    done.push(id)
  })
  const lanes = createLanes({ run: stage.process })
  lanes.offer([
    ...(await store(db, { from, count: 2, lane: 'user:7' })),
    ...(await store(db, { from: from + 10, lane: 'user:8' })),
  ])
  await vi.waitFor(() => expect(limits).toBeGreaterThan(4), 5_000)
  expect(done).toEqual([from + 10])
  await holder.rollback()
  await vi.waitFor(() => expect(lanes.size()).toBe(0), 5_000)
  await lanes.stop()
  expect(done).toEqual([from + 10, from, from + 1])
  expect(await rowOf(db, from)).toMatchObject({ state: 'done', attempts: 0 })
})

test('a database that takes no writes is waited for', async () => {
  const from = updateId
  const name = new URL(db.url).pathname.slice(1)
  const readOnly = async (how: 'on' | 'off') => {
    const own = `alter database ${name} set default_transaction_read_only = ${how}`
    await runOn(db.url, `begin read write; ${own}; commit`)
    await runOn(
      db.url,
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()`,
    )
  }
  const stored = await store(db, { from, count: 3 })
  await readOnly('on')
  const stage = arrangeProcessor(db, write)
  const lanes = createLanes({ run: stage.process })
  lanes.offer(stored)
  await vi.waitFor(() => expect(stage.warnings.length).toBeGreaterThan(4), 5_000)
  await readOnly('off')
  await vi.waitFor(() => expect(lanes.size()).toBe(0), 5_000)
  await lanes.stop()
  expect(await wordsFrom(from)).toEqual([from, from + 1, from + 2])
  expect(await statesFrom(from)).toEqual([{ state: 'done', attempts: 0, count: 3 }])
})

test('when the server is back, all that wait for it go on with the first that gets through', async () => {
  const from = updateId
  let isAway = true
  const away = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
  const stage = arrangeProcessor(
    db,
    async () => {
      await Promise.resolve()
      if (isAway) throw away
    },
    { pauseMs: { afterFailure: () => 1, forEnvironment: () => 60_000 } },
  )
  const lanes = createLanes({ run: stage.process })
  lanes.offer(await store(db, { from, lane: 'user:7' }))
  lanes.offer(await store(db, { from: from + 1, lane: 'user:8' }))
  await vi.waitFor(() => expect(stage.warnings).toHaveLength(2))
  isAway = false
  lanes.offer(await store(db, { from: from + 2, lane: 'user:9' }))
  await vi.waitFor(() => expect(lanes.size()).toBe(0))
  await lanes.stop()
})

test('attempts that fail by themselves are apart from each other, and a stop does not wait', async () => {
  expect([1, 2, 3].map(failurePauseMs)).toEqual([1_000, 4_000, 16_000])
  const stopping = new AbortController()
  const [stored] = await store(db, { from: updateId })
  const asked: number[] = []
  const stage = arrangeProcessor(db, () => Promise.reject(new Error('no good')), {
    signal: stopping.signal,
    pauseMs: {
      afterFailure: (failures) => {
        asked.push(failures)
        return failures === 1 ? 1 : 60_000
      },
      forEnvironment: () => 1,
    },
  })
  const processed = stage.process([stored!])
  await vi.waitFor(() => expect(asked).toEqual([1, 2]))
  stopping.abort()
  await processed
  expect(await rowOf(db, updateId)).toMatchObject({ state: 'pending', attempts: 2 })
})

test('pauses for the environment grow to half a minute and stay there', () => {
  const pauses = [1, 2, 3, 4, 5, 6, 7, 1_000].map((n) => environmentPauseMs('connection', n))
  expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000])
  expect(environmentPauseMs('conflict', 1)).toBe(100)
})
