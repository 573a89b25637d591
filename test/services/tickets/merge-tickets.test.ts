import { afterAll, beforeAll, expect, test } from 'vitest'

import type { Agent, Person } from '../../../src/domain/people.ts'
import { builtInDesk } from '../../../src/desk/complete-desk.ts'
import type { Verdict } from '../../../src/services/change.ts'
import { mergeTickets } from '../../../src/services/tickets/merge-tickets.ts'
import { openTicket } from '../../../src/services/tickets/open-ticket.ts'
import { recordClientMessage } from '../../../src/services/tickets/record-client-message.ts'
import { saveClient } from '../../../src/services/telegram/contact-points.ts'
import { begin, withTransaction } from '../../../src/storage/sql.ts'
import { addAgent } from '../../support/add-agent.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'

const now = new Date('2026-12-01T12:00:00Z')
const deps = {
  desk: { ...builtInDesk, limits: { ...builtInDesk.limits, openTicketsPerPerson: 99 } },
}

let db: TestDatabase
let person: Person
let agent: Agent
let drafts = 0

beforeAll(async () => {
  db = await createTestDatabase()
  const { pool } = db.database
  const identity = { telegramUserId: 7, name: 'Olena', username: null, languageCode: 'en' }
  person = await saveClient(pool, identity, now)
  agent = await addAgent(pool, { telegramUserId: 8, name: 'Anna', username: 'anna' })
})

afterAll(() => db.drop())

const say = (text: string) => ({
  text,
  entities: [],
  attachments: [],
  places: [],
  replyTo: null,
  sentAt: now,
})

async function open(): Promise<number> {
  const input = { draftId: `draft-${String(drafts++)}`, person, typeKey: 'idea', keyData: {} }
  const opened = await withTransaction(db.database.pool, (tx) =>
    openTicket(tx, deps, { ...input, messages: [say('It is broken')], now }),
  )
  if (!opened.ok) throw new Error(opened.reason)
  return opened.number
}

const merge = (number: number, into: number): Promise<Verdict> =>
  withTransaction(db.database.pool, (tx) => mergeTickets(tx, deps, { number, agent, into, now }))

test('of two opposite merges the second waits for the first and is refused', async () => {
  const [one, other] = [await open(), await open()]
  const first = await begin(db.database.pool)
  const made = await mergeTickets(first, deps, { number: other, agent, into: one, now })
  expect(made.ok).toBe(true)
  const second = merge(one, other)
  await expect(Promise.race([second, waitsForLock()])).resolves.toBe('waits')
  await first.commit()
  expect(await second).toMatchObject({ ok: false, reason: 'merge_target_part' })
})

/** Until a transaction waits for another one. */
async function waitsForLock(): Promise<'waits'> {
  const { rows } = await db.database.pool.query<{ waiting: number }>(
    `select count(*)::int as waiting from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return rows[0]?.waiting === 0 ? waitsForLock() : 'waits'
}

test('circles of merges at once end without a deadlock, in one survivor', async () => {
  for (let round = 0; round < 10; round += 1) {
    const [a, b, c] = [await open(), await open(), await open()]
    await Promise.all([merge(a, b), merge(b, c), merge(c, a), merge(b, a)])
    const { rows } = await db.database.pool.query<{ number: number; into: number | null }>(
      'select number, merged_into as into from ticket where number = any($1)',
      [[a, b, c]],
    )
    const roots = rows.filter(({ into }) => into === null).map(({ number }) => number)
    for (const { into } of rows) if (into !== null) expect(roots).toContain(into)
    expect(roots.length).toBeGreaterThan(0)
  }
})

test('what a client writes while his ticket is being merged goes to the survivor', async () => {
  const [part, survivor] = [await open(), await open()]
  const merging = await begin(db.database.pool)
  await mergeTickets(merging, deps, { number: part, agent, into: survivor, now })
  const said = withTransaction(db.database.pool, (tx) =>
    recordClientMessage(tx, deps, {
      number: part,
      person,
      written: say('One more thing'),
      purpose: 'message',
      now,
    }),
  )
  await waitsForLock()
  await merging.commit()
  const verdict = await said
  expect(verdict).toMatchObject({ ok: true, changes: [{ ticket: { number: survivor } }] })
})
