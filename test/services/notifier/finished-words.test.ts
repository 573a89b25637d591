import { afterAll, beforeAll, expect, test } from 'vitest'

import { createAttempts } from '../../../src/services/notifier/attempt-rows.ts'
import { enqueue } from '../../../src/services/notifier/enqueue.ts'
import { retryOutbox } from '../../../src/services/notifier/outbox-entries.ts'
import { claimRows, waitingRows } from '../../../src/services/notifier/outbox.ts'
import type { Outgoing } from '../../../src/services/notifier/outgoing.ts'
import type { Outcome } from '../../../src/services/notifier/outcome.ts'
import { settleRows } from '../../../src/services/notifier/settle-rows.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'

let db: TestDatabase

beforeAll(async () => {
  db = await createTestDatabase()
})

afterAll(() => db.drop())

const notice = (text: string): Outgoing => ({
  kind: 'say',
  place: { kind: 'person', personId: 7 },
  content: { text: `#12: ${text}`, entities: [] },
  joins: { ticket: 12, body: { text, entities: [] } },
})

/** Tries to send what waits, once, as the dispatcher does. */
async function tryOnce(outcome: Outcome): Promise<string[]> {
  const { pool } = db.database
  const sent: string[] = []
  const queue = await waitingRows(pool, 0, 10)
  const attempt = createAttempts({
    claim: (rows) => claimRows(pool, 'run', rows),
    deliver({ effect }) {
      sent.push('content' in effect ? effect.content.text : effect.kind)
      return Promise.resolve(outcome)
    },
    log: { warn: () => undefined },
  })
  const settlement = await attempt(queue, queue[0]!)
  if (typeof settlement !== 'object') throw new Error(settlement)
  await settleRows(pool, [settlement])
  return sent
}

const rows = async () => {
  const { rows: all } = await db.database.pool.query<{ state: string; payload: object }>(
    'select state, payload from outbox order by id',
  )
  return all
}

test('what did not arrive keeps all that it was to say, and says it again', async () => {
  const { pool } = db.database
  const [head] = await enqueue(pool, 'one', [notice('The first')])
  await enqueue(pool, 'two', [notice('The second')])
  const both = '#12: The first\n\nThe second'
  expect(await tryOnce({ state: 'dead', error: 'Forbidden' })).toEqual([both])
  expect(await rows()).toMatchObject([
    { state: 'dead', payload: { content: { text: both } } },
    { state: 'merged', payload: {} },
  ])
  expect(await retryOutbox(pool, head!.id)).toEqual({ ok: true, count: 1 })
  expect(await tryOnce({ state: 'sent' })).toEqual([both])
  expect(await rows()).toEqual([
    { state: 'sent', payload: {} },
    { state: 'merged', payload: {} },
  ])
})
