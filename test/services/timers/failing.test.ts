import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { patience } from '../../../sandbox/patience.ts'
import { builtInDesk } from '../../../src/desk/complete-desk.ts'
import { saveClient } from '../../../src/services/telegram/contact-points.ts'
import { openTicket } from '../../../src/services/tickets/open-ticket.ts'
import { createLooking } from '../../../src/services/timers/look-at-each.ts'
import { createTick } from '../../../src/services/timers/tick.ts'
import { withTransaction, type Statement } from '../../../src/storage/sql.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { performOn } from '../../support/perform.ts'

vi.setConfig({ testTimeout: 60_000 * patience })

const openedAt = new Date('2026-12-01T12:00:00Z')
const muchLater = new Date('2026-12-08T12:00:00Z')
const desk = {
  ...builtInDesk,
  limits: { ...builtInDesk.limits, openTicketsPerPerson: 10_000 },
  staff: { ...builtInDesk.staff, distribution: 'manual' as const },
}

let db: TestDatabase
let told: number[]
let logged: { key: string; failures: number }[]
let monotonic: number

beforeEach(async () => {
  db = await createTestDatabase({ poolSize: 10 })
  told = []
  logged = []
  monotonic = 1
})

afterEach(() => db.drop())

/** Tickets whose promises are broken long ago, the oldest first. */
async function openTickets(count: number): Promise<number[]> {
  const { pool } = db.database
  const who = { telegramUserId: 7, name: 'Olena', username: null, languageCode: 'en' }
  const person = await saveClient(pool, who, openedAt)
  const numbers: number[] = []
  for (let nth = 1; nth <= count; nth += 1) {
    const now = new Date(openedAt.getTime() + nth)
    const said = {
      text: 'It is broken',
      entities: [],
      attachments: [],
      replyTo: null,
      sentAt: now,
      places: [{ chatId: 7, messageId: nth }],
    }
    const given = { draftId: `d-${String(nth)}`, person, typeKey: 'idea', keyData: {}, now }
    const opened = await withTransaction(pool, (tx) =>
      openTicket(tx, { desk }, { ...given, messages: [said] }),
    )
    if (!opened.ok) throw new Error(opened.reason)
    numbers.push(opened.number)
  }
  // Only what was promised is due.
  await pool.query('delete from timer')
  return numbers
}

function createFailingTick(
  present: (number: number) => void,
  query: (statement: Statement) => Promise<void> = () => Promise.resolve(),
) {
  const { pool } = db.database
  const log = {
    info: () => undefined,
    error: (fields: object) => void logged.push(fields as (typeof logged)[number]),
  }
  const looking = createLooking({ log, monotonicMs: () => monotonic })
  const tick = createTick({
    desk,
    log,
    looking,
    now: () => muchLater,
    db: {
      async query(statement) {
        await query(statement)
        return pool.query(statement)
      },
    },
    perform: performOn(db, (_tx, changes) => {
      for (const change of changes) {
        if (change.about !== 'ticket') continue
        present(change.ticket.number)
        told.push(change.ticket.number)
      }
      return Promise.resolve([])
    }),
  })
  return { tick, looking }
}

test('a hundred tickets that throw hide none behind them, and are tried again later', async () => {
  const numbers = await openTickets(101)
  const last = numbers.at(-1)!
  const broken = new Set(numbers.slice(0, 100))
  const { tick, looking } = createFailingTick((number) => {
    if (broken.has(number)) throw new Error('This ticket cannot be presented')
  })
  await tick()
  await tick()
  expect(told).toEqual([last])
  expect(looking.failing()).toBe(100)
  await tick()
  // Each was logged when it failed, and not at every look.
  expect(logged).toHaveLength(100)
  expect(new Set(logged.map(({ key }) => key)).size).toBe(100)

  monotonic += 1_001
  await tick()
  expect(logged).toHaveLength(200)
  monotonic += 1_001
  await tick()
  expect(logged, 'the second pause is longer').toHaveLength(200)

  broken.clear()
  monotonic += 1_000
  await tick()
  expect(told.toSorted((a, b) => a - b)).toEqual(numbers)
  expect(looking.failing()).toBe(0)
})

test('whatever one kind of looking meets, the others have their turn', async () => {
  const asked: string[] = []
  const { tick } = createFailingTick(
    () => undefined,
    ({ name = '' }) => {
      asked.push(name)
      const fails = ['timers_due', 'promises_due', 'held_unsorted'].includes(name)
      return fails ? Promise.reject(new Error(`No ${name}`)) : Promise.resolve()
    },
  )
  await expect(tick()).rejects.toThrow('Not all that is due could be looked at')
  expect(asked).toEqual(
    expect.arrayContaining([
      'timers_due',
      'promises_due',
      'held_unsorted_live',
      'tickets_to_distribute',
    ]),
  )
})

test('what comes to nothing lets those behind it have their turn', async () => {
  const looking = createLooking({ log: { error: () => undefined }, monotonicMs: () => monotonic })
  const items = Array.from({ length: 150 }, (_, index) => index)
  const seen: number[] = []
  const look = () =>
    looking.lookAtEach({
      what: 'queue',
      find: (limit) => Promise.resolve(items.slice(0, limit)),
      keyOf: (item: number) => item,
      act: (item) => Promise.resolve(seen.push(item) < 0),
    })
  await look()
  await look()
  expect(new Set(seen).size).toBe(150)
})
