import { setTimeout as sleep } from 'node:timers/promises'

import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'

import { createBurial } from '../../../src/services/intake/burial.ts'
import { pendingInLane } from '../../../src/services/intake/inbox.ts'
import { createIntake } from '../../../src/services/intake/intake.ts'
import { createLanes, type Lanes } from '../../../src/services/intake/lanes.ts'
import { createRescue } from '../../../src/services/intake/rescue.ts'
import { storeUpdates } from '../../../src/services/intake/store-updates.ts'
import type { Work } from '../../../src/services/intake/work.ts'
import { begin, type Queryable } from '../../../src/storage/sql.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { arrangeProcessor, botId, quickPauses } from '../../support/inbox-stage.ts'
import { performOn } from '../../support/perform.ts'
import { deadUnits, idsOf } from '../../support/dead-units.ts'

let db: TestDatabase

beforeAll(async () => {
  db = await createTestDatabase()
})
afterAll(() => db.drop())
afterEach(() => db.database.pool.query('truncate inbound_update, outbox'))

/** Stores messages as `lane: ids`; an id with a letter is an item of that album. */
async function stored(lanes: Record<string, (number | `${number}${string}`)[]>): Promise<void> {
  const updates = Object.entries(lanes).flatMap(([lane, ids]) =>
    ids.map((id) => {
      const [, digits, album] = /^(\d+)(\D*)$/.exec(String(id))!
      const message = album === '' ? {} : { media_group_id: album }
      return { updateId: Number(digits), lane, payload: { message }, poison: null }
    }),
  )
  updates.sort((a, b) => a.updateId - b.updateId)
  await storeUpdates(db.database.pool, botId, updates)
}

function burialOf(buried: number[][]) {
  const { pool } = db.database
  return createBurial({
    db: pool,
    begin: () => begin(pool),
    botId,
    perform: performOn(db, (_tx, changes) => {
      buried.push(...deadUnits(changes).map(idsOf))
      return Promise.resolve([])
    }),
    now: () => new Date(),
    log: { warn: () => undefined, error: () => undefined },
  })
}

/** A run of the program: its inbox, as a start brings it up, without the rest. */
async function start(
  handle: (work: Work) => Promise<void>,
  pauseMs: typeof quickPauses = quickPauses,
) {
  const { pool } = db.database
  const burial = burialOf([])
  const stopping = new AbortController()
  const { process } = arrangeProcessor(db, handle, {
    signal: stopping.signal,
    rest: (lane, forMs) => lanes.rest(lane, forMs),
    pauseMs,
  })
  const lanes: Lanes = createLanes({
    run: process,
    backlog: (lane, limit) => pendingInLane(pool, botId, lane, limit),
  })
  const log = { warn: () => undefined }
  const intake = createIntake({ db: pool, botId, lanes, burial, log })
  await intake.resume()
  return {
    intake,
    lanes,
    async stop() {
      stopping.abort()
      await lanes.stop()
      await intake.stop()
    },
  }
}

/** A program that is killed before it does anything: only its start is left. */
async function killedAtStart(): Promise<number[][]> {
  const buried: number[][] = []
  await burialOf(buried).buryKillers()
  return buried
}

async function deaths(): Promise<Record<string, number>> {
  const { rows } = await db.database.pool.query<{ id: string; deaths: number }>(
    `select update_id::text as id, deaths from inbound_update where deaths > 0 order by update_id`,
  )
  return Object.fromEntries(rows.map(({ id, deaths: count }) => [id, count]))
}

const runs = (ids: number[], how: { lasting: boolean }) =>
  db.database.pool.query(
    'update inbound_update set begun_at = now(), lasting = $2 where update_id = any($1)',
    [ids, how.lasting],
  )

test('a death is counted for the heads of lanes and for whole albums, not for who waits behind', async () => {
  await stored({ 'user:1': [1, 4], 'user:2': ['2a', '3a', 5, '6a'], 'user:3': [7] })
  expect(await killedAtStart()).toEqual([])
  expect(await deaths()).toEqual({ 1: 1, 2: 1, 3: 1, 6: 1, 7: 1 })
})

test('dying again and again before anything runs counts once', async () => {
  await stored({ 'user:1': [1, 2] })
  for (let boot = 0; boot < 20; boot += 1) expect(await killedAtStart()).toEqual([])
  expect(await deaths()).toEqual({ 1: 1 })
})

test('what ran for long at its second death is put aside, its neighbours are not', async () => {
  await stored({ 'user:1': [1, 2], 'user:2': [3] })
  await killedAtStart()
  await runs([1], { lasting: true })
  expect(await killedAtStart()).toEqual([[1]])
  const { rows } = await db.database.pool.query(
    'select update_id::int as id, state from inbound_update order by update_id',
  )
  expect(rows).toEqual([
    { id: 1, state: 'dead' },
    { id: 2, state: 'pending' },
    { id: 3, state: 'pending' },
  ])
})

test('what had only just begun is put aside at its fifth death, an album as one', async () => {
  await stored({ 'user:1': ['1a', '2a'] })
  const buried = []
  for (let death = 1; death <= 5; death += 1) {
    buried.push(await killedAtStart())
    await runs([1, 2], { lasting: false })
  }
  expect(buried).toEqual([[], [], [], [], [[1, 2]]])
})

