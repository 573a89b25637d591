import { afterAll, beforeAll, expect, test } from 'vitest'

import type { Alarm } from '../../../src/domain/alarm.ts'
import { createTellAlarms } from '../../../src/services/watch/tell-alarms.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { performOn } from '../../support/perform.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await createTestDatabase()
})
afterAll(() => db.drop())

const facts = {
  places: 1,
  reason: 'no',
  refusedMinutes: 1,
  givenUp: 0,
  inboxMinutes: 1,
  timersFailing: 0,
  freeMegabytes: 300,
}

/** As each start of the program makes it. */
const start = () =>
  createTellAlarms({
    db: db.database.pool,
    perform: performOn(db),
    staffChat: { id: () => -1 },
    againMs: 600_000,
    now: () => new Date('2026-11-26T08:00:00Z'),
  })
const isOn = (...alarms: Alarm[]) => new Set(alarms)

test('what was told before a restart is not told again, and that it is over is', async () => {
  expect(await start()(isOn('disk'), facts)).toEqual([{ alarm: 'disk', isOver: false }])
  const restarted = start()
  expect(await restarted(isOn('disk'), facts)).toEqual([])
  expect(await restarted(isOn(), facts)).toEqual([{ alarm: 'disk', isOver: true }])
})
