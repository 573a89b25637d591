import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'

import { NotYet } from '../../../src/services/intake/work.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { arrangeProcessor, hello, rowOf, store } from '../../support/inbox-stage.ts'

let db: TestDatabase
let updateId = 0

beforeAll(async () => {
  db = await createTestDatabase()
})
afterAll(() => db.drop())
beforeEach(() => {
  updateId += 100
})

/** A handler that has to know something, as often as the test does not say it. */
function arrange(signal = new AbortController().signal) {
  const asked: (() => void)[] = []
  let isKnown = false
  const { process, committed, warnings } = arrangeProcessor(
    db,
    async (work) => {
      const tx = await work.transaction()
      await tx.query({ text: `insert into setting (key, value) values ('n${updateId}', '1')` })
      work.send(hello)
      if (!isKnown) throw new NotYet(new Promise((resolve) => asked.push(resolve)))
    },
    { signal },
  )
  return { process, committed, warnings, asked, know: () => (isKnown = true) }
}

test('what has to know something first is handled once it is known, and no attempt is counted', async () => {
  const { process, committed, warnings, asked, know } = arrange()
  const running = process(await store(db, { from: updateId }))
  for (let times = 1; times <= 5; times += 1) {
    await vi.waitFor(() => expect(asked).toHaveLength(times))
    expect(await rowOf(db, updateId)).toMatchObject({ state: 'pending', attempts: 0 })
    if (times === 5) know()
    asked.at(-1)?.()
  }
  await running
  expect(await rowOf(db, updateId)).toMatchObject({ state: 'done', attempts: 0 })
  expect(committed).toHaveLength(1)
  expect(warnings).toEqual([])
})

test('a stop does not wait for what nobody says, and the update stays', async () => {
  const stopping = new AbortController()
  const { process, asked } = arrange(stopping.signal)
  const running = process(await store(db, { from: updateId }))
  await vi.waitFor(() => expect(asked).toHaveLength(1))
  stopping.abort()
  await running
  expect(await rowOf(db, updateId)).toMatchObject({ state: 'pending', attempts: 0 })
})
