import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { pendingUpdates } from '../../../src/services/intake/inbox.ts'
import { storeUpdates } from '../../../src/services/intake/store-updates.ts'
import type { Work } from '../../../src/services/intake/work.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import {
  arrangeProcessor,
  botId,
  hello,
  rowOf,
  store as storeIn,
} from '../../support/inbox-stage.ts'

const lane = 'user:7'

let db: TestDatabase
let updateId = 0

beforeAll(async () => {
  db = await createTestDatabase()
})
afterAll(() => db.drop())
beforeEach(() => {
  updateId += 100
})

const store = (count = 1) => storeIn(db, { from: updateId, count })
const processor = (handle: (work: Work) => Promise<void>) => arrangeProcessor(db, handle)
const stateOf = async (id: number) => (await rowOf(db, id))?.state

describe('the inbox', () => {
  test('keeps an update that is delivered twice once', async () => {
    expect(await store(2)).toHaveLength(2)
    expect(await store(2)).toHaveLength(0)
  })

  test('keeps the offset together with the batch', async () => {
    const update = { updateId, lane, payload: {}, poison: null }
    await storeUpdates(db.database.pool, botId, [update], updateId + 1)
    const { rows } = await db.database.pool.query<{ value: number }>(
      `select value from setting where key = 'poll_offset:42'`,
    )
    expect(rows[0]?.value).toBe(updateId + 1)
  })

  test('stores what cannot be read as a dead letter', async () => {
    const poison = { updateId, lane: 'misc', payload: [null, 'x'], poison: 'not_an_object' }
    const stored = await storeUpdates(db.database.pool, botId, [poison])
    expect(stored).toEqual({ added: [], unreadable: [poison] })
    expect(await stateOf(updateId)).toBe('dead')
  })

  test('stores characters that jsonb refuses as replacement characters', async () => {
    const payload = { name: 'a\0b', half: 'x\ud83dy', whole: '😀', slash: '\\u0000' }
    const {
      added: [stored],
    } = await storeUpdates(db.database.pool, botId, [{ updateId, lane, payload, poison: null }])
    expect(stored?.payload).toEqual({
      name: 'a\ufffdb',
      half: 'x\ufffdy',
      whole: '😀',
      slash: '\\u0000',
    })
  })
})

describe('processing an update', () => {
  test('commits dialogue, effects and the end of the update together', async () => {
    const stored = await store()
    const { process, committed } = processor((work) => {
      work.saveDialogue({ step: 'description' })
      work.send(hello)
      return Promise.resolve()
    })
    await process(stored)
    expect(await stateOf(updateId)).toBe('done')
    expect(committed.map(({ dedupKey }) => dedupKey)).toEqual([`update:${String(updateId)}:0`])
    let seen: unknown
    await processor((work) => {
      seen = work.dialogue
      return Promise.resolve()
    }).process(await storeIn(db, { from: updateId + 1 }))
    expect(seen).toEqual({ step: 'description' })
  })

  test('has no effect when somebody else finished the update meanwhile', async () => {
    const stored = await store()
    const first = processor(async (work) => work.send(hello))
    await first.process(stored)
    const second = processor(async (work) => {
      await (await work.transaction()).query({ text: `insert into setting values ('late', '1')` })
      work.send(hello)
    })
    await second.process(stored)
    expect(second.committed).toEqual([])
    const { rows } = await db.database.pool.query(`select from setting where key = 'late'`)
    expect(rows).toHaveLength(0)
  })

  test('leaves no trace of an attempt that fails, and buries the update after three', async () => {
    const stored = await store()
    let attempts = 0
    const { process, buried, committed } = processor(async (work) => {
      attempts += 1
      work.send(hello)
      const tx = await work.transaction()
      await tx.query({ text: `insert into setting values ('trace', '1')` })
      throw new Error('always')
    })
    await process(stored)
    expect(attempts).toBe(3)
    expect(buried.map(({ cause }) => cause)).toEqual(['failed'])
    expect(await rowOf(db, updateId)).toMatchObject({ attempts: 3, reason: 'Error: always' })
    expect(committed).toEqual([])
    expect(await stateOf(updateId)).toBe('dead')
    const { rows } = await db.database.pool.query(`select from setting where key = 'trace'`)
    expect(rows).toHaveLength(0)
  })

  test('finishes the items of an album as one', async () => {
    const stored = await store(3)
    const { process, committed } = processor(async (work) => work.send(hello))
    await process(stored)
    expect(committed).toHaveLength(1)
    for (const id of [0, 1, 2]) expect(await stateOf(updateId + id)).toBe('done')
    expect(await pendingUpdates(db.database.pool, botId, updateId - 1, 10)).toEqual([])
  })

  test('commits many dialogues side by side', async () => {
    const { added: updates } = await storeUpdates(
      db.database.pool,
      botId,
      Array.from({ length: 200 }, (_, index) => ({
        updateId: updateId + 1_000_000 + index,
        lane: `user:${String(1_000 + index)}`,
        payload: {},
        poison: null,
      })),
    )
    const { process, committed } = processor((work) => {
      work.saveDialogue({ of: work.updates[0]?.lane })
      work.send(hello)
      return Promise.resolve()
    })
    await Promise.all(updates.map((update) => process([update])))
    expect(committed).toHaveLength(200)
  })
})
