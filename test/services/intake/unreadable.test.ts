import { afterAll, beforeAll, expect, test, vi } from 'vitest'

import { createCall } from '../../../src/bot/telegram/calls/call.ts'
import { createPoller } from '../../../src/bot/telegram/polling.ts'
import { receiveUpdate } from '../../../src/bot/telegram/receive-update.ts'
import { createTransport } from '../../../src/bot/telegram/calls/transport.ts'
import { createBurial } from '../../../src/services/intake/burial.ts'
import { createIntake } from '../../../src/services/intake/intake.ts'
import { createLanes } from '../../../src/services/intake/lanes.ts'
import { pollOffset } from '../../../src/services/intake/inbox.ts'
import { storeUpdates } from '../../../src/services/intake/store-updates.ts'
import { begin } from '../../../src/storage/sql.ts'
import { json, startAnswering } from '../../bot/telegram/answering-server.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { botId, rowOf } from '../../support/inbox-stage.ts'
import { performOn } from '../../support/perform.ts'
import { deadUnits, idsOf } from '../../support/dead-units.ts'

let db: TestDatabase

beforeAll(async () => {
  db = await createTestDatabase()
})
afterAll(() => db.drop())

const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)

test('a batch with an update nested 400,000 deep is fetched once, and its neighbours are handled', async () => {
  const offsets: (number | undefined)[] = []
  const api = await startAnswering(({ method, body }, response) => {
    if (method !== 'getUpdates') {
      json(response, { ok: true, result: true })
      return
    }
    const { offset } = JSON.parse(body.toString()) as { offset?: number }
    offsets.push(offset)
    // As long as it is asked for the batch it answers with the batch.
    if (offset !== undefined && offset > 3) return
    const message = '"message":{"chat":{"id":7,"type":"private"}'
    const batch = [
      `{"update_id":1,${message}}}`,
      `{"update_id":2,${message},"deep":${nested(400_000)}}}`,
      `{"update_id":3,${message}}}`,
    ]
    response.setHeader('content-type', 'application/json')
    response.end(`{"ok":true,"result":[${batch.join(',')}]}`)
  })
  const handled: number[] = []
  const told: unknown[] = []
  const lanes = createLanes({
    run: (updates) => {
      handled.push(...updates.map(({ updateId }) => updateId))
      return Promise.resolve()
    },
  })
  const { pool } = db.database
  const intake = createIntake({
    db: pool,
    botId,
    lanes,
    burial: createBurial({
      db: pool,
      begin: () => begin(pool),
      botId,
      perform: performOn(db, (_tx, changes) => {
        told.push(...deadUnits(changes).map((unit) => [unit.cause, ...idsOf(unit)]))
        return Promise.resolve([])
      }),
      now: () => new Date(),
      log: { warn: () => undefined, error: () => undefined },
    }),
    log: { warn: () => undefined },
  })
  const transport = createTransport({ token: '1:token', apiRoot: api.apiRoot })
  const poller = createPoller({
    call: createCall(transport),
    offset: () => pollOffset(pool, botId),
    store: (updates, offset) => intake.storeBatch(updates.map(receiveUpdate), offset),
    room: () => lanes.room(),
    onHealth: () => undefined,
    log: { warn: () => undefined },
  })
  poller.start()
  await vi.waitFor(() => expect(handled).toEqual([1, 3]), 10_000)
  await vi.waitFor(() => expect(offsets).toEqual([undefined, 4]), 5_000)
  await poller.stop()
  await transport.close()
  await lanes.stop()
  await vi.waitFor(() => expect(told).toEqual([['unreadable', 2]]))
  expect(await rowOf(db, 2)).toMatchObject({ state: 'dead', attempts: 0, reason: 'too_deep' })
})

test('an update that the database refuses becomes a dead letter; the others and the offset are kept', async () => {
  // Not as deep as JSON.stringify gives up at, and too deep for jsonb.
  const deep: unknown = JSON.parse(nested(7_000))
  const updates = [11, 12, 13].map((updateId) => ({
    updateId,
    lane: 'user:7',
    payload: updateId === 12 ? { update_id: 12, message: { deep } } : { update_id: updateId },
    poison: null,
  }))
  const { pool } = db.database
  const { added, unreadable } = await storeUpdates(pool, botId, updates, 14)
  expect(added.map(({ updateId }) => updateId)).toEqual([11, 13])
  expect(unreadable.map(({ updateId }) => updateId)).toEqual([12])
  expect(await pollOffset(pool, botId)).toBe(14)
  const row = await rowOf(db, 12)
  expect(row).toMatchObject({ state: 'dead', attempts: 0 })
  expect(row?.reason).toMatch(/^It cannot be stored: /)
})

test('a server in trouble makes no dead letters of a batch', async () => {
  const away = Object.assign(new Error('could not extend file'), { code: '53100' })
  const broken = { query: () => Promise.reject(away) }
  const update = { updateId: 21, lane: 'user:7', payload: { update_id: 21 }, poison: null }
  await expect(storeUpdates(broken, botId, [update], 22)).rejects.toBe(away)
  expect(await rowOf(db, 21)).toBeUndefined()
})
