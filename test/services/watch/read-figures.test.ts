import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { builtInDesk } from '../../../src/desk/complete-desk.ts'
import { readFigures, type ReadFiguresDeps } from '../../../src/services/watch/read-figures.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await createTestDatabase()
})
afterAll(() => db.drop())
beforeEach(() => db.database.pool.query('truncate inbound_update, outbox'))

const read = (deps: Partial<ReadFiguresDeps> = {}) =>
  readFigures({
    db: db.database.pool,
    botId: 42,
    desk: builtInDesk,
    lanes: { holds: () => true, isResting: () => false },
    sending: { oldest: () => new Map(), holds: () => true },
    now: () => new Date(),
    ...deps,
  })

/** Some time passes between writing and reading. */
function expectAge(seconds: number, written: number): void {
  expect(seconds).toBeGreaterThanOrEqual(written)
  expect(seconds).toBeLessThan(written + 25)
}

test('the age of what waits in an inbox is that of its oldest update, by the kind of lane', async () => {
  await db.database.pool.query(
    `insert into inbound_update (bot_id, update_id, lane, payload, received_at) values
       (42, 1, 'user:7', '{}', now() - interval '600 s'), (42, 2, 'user:7', '{}', now()),
       (42, 3, 'topic:-1:5', '{}', now() - interval '60 s'), (43, 4, 'user:8', '{}', now() - interval '1 day')`,
  )
  const { inboxOldestSeconds } = await read()
  expectAge(inboxOldestSeconds.user, 600)
  expectAge(inboxOldestSeconds.topic, 60)
  expect(inboxOldestSeconds.chat).toBe(0)
})

test('who floods the desk waits on purpose, and rings nothing', async () => {
  await db.database.pool.query(
    `insert into inbound_update (bot_id, update_id, lane, payload, received_at) values
       (42, 1, 'user:7', '{}', now() - interval '600 s'), (42, 2, 'user:8', '{}', now() - interval '30 s')`,
  )
  const { inboxOldestSeconds } = await read({
    lanes: { holds: () => true, isResting: (lane) => lane === 'user:7' },
  })
  expectAge(inboxOldestSeconds.user, 30)
})

test('what waits for its hour is as old as that hour', async () => {
  await db.database.pool.query(
    `insert into outbox (id, dedup_key, lane, kind, payload, created_at) values
       (1, 'a', 'person:1', 'say', jsonb_build_object('hold', jsonb_build_object('until', now() - interval '20 s')),
        now() - interval '9 hours'),
       (2, 'b', 'person:1', 'say', '{}', now() - interval '600 s')`,
  )
  const { outboxOldestSeconds } = await read({
    sending: {
      oldest: () =>
        new Map([
          ['answers', 1],
          ['words', 2],
        ]),
      holds: () => true,
    },
  })
  expectAge(outboxOldestSeconds.answers, 20)
  expectAge(outboxOldestSeconds.words, 600)
})
