import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { readUnseen } from '../../../src/services/tickets/read-unseen.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'

const group = -1001
/** The agent's message. */
const written = 100

let db: TestDatabase

beforeAll(async () => {
  db = await createTestDatabase()
})

afterAll(() => db.drop())

/** Two tickets of a client, who wrote at noon and waits; nothing of it stands in the group yet. */
beforeEach(async () => {
  await query('truncate person, ticket, message, agent cascade')
  await query(`insert into person (id, name) values (1, 'Olena')`)
  await query(`insert into agent (id, telegram_user_id, name) values (1, 8, 'Anna'), (2, 9, 'Bo')`)
  for (const number of [12, 13]) {
    await query(
      `insert into ticket (number, type_key, subject, priority, requester_id, entered_at, key_data,
                           draft_id, created_at, needs_reply_since)
       values (${String(number)}, 'idea', 'x', 'low', 1, now(), '{}', 'd${String(number)}', now(),
               '2026-12-01 12:00Z')`,
    )
  }
})

async function query(text: string): Promise<void> {
  await db.database.pool.query(text)
}

let seq = 0
interface Wrote {
  at?: string
  ticket?: number
  author?: 'client' | 'agent'
  kind?: 'public' | 'note'
  ack?: boolean
  /** Ids of its copies in the group, or in a group that it was before. */
  copies?: number[]
  copiesBefore?: number[]
  source?: number
}

/** Keeps a message as it is once it was recorded and perhaps delivered. */
async function wrote({
  at = '12:00',
  ticket = 12,
  copies = [],
  copiesBefore = [],
  ...more
}: Wrote) {
  const { author = 'client', kind = 'public', ack = false, source } = more
  const id = ++seq
  await query(
    `insert into message (id, ticket_number, seq, kind, author, person_id, purpose, text, is_ack,
                          sent_at, recorded_at)
     values (${String(id)}, ${String(ticket)}, ${String(id)}, '${kind}', '${author}', 1, 'message',
             'x', ${String(ack)}, now(), '2026-12-01 ${at}Z')`,
  )
  const places = [
    ...copies.map((copy) => [group, copy, false]),
    ...copiesBefore.map((copy) => [group - 1, copy, false]),
    ...(source === undefined ? [] : [[7, source, true]]),
  ]
  for (const place of places) {
    await query(
      `insert into message_copy (chat_id, telegram_message_id, source, message_id)
       values (${place.join(', ')}, ${String(id)})`,
    )
  }
}

const unseen = (ids = [written], sentAt = new Date('2026-12-01T12:05:00Z')) =>
  readUnseen(db.database.pool, 12, {
    text: 'x',
    entities: [],
    attachments: [],
    replyTo: null,
    sentAt,
    places: ids.map((messageId) => ({ chatId: group, messageId })),
  })

test.each<[what: string, unseenWords: boolean, Wrote[]]>([
  ['that stand above', false, [{ copies: [99] }]],
  ['that stand below', true, [{ copies: [101] }]],
  ['that stand nowhere yet', true, [{}]],
  ['that stand in the client’s own chat only', true, [{ source: 5 }]],
  ['of which the newest stand below', true, [{ copies: [90] }, { at: '12:01', copies: [102] }]],
  ['with an album that is all above', false, [{ copies: [97, 98, 99] }]],
  ['with an album of which an item is below', true, [{ copies: [98, 99, 101] }]],
  ['that were shown before the group got another id', false, [{ copiesBefore: [5_000] }]],
  ['shown again after the group got another id', true, [{ copies: [101], copiesBefore: [9] }]],
  ['that were answered', false, [{ at: '11:59' }]],
  ['of thanks', false, [{ ack: true }]],
  ['that are a note', false, [{ kind: 'note', author: 'agent' }]],
  ['of another ticket', false, [{ ticket: 13 }]],
])('words %s are unseen: %s', async (_what, expected, messages) => {
  for (const message of messages) await wrote(message)
  expect((await unseen()).words).toBe(expected)
})

test('words of a ticket that became part of this one count, wherever they stand', async () => {
  await query('update ticket set merged_into = 12 where number = 13')
  await wrote({ ticket: 13, copies: [60] })
  expect((await unseen()).words).toBe(false)
  await wrote({ ticket: 13, copies: [61, 120] })
  expect((await unseen()).words).toBe(true)
})

test('an album of the agent is as old as its first item, and nothing waits while nobody does', async () => {
  await wrote({ copies: [100] })
  expect((await unseen([102, 99, 101])).words).toBe(true)
  expect((await unseen([102, 101])).words).toBe(false)
  await query('update ticket set needs_reply_since = null')
  expect((await unseen([99])).words).toBe(false)
})

test('a colleague’s answer that took the ticket is unseen in its own second, by Telegram’s clock', async () => {
  await query(
    `update ticket set assignee_id = 2, assigned_at = '2026-12-01 15:00Z' where number = 12`,
  )
  const at = (time: string) => unseen([written], new Date(`2026-12-01T${time}Z`))
  expect((await at('12:05:00')).answer).toBe(false)
  await query(
    `insert into message (id, ticket_number, seq, kind, author, agent_id, purpose, text, sent_at, recorded_at)
     values (9000, 12, 9000, 'public', 'agent', 2, 'reply', 'x', '2026-12-01 12:05:00Z', '2026-12-01 15:00Z')`,
  )
  expect((await at('12:05:00')).answer).toBe(true)
  expect((await at('12:05:01')).answer).toBe(false)
})
