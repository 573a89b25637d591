import { afterAll, beforeAll, expect, test } from 'vitest'

import type { Work } from '../../../src/services/intake/work.ts'
import { begin, type Connection, type Queryable } from '../../../src/storage/sql.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { arrangeProcessor, hello, rowOf, store } from '../../support/inbox-stage.ts'

let db: TestDatabase

beforeAll(async () => {
  db = await createTestDatabase()
})
afterAll(() => db.drop())

const cut = () => Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })

/** The database, whose answer to the first statement of a name is lost on the way. */
function losing(name: string): Queryable {
  let isLost = false
  return {
    async query(statement) {
      const answer = await db.database.pool.query(statement)
      if (isLost || statement.name !== name) return answer
      isLost = true
      throw cut()
    },
  }
}

/** A transaction whose first commit is carried out, and nobody hears of it. */
function losingCommit(): () => Promise<Connection> {
  let isLost = false
  return async () => {
    const connection = await begin(db.database.pool)
    return {
      query: (statement) => connection.query(statement),
      rollback: () => connection.rollback(),
      async commit() {
        await connection.commit()
        if (isLost) return
        isLost = true
        throw cut()
      },
    }
  }
}

const greet = (work: Work) => {
  work.send(hello)
  return Promise.resolve()
}

test.each([
  ['alone', 1],
  ['in a group', 4],
])(
  'effects are handed on once when the answer to their commit is lost, %s',
  async (_how, count) => {
    const from = count * 100
    const updates = await store(db, { from, count })
    const lanes = updates.map((update, index) => ({ ...update, lane: `user:${String(index)}` }))
    const stage = arrangeProcessor(db, greet, { db: losing('work_commit') })
    await Promise.all(lanes.map((update) => stage.process([update])))
    expect(stage.committed.map(({ dedupKey }) => dedupKey).sort()).toEqual(
      updates.map(({ updateId }) => `update:${String(updateId)}:0`),
    )
    expect(stage.buried).toEqual([])
  },
)

test('also when it was a transaction, and the second attempt finds everything changed', async () => {
  const [update] = await store(db, { from: 1_000 })
  let attempts = 0
  const handle = async (work: Work) => {
    attempts += 1
    const tx = await work.transaction()
    // The second time it fails by itself: what it is about to write is there already.
    await tx.query({ text: `insert into setting (key, value) values ('once', '1')` })
    work.send(hello)
  }
  const stage = arrangeProcessor(db, handle, { begin: losingCommit() })
  await stage.process([update!])
  expect(attempts).toBe(2)
  expect(stage.committed.map(({ dedupKey }) => dedupKey)).toEqual(['update:1000:0'])
  expect(await rowOf(db, 1_000)).toMatchObject({ state: 'done' })
  expect(stage.buried).toEqual([])
})
