import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { createWhereabouts } from '../../../src/services/notifier/whereabouts.ts'
import {
  bindFoundTopic,
  ticketOfTopic,
  type FoundTopic,
} from '../../../src/services/telegram/topics.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'

const chatId = -1001
const name = '#12 No sound'
const minuteMs = 60_000

let db: TestDatabase
let askedAt: number

beforeAll(async () => {
  db = await createTestDatabase()
})

afterAll(() => db.drop())

/** Ticket 12 was written about half a minute ago; message 500 of the group was sent before. */
beforeEach(async () => {
  await query('truncate person, ticket, message, message_copy, topic, topic_creation, slot cascade')
  await query(`insert into person (id, name) values (1, 'Ann')`)
  await query(
    `insert into ticket (number, type_key, subject, priority, requester_id, entered_at, key_data,
                         draft_id, created_at)
     values (12, 'problem', 'No sound', 'normal', 1, now(), '{}', 'd1', now()),
            (13, 'problem', 'Other', 'normal', 1, now(), '{}', 'd2', now())`,
  )
  await query(
    `insert into message (id, ticket_number, seq, kind, author, purpose, text, sent_at)
     values (1, 12, 1, 'public', 'client', 'description', 'x', now() - interval '30 seconds')`,
  )
  await ask()
  askedAt = Date.now()
})

async function query(text: string): Promise<void> {
  await db.database.pool.query(text)
}

const whereabouts = () => createWhereabouts(db.database.pool)
const ask = () => whereabouts().noteCreation(12, { chatId, name, afterId: 500 })

const find = (change: Partial<FoundTopic> & { afterMs?: number } = {}) => {
  const { afterMs = 0, ...topic } = change
  const madeAt = new Date(askedAt + afterMs)
  return bindFoundTopic(db.database.pool, { chatId, threadId: 501, name, madeAt, ...topic })
}

test.each<[what: string, expected: number | null, Parameters<typeof find>[0]]>([
  ['as it was asked for', 12, {}],
  ['made while the call was given up', 12, { afterMs: 60_000 }],
  ['by a clock that is a little late', 12, { afterMs: -20_000 }],
  ['of another name', null, { name: '#12 No sound!' }],
  ['of another group', null, { chatId: -1002 }],
  ['that stands above what was sent then', null, { threadId: 500 }],
  ['older than the words of its ticket', null, { afterMs: -45_000 }],
  ['made long before', null, { afterMs: -60 * minuteMs }],
  ['made long after', null, { afterMs: 5 * minuteMs }],
])('a topic %s belongs to ticket %s', async (_what, expected, topic) => {
  expect(await find(topic)).toBe(expected)
  expect(await ticketOfTopic(db.database.pool, chatId, 501)).toBe(expected)
})

test('a creation makes one topic: nothing is bound to it twice, nor once its answer came', async () => {
  expect(await find()).toBe(12)
  expect(await find({ threadId: 502 })).toBeNull()
  const creation = await ask()
  await whereabouts().saveTopic(12, { chatId, threadId: 503, creation })
  expect(await find({ threadId: 504 })).toBeNull()
  const refused = await ask()
  await whereabouts().dropCreation(refused)
  expect(await find({ threadId: 505 })).toBeNull()
  const { pool } = db.database
  expect(await ticketOfTopic(pool, chatId, 501)).toBe(12)
  expect(await ticketOfTopic(pool, chatId, 503)).toBe(12)
})

test('a topic that was found is the ticket’s own until another one is made', async () => {
  await find()
  expect(await whereabouts().topicOf(12)).toMatchObject({ chatId, threadId: 501 })
  await whereabouts().saveTopic(12, { chatId, threadId: 503, creation: await ask() })
  expect(await whereabouts().topicOf(12)).toMatchObject({ threadId: 503 })
  expect(await ticketOfTopic(db.database.pool, chatId, 501)).toBe(12)
})

test('a creation that nobody found for a month is forgotten', async () => {
  await query(`update topic_creation set asked_at = now() - interval '31 days'`)
  await whereabouts().noteCreation(13, { chatId, name: '#13 Other', afterId: 500 })
  const { rows } = await db.database.pool.query<{ ticket_number: number }>(
    'select ticket_number from topic_creation',
  )
  expect(rows).toEqual([{ ticket_number: 13 }])
})
