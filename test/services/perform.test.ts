import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'

import type { Change } from '../../src/services/change.ts'
import type { OutboxRow } from '../../src/services/notifier/outcome.ts'
import type { Outgoing } from '../../src/services/notifier/outgoing.ts'
import { createPerform, type Perform, type Tell } from '../../src/services/perform.ts'
import { readSetting, saveSetting } from '../../src/services/settings.ts'
import { begin } from '../../src/storage/sql.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

let db: TestDatabase

beforeAll(async () => {
  db = await createTestDatabase()
})
afterAll(() => db.drop())
afterEach(() => db.database.pool.query('truncate outbox, setting'))

const now = new Date('2026-12-01T09:00:00Z')
const act = { cause: 'watch:1', now }

const change: Change = {
  about: 'desk',
  notice: 'ban_changed',
  facts: { personId: 1, until: null },
}

const say = (text: string): Outgoing => ({
  kind: 'say',
  place: { kind: 'staff' },
  content: { text, entities: [] },
})

/** Performs on the real database; what is offered was committed, as another connection sees it. */
function arrange(tell: Tell): { perform: Perform; offered: { rows: OutboxRow[]; seen: number }[] } {
  const offered: { rows: OutboxRow[]; seen: number }[] = []
  const { pool } = db.database
  let committed = false
  const perform = createPerform({
    async begin() {
      const tx = await begin(pool)
      return {
        query: tx.query,
        rollback: tx.rollback,
        async commit() {
          await tx.commit()
          committed = true
        },
      }
    },
    tell,
    offer: (rows) => void offered.push({ rows, seen: committed ? rows.length : 0 }),
  })
  return { perform, offered }
}

async function told(): Promise<string[]> {
  const { rows } = await db.database.pool.query<{ text: string }>(
    `select payload -> 'content' ->> 'text' as text from outbox order by id`,
  )
  return rows.map(({ text }) => text)
}

test('what is done and what people are told of it are committed together, and then offered', async () => {
  const { perform, offered } = arrange((_tx, changes) =>
    Promise.resolve(changes.map(({ about }) => say(about))),
  )
  const verdict = await perform(act, async (tx) => {
    await saveSetting(tx, 'done', 1)
    return { ok: true, changes: [change], number: 7 }
  })
  expect(verdict).toMatchObject({ ok: true, number: 7 })
  expect(await readSetting(db.database.pool, 'done')).toBe(1)
  expect(await told()).toEqual(['desk'])
  expect(offered).toMatchObject([{ rows: [{ effect: say('desk') }], seen: 1 }])
})

test('what is told stands in the outbox in its order, is offered in it, and is no bulk', async () => {
  const { perform, offered } = arrange(() => Promise.resolve([say('first'), say('second')]))
  await perform(act, () => Promise.resolve({ ok: true, changes: [change] }))
  expect(await told()).toEqual(['first', 'second'])
  const { rows } = await db.database.pool.query<{ id: number }>('select id from outbox order by id')
  expect(offered).toMatchObject([
    {
      rows: [
        { id: rows[0]?.id, dedupKey: 'watch:1:0', effect: say('first'), bulk: false },
        { id: rows[1]?.id, dedupKey: 'watch:1:1', effect: say('second'), bulk: false },
      ],
    },
  ])
})

test('who cannot be told has nothing done to them either', async () => {
  const { perform, offered } = arrange(() => Promise.reject(new Error('no words for it')))
  const acted = perform(act, async (tx) => {
    await saveSetting(tx, 'done', 1)
    return { ok: true, changes: [change] }
  })
  await expect(acted).rejects.toThrow('no words for it')
  expect(await readSetting(db.database.pool, 'done')).toBeUndefined()
  expect(await told()).toEqual([])
  expect(offered).toEqual([])
})

test('one cause is told once, whoever performs it', async () => {
  const { perform, offered } = arrange(() => Promise.resolve([say('once')]))
  const run = () => Promise.resolve({ ok: true as const, changes: [change] })
  await perform(act, run)
  await perform(act, run)
  expect(await told()).toEqual(['once'])
  expect(offered.map(({ rows }) => rows.length)).toEqual([1, 0])
})

test.each([
  ['nothing was to be done', null],
  ['it is refused', { ok: false as const, reason: 'no_such_ticket' }],
  ['nothing changed', { ok: true as const, changes: [] }],
])('nobody is told when %s', async (_why, verdict) => {
  const { perform } = arrange(() => Promise.resolve([say('too much')]))
  expect(await perform(act, () => Promise.resolve(verdict))).toEqual(verdict)
  expect(await told()).toEqual([])
})
