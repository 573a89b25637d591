import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { pendingUpdates, storeUpdates } from '../../../src/services/intake/inbox.ts'
import { createProcessor } from '../../../src/services/intake/process-updates.ts'
import type { Work } from '../../../src/services/intake/work.ts'
import type { OutboxRow } from '../../../src/services/notifier/outcome.ts'
import type { Outgoing } from '../../../src/services/notifier/outgoing.ts'
import { begin } from '../../../src/storage/sql.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'

const botId = 42
const lane = 'user:7'
const hello: Outgoing = {
  kind: 'say',
  place: { kind: 'person', chatId: 7 },
  content: { text: 'Hello', entities: [] },
}

let db: TestDatabase
let updateId = 0

beforeAll(async () => {
  db = await createTestDatabase()
})
afterAll(() => db.drop())
beforeEach(() => {
  updateId += 100
})

async function store(count = 1) {
  const updates = Array.from({ length: count }, (_, index) => ({
    updateId: updateId + index,
    lane,
    payload: { update_id: updateId + index, message: { text: 'hi' } },
    poison: null,
  }))
  return storeUpdates(db.database.pool, botId, updates)
}

function processor(handle: (work: Work) => Promise<void>) {
  const committed: OutboxRow[] = []
  const buried: number[] = []
  const process = createProcessor({
    db: db.database.pool,
    begin: () => begin(db.database.pool),
    botId,
    handle,
    acted: () => undefined,
    committed: (rows) => committed.push(...rows),
    rest: () => undefined,
    buried: async (update) => {
      buried.push(update.updateId)
    },
    log: { info: () => {}, warn: () => {} },
    signal: new AbortController().signal,
  })
  return { process, committed, buried }
}

async function stateOf(id: number): Promise<string | undefined> {
  const { rows } = await db.database.pool.query<{ state: string }>(
    'select state from inbound_update where bot_id = $1 and update_id = $2',
    [botId, id],
  )
  return rows[0]?.state
}

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
    expect(await storeUpdates(db.database.pool, botId, [poison])).toEqual([])
    expect(await stateOf(updateId)).toBe('dead')
  })

  test('stores characters that jsonb refuses as replacement characters', async () => {
    const payload = { name: 'a\0b', half: 'x\ud83dy', whole: '😀', slash: '\\u0000' }
    const [stored] = await storeUpdates(db.database.pool, botId, [
      { updateId, lane, payload, poison: null },
    ])
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
    }).process(
      await storeUpdates(db.database.pool, botId, [
        { updateId: updateId + 1, lane, payload: {}, poison: null },
      ]),
    )
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
    expect(buried).toEqual([updateId])
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
    const updates = await storeUpdates(
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
