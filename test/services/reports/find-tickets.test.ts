import { afterAll, beforeAll, expect, test } from 'vitest'

import { findTickets } from '../../../src/services/reports/find-tickets.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'

const tickets = 1_500
let db: TestDatabase

/** Everybody asks about an invoice; every second ticket is about billing; one is about a harbour. */
beforeAll(async () => {
  db = await createTestDatabase()
  await db.database.pool.query(`
    insert into person (id, name) values (1, 'Olena');
    insert into ticket (type_key, subject, priority, requester_id, entered_at, key_data, draft_id,
                        created_at, updated_at, tags)
      select 'idea', 'x', 'low', 1, now(), '{}', n, now(), now(),
        (case when n % 2 = 0 then '{billing}' when n = 3 then '{harbour}' else '{}' end)::text[]
      from generate_series(1, ${String(tickets)}) as n;
    insert into message (ticket_number, seq, kind, author, person_id, purpose, text, sent_at, recorded_at)
      select number, seq, 'public', 'client', 1, 'message',
        'An invoice' || case when number = 3 then ' from the Harbour' else '' end, now(), now()
      from ticket, generate_series(1, 2) as seq`)
})

afterAll(() => db.drop())

const find = async (words: string, limit: number) =>
  (await findTickets(db.database.pool, words, limit)).map(({ number }) => number)

test('a word of many tickets finds the newest, each once', async () => {
  expect(await find('invoice', 3)).toEqual([1_500, 1_499, 1_498])
  expect((await find('INVOICE', 200)).at(-1)).toBe(1_301)
})

test('a word of one old ticket finds it, with others that are in it', async () => {
  expect(await find('harbour', 3)).toEqual([3])
  expect(await find('invoice harbour', 3)).toEqual([3])
  expect(await find('harbour nowhere', 3)).toEqual([])
})

test('a tag of many tickets finds the newest, a rare one the old', async () => {
  expect(await find('#billing', 3)).toEqual([1_500, 1_498, 1_496])
  expect((await find('#Billing', 600)).at(-1)).toBe(302)
  expect(await find('#harbour', 3)).toEqual([3])
})

test('a number finds its ticket', async () => {
  expect(await find('#12', 3)).toEqual([12])
  expect(await find('9999', 3)).toEqual([])
})