test('a stop in good order is no death of those who wait', async () => {
  await stored({ 'user:1': [1, 2], 'user:2': [3] })
  let finish: () => void = () => undefined
  const held = new Promise<void>((resolve) => (finish = resolve))
  const run = await start(async (work) => {
    if (work.updates[0]?.updateId === 1) await held
    else throw new Error('not yet')
  })
  await vi.waitFor(() => expect(run.lanes.size()).toBe(3))
  const stopped = run.stop()
  finish()
  await stopped
  const before = await deaths()
  await killedAtStart()
  expect(await deaths()).toEqual(before)
})

test('what waits behind another at a stop in good order has not begun', async () => {
  let finish: () => void = () => undefined
  const held = new Promise<void>((resolve) => (finish = resolve))
  const run = await start(() => held)
  const arriving = [1, 2, 3].map((updateId) => ({
    updateId,
    lane: 'user:1',
    payload: { message: {} },
    poison: null,
  }))
  await run.intake.storeBatch(arriving, 4)
  const stopped = run.stop()
  finish()
  await stopped
  await killedAtStart()
  expect(await deaths()).toEqual({})
})

test('what waits for the database at a death did not cause it', async () => {
  await stored({ 'user:1': [1] })
  await killedAtStart()
  expect(await deaths()).toEqual({ 1: 1 })
  let isPausing = false
  const away = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })
  const run = await start(() => Promise.reject(away), {
    afterFailure: () => 1,
    forEnvironment() {
      isPausing = true
      return 60_000
    },
  })
  await vi.waitFor(() => expect(isPausing).toBe(true))
  await killedAtStart()
  expect(await deaths()).toEqual({ 1: 1 })
  await run.stop()
})

test('a death is counted for what ran after its lane had rested', async () => {
  await stored({ 'user:1': [1, 2] })
  await killedAtStart()
  let isRunning = false
  let finish: () => void = () => undefined
  const held = new Promise<void>((resolve) => (finish = resolve))
  const run = await start(async (work) => {
    if (work.updates[0]?.updateId === 1) {
      work.rest(20)
      return
    }
    isRunning = true
    await held
  })
  await vi.waitFor(() => expect(isRunning).toBe(true))
  await killedAtStart()
  expect(await deaths()).toEqual({ 1: 1, 2: 1 })
  finish()
  await run.stop()
})

test('suspects run one after the other, and only the one that runs for long is marked', async () => {
  await stored({ 'user:1': [1], 'user:2': [2], 'user:3': [3] })
  const running = new Set<number>()
  const together: number[] = []
  const marked = async () => {
    const { rows } = await db.database.pool.query<{ id: number }>(
      'select update_id::int as id from inbound_update where lasting',
    )
    return rows.map(({ id }) => id)
  }
  let atLast: number[] = []
  const run = await start(async (work) => {
    const id = work.updates[0]!.updateId
    running.add(id)
    together.push(running.size)
    if (id === 2) {
      // Busy as a poison would be: nothing of ours can look at a clock, the server can.
      const endsAt = Date.now() + 900
      while (Date.now() < endsAt);
      atLast = await marked()
    } else await sleep(30)
    running.delete(id)
  })
  await vi.waitFor(() => expect(run.lanes.size()).toBe(0), 5_000)
  await run.stop()
  expect(together).toEqual([1, 1, 1])
  expect(atLast).toEqual([2])
})

test('what no lane has is put into its own only while there is room', async () => {
  const { pool } = db.database
  const asked: (string | undefined)[] = []
  const watched: Queryable = {
    async query(given) {
      const answer = await pool.query(given)
      asked.push(given.name)
      return answer
    },
  }
  const handled: number[] = []
  let finish: () => void = () => undefined
  const held = new Promise<void>((resolve) => (finish = resolve))
  const lanes = createLanes({
    highWater: 1,
    async run([update]) {
      handled.push(update!.updateId)
      await held
      await pool.query(`update inbound_update set state = 'done' where update_id = $1`, [
        update!.updateId,
      ])
    },
  })
  await stored({ 'user:1': [1], 'user:2': [2] })
  lanes.offer(await pendingInLane(pool, botId, 'user:1', 1))
  await pool.query(`update inbound_update set received_at = now() - interval '6 s'`)
  const log = { warn: () => undefined }
  const tellOfDead = () => Promise.resolve()
  const rescue = createRescue({ db: watched, botId, lanes, tellOfDead, log, everyMs: 20 })
  rescue.start()
  await vi.waitFor(() => expect(asked).toContain('inbox_overdue'))
  await sleep(200)
  expect(asked).toEqual(['inbox_overdue'])
  expect(handled).toEqual([1])
  finish()
  await vi.waitFor(() => expect(handled).toEqual([1, 2]))
  await rescue.stop()
  await lanes.stop()
})

test('an update in no lane is found, and one that comes again goes before what came after it', async () => {
  const handled: number[] = []
  const run = await start((work) => {
    handled.push(work.updates[0]!.updateId)
    return Promise.resolve()
  })
  const { pool } = db.database
  const burial = burialOf([])
  const log = { warn: () => undefined }
  const intake = createIntake({ db: pool, botId, lanes: run.lanes, burial, log })
  // Committed, and the connection was cut before the answer: the poller asks for all of it again.
  await stored({ 'user:1': [1, 2], 'user:2': [4] })
  const again = [1, 2, 3].map((updateId) => ({
    updateId,
    lane: 'user:1',
    payload: { message: {} },
    poison: null,
  }))
  await intake.storeBatch(again, 4)
  await vi.waitFor(() => expect(handled).toEqual([1, 2, 3]))
  // Nobody asks for the other one again.
  await pool.query(`update inbound_update set received_at = now() - interval '6 s'`)
  await vi.waitFor(() => expect(handled).toEqual([1, 2, 3, 4]), 5_000)
  await run.stop()
})
