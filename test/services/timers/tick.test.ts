import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import type { Agent, Person } from '../../../src/domain/people.ts'
import { patience } from '../../../sandbox/patience.ts'
import { builtInDesk } from '../../../src/desk/complete-desk.ts'
import { saveClient } from '../../../src/services/telegram/contact-points.ts'
import { askForInformation } from '../../../src/services/tickets/answer-client.ts'
import { openTicket } from '../../../src/services/tickets/open-ticket.ts'
import { readTicket } from '../../../src/services/tickets/read-tickets.ts'
import { recordClientMessage } from '../../../src/services/tickets/record-client-message.ts'
import { createTick } from '../../../src/services/timers/tick.ts'
import { withTransaction } from '../../../src/storage/sql.ts'
import { addAgent } from '../../support/add-agent.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { checkInvariants } from '../../support/invariants.ts'
import { performOn } from '../../support/perform.ts'
import type { Change } from '../../../src/services/change.ts'
import type { Outgoing } from '../../../src/services/notifier/outgoing.ts'

const start = new Date('2026-12-01T12:00:00Z').getTime()
const hour = 3_600_000
const day = 24 * hour
const desk = {
  ...builtInDesk,
  limits: { ...builtInDesk.limits, openTicketsPerPerson: 10_000 },
  staff: { ...builtInDesk.staff, distribution: 'manual' as const },
}

let db: TestDatabase
let person: Person
let agent: Agent
let nowMs: number
let nextId = 1

beforeEach(async () => {
  nowMs = start
  db = await createTestDatabase({ poolSize: 10 })
  const { pool } = db.database
  const identity = { telegramUserId: 7, name: 'Olena', username: null, languageCode: 'en' }
  person = await saveClient(pool, identity, new Date(nowMs))
  agent = await addAgent(pool, { telegramUserId: 8, name: 'Anna', username: 'anna' })
})

afterEach(() => db.drop())

const written = (text: string, now: Date) => ({
  text,
  entities: [],
  attachments: [],
  replyTo: null,
  sentAt: now,
  places: [{ chatId: 7, messageId: nextId++ }],
})

/** Its notices, in the topic of the ticket. */
function inOneWord(change: Change): Outgoing {
  if (change.about !== 'ticket') throw new Error('A clock changes tickets')
  const { ticket, notices } = change
  return {
    kind: 'say',
    place: { kind: 'topic', ticketNumber: ticket.number },
    content: { text: notices.join(), entities: [] },
  }
}

/** A clock of one replica; several of them work on the same rows. */
function replica(): () => Promise<void> {
  const { pool } = db.database
  return createTick({
    desk,
    db: pool,
    now: () => new Date(nowMs),
    perform: performOn(db, (_tx, changes) => Promise.resolve(changes.map(inOneWord))),
    log: {
      info: () => undefined,
      error: (fields, message) => {
        throw new Error(`${message}: ${JSON.stringify(fields)}`)
      },
    },
  })
}

/** A ticket whose client was asked and has read the question. */
async function askedTicket(): Promise<number> {
  const now = new Date(nowMs)
  return withTransaction(db.database.pool, async (tx) => {
    const opened = await openTicket(
      tx,
      { desk },
      {
        draftId: `d-${String(nextId++)}`,
        person,
        typeKey: 'idea',
        keyData: {},
        now,
        messages: [written('It is broken', now)],
      },
    )
    if (!opened.ok) throw new Error(opened.reason)
    const { number } = opened
    const says = { number, agent, written: written('Which version?', now), now }
    const asked = await askForInformation(tx, { desk }, says)
    if (!asked.ok) throw new Error(asked.reason)
    const [change] = asked.changes
    const [question] = change?.about === 'ticket' ? change.messages : []
    await tx.query({
      text: `insert into message_copy (chat_id, telegram_message_id, message_id, source)
       values (7, $1, $2, false)`,
      values: [1_000_000 + nextId++, question?.id],
    })
    return number
  })
}

async function counted(sql: string): Promise<number> {
  const { rows } = await db.database.pool.query<{ n: number }>(sql)
  return rows[0]?.n ?? 0
}

const closings = () => counted(`select count(*)::int as n from status_change where "to" = 'closed'`)
const told = (words: string) =>
  counted(
    `select count(*)::int as n from outbox where payload->'content'->>'text' like '%${words}%'`,
  )

test(
  'a thousand timers due at the same second fire once each, on two replicas',
  { timeout: 120_000 * patience },
  async () => {
    const tickets = 1_000
    // As many at once as the pool has connections.
    for (let made = 0; made < tickets; made += 5) {
      await Promise.all(Array.from({ length: 5 }, askedTicket))
    }
    nowMs = start + 3 * day + 1
    await Promise.all([replica()(), replica()()])
    expect(await told('reminded')).toBe(tickets)
    nowMs = start + 4 * day + 1
    // The replicas have been running, so nothing is late.
    await db.database.pool.query(`delete from setting where key = 'tick'`)
    await Promise.all([replica()(), replica()()])
    expect(await closings()).toBe(tickets)
    expect(await told('closed_by_time')).toBe(tickets)
    const again = replica()
    await again()
    expect(await told('closed_by_time')).toBe(tickets)
  },
)

describe('a clock that jumps', () => {
  test('forward: what would close a ticket for silence waits an hour more, what helps comes at once', async () => {
    const number = await askedTicket()
    const tick = replica()
    await tick()
    nowMs += 30 * day
    await tick()
    expect(await told('reminded')).toBe(1)
    expect(await closings()).toBe(0)
    for (const end = nowMs + hour; nowMs <= end; nowMs += 60_000) {
      expect(await closings()).toBe(0)
      await tick()
    }
    await tick()
    expect(await closings()).toBe(1)
    await checkInvariants(db.database.pool, { number }, desk)
  })

  test('back: nothing fires again, and what happens then comes later than all before', async () => {
    const number = await askedTicket()
    const tick = replica()
    await tick()
    nowMs = start + 3 * day + 1
    await replica()()
    nowMs = start + hour
    await tick()
    await replica()()
    expect(await told('reminded')).toBe(1)
    const now = new Date(nowMs)
    const said = { number, person, written: written('2.1', now), purpose: 'message', now } as const
    const verdict = await withTransaction(db.database.pool, (tx) =>
      recordClientMessage(tx, { desk }, said),
    )
    expect(verdict.ok).toBe(true)
    await checkInvariants(db.database.pool, { number }, desk)
  })
})

test(
  'a client who writes while the timer fires is heard: his message is in the ticket or opens it again',
  { timeout: 30_000 * patience },
  async () => {
    const numbers = await Promise.all(Array.from({ length: 40 }, askedTicket))
    nowMs = start + 4 * day + 1
    const now = new Date(nowMs)
    const write = async (number: number) => {
      const said = {
        number,
        person,
        written: written('2.1', now),
        purpose: 'message',
        now,
      } as const
      return withTransaction(db.database.pool, (tx) => recordClientMessage(tx, { desk }, said))
    }
    const [verdicts] = await Promise.all([
      Promise.all(numbers.map(write)),
      replica()(),
      replica()(),
    ])
    for (const [index, number] of numbers.entries()) {
      const ticket = await readTicket(db.database.pool, number)
      const wasFirst = verdicts[index]?.ok === true && ticket?.status === 'open'
      // Who came too late was refused before anything was written: the bot offers what can be done.
      expect(wasFirst || ticket?.status === 'closed').toBe(true)
      await checkInvariants(db.database.pool, { number }, desk)
    }
  },
)
