import { afterEach, beforeEach, expect, test } from 'vitest'

import { builtInDesk } from '../../../src/desk/complete-desk.ts'
import { enqueue } from '../../../src/services/notifier/enqueue.ts'
import type { Outgoing } from '../../../src/services/notifier/outgoing.ts'
import { saveClient } from '../../../src/services/telegram/contact-points.ts'
import { readSetting } from '../../../src/services/settings.ts'
import { openTicket } from '../../../src/services/tickets/open-ticket.ts'
import { readTicket } from '../../../src/services/tickets/read-tickets.ts'
import { takeTicket } from '../../../src/services/tickets/take-ticket.ts'
import { createTick } from '../../../src/services/timers/tick.ts'
import { createNewcomersWatch } from '../../../src/services/timers/watch-newcomers.ts'
import { withTransaction } from '../../../src/storage/sql.ts'
import { addAgent } from '../../support/add-agent.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { performOn } from '../../support/perform.ts'

const hourMs = 3_600_000
let db: TestDatabase
let nowMs: number
let nextId = 1

beforeEach(async () => {
  nowMs = new Date('2026-12-01T12:00:00Z').getTime()
  db = await createTestDatabase({ poolSize: 4 })
})

afterEach(() => db.drop())

const pool = () => db.database.pool
const deps = () => ({
  db: pool(),
  desk: builtInDesk,
  now: () => new Date(nowMs),
  log: { info: () => undefined, error: () => undefined },
  perform: performOn(db),
})

async function newTicket(telegramUserId: number) {
  const now = new Date(nowMs)
  const identity = { telegramUserId, name: 'Olena', username: null, languageCode: 'en' }
  const person = await saveClient(pool(), identity, now)
  const messages = [
    {
      text: 'Help',
      entities: [],
      attachments: [],
      replyTo: null,
      sentAt: now,
      places: [{ chatId: telegramUserId, messageId: nextId++ }],
    },
  ]
  const draft = { draftId: `draft ${String(nextId)}`, person, typeKey: 'idea', keyData: {} }
  const verdict = await withTransaction(pool(), (tx) =>
    openTicket(tx, deps(), { ...draft, messages, now }),
  )
  if (!verdict.ok) throw new Error(verdict.reason)
  const [change] = verdict.changes
  if (change?.about !== 'ticket') throw new Error('It was opened already')
  return change
}

/** The first card of a newcomer's ticket, which waits for its turn in the group. */
async function waitForTopic(ticketNumber: number): Promise<void> {
  const content = { text: 'card', entities: [] }
  const card: Outgoing = {
    kind: 'put',
    place: { kind: 'topic', ticketNumber },
    slot: `card:${ticketNumber}`,
    content,
    first: true,
    newcomer: true,
  }
  await enqueue(pool(), `test:${String(ticketNumber)}`, [card])
}

const assigneeOf = async (number: number) => (await readTicket(pool(), number))?.assigneeId

test('a client is new until support has dealt with a ticket of his', async () => {
  const agent = await addAgent(pool(), { telegramUserId: 8, name: 'Anna', username: null })
  const { ticket, isNewcomer } = await newTicket(7)
  expect(isNewcomer).toBe(true)
  // Whoever opens many is no better known by that.
  expect((await newTicket(7)).isNewcomer).toBe(true)
  await withTransaction(pool(), (tx) =>
    takeTicket(tx, deps(), { number: ticket.number, agent, now: new Date(nowMs) }),
  )
  expect((await newTicket(7)).isNewcomer).toBe(false)
  expect((await newTicket(9)).isNewcomer).toBe(true)
})

test('a ticket that waits for its topic is given to nobody, and then to whoever is free', async () => {
  const agent = await addAgent(pool(), { telegramUserId: 8, name: 'Anna', username: null })
  const waiting = (await newTicket(7)).ticket.number
  const other = (await newTicket(9)).ticket.number
  await waitForTopic(waiting)
  const tick = createTick(deps())
  await tick()
  expect(await assigneeOf(other)).toBe(agent.id)
  expect(await assigneeOf(waiting)).toBeNull()
  await pool().query(`update outbox set state = 'sent'`)
  await tick()
  expect(await assigneeOf(waiting)).toBe(agent.id)
})

test('one summary tells how many wait; a program that was started again goes on with it', async () => {
  const told: { slot: string; waiting: number }[] = []
  const watch = () =>
    createNewcomersWatch({
      ...deps(),
      perMinute: 2,
      perform: performOn(db, (_tx, [change]) => {
        if (change?.about === 'desk' && change.notice === 'newcomers_waiting') {
          told.push(change.facts)
        }
        return Promise.resolve([])
      }),
    })
  for (let number = 1; number <= 4; number += 1) await waitForTopic(number)
  await watch()()
  expect(told).toEqual([])
  await waitForTopic(5)
  const first = watch()
  await first()
  await first()
  expect(told).toEqual([{ slot: `newcomers:${String(nowMs)}`, waiting: 5 }])
  const { slot } = told[0] ?? {}
  await waitForTopic(6)
  const second = watch()
  await second()
  expect(told).toHaveLength(1)
  nowMs += 120_000
  await second()
  expect(told.at(-1)).toEqual({ slot, waiting: 6 })
  await pool().query(`update outbox set state = 'sent' where payload->>'newcomer' = 'true'`)
  await second()
  expect(told.at(-1)).toEqual({ slot, waiting: 0 })
  await watch()()
  expect(told).toHaveLength(3)
})

test('after the time of day was set back it is noted at once that the clock runs', async () => {
  const tick = createTick(deps())
  await tick()
  nowMs -= hourMs
  await tick()
  expect(await readSetting(pool(), 'tick')).toBe(nowMs)
})
