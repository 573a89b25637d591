import { afterAll, beforeAll, expect, test, vi } from 'vitest'

import { lockDesk } from '../../src/storage/desk-lock.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

let db: TestDatabase

beforeAll(async () => {
  db = await createTestDatabase()
})
afterAll(() => db.drop())

test('a program that has stood still is not sure of its database until the server says so', async () => {
  const beat = { everyMs: 50, sureForMs: 400 }
  const log = { info: () => undefined, warn: () => undefined }
  const verdict = await lockDesk({ url: db.url, waitMs: 0, log, beat })
  if (!verdict.ok) throw new Error(verdict.message)
  const { lock } = verdict
  expect(lock.isHeld()).toBe(true)
  // As on a machine that slept: no timer and no answer came through.
  const endsAt = performance.now() + 500
  while (performance.now() < endsAt);
  expect(lock.isHeld()).toBe(false)
  await vi.waitFor(() => expect(lock.isHeld()).toBe(true))
  await lock.release()
  expect(lock.isHeld()).toBe(false)
})
