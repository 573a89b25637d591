import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { chatOf } from '../../../src/services/notifier/chat-of.ts'
import type { Outgoing, Place } from '../../../src/services/notifier/outgoing.ts'
import { saveClient, setReachable } from '../../../src/services/telegram/contact-points.ts'
import { createPrivateChats } from '../../../src/services/telegram/private-chats.ts'
import type { Queryable } from '../../../src/storage/sql.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'

let db: TestDatabase
let looks = 0
const counting: Queryable = {
  query: (statement) => {
    looks += 1
    return db.database.pool.query(statement)
  },
}

beforeAll(async () => {
  db = await createTestDatabase()
})
afterAll(() => db.drop())
beforeEach(async () => {
  looks = 0
  await db.database.pool.query('truncate person, contact_point cascade')
})

async function client(telegramUserId: number): Promise<number> {
  const identity = { telegramUserId, name: 'Olena', username: null, languageCode: null }
  return (await saveClient(db.database.pool, identity, new Date())).id
}

const say = (place: Place): Outgoing => ({
  kind: 'say',
  place,
  content: { text: 'x', entities: [] },
})

test('chats are looked up together, once each', async () => {
  const [one, other] = [await client(7), await client(8)]
  const chats = createPrivateChats(counting)
  expect(await Promise.all([one, other, one].map(chats.chatOf))).toEqual([7, 8, 7])
  expect(looks).toBe(1)
  expect(await Promise.all([one, other].map(chats.chatOf))).toEqual([7, 8])
  expect(looks).toBe(1)
})

test('who has none yet may have one later', async () => {
  const { rows } = await db.database.pool.query<{ id: number }>(
    `insert into person (name) values ('By mail') returning id`,
  )
  const { id } = rows[0]!
  const chats = createPrivateChats(counting)
  expect(await chats.chatOf(id)).toBeNull()
  await db.database.pool.query(
    `insert into contact_point (person_id, channel, address, verified)
     values ($1, 'telegram', '9', true)`,
    [id],
  )
  expect(await chats.chatOf(id)).toBe(9)
})

test('of two chats the one that reaches them is theirs', async () => {
  const id = await client(7)
  const chats = createPrivateChats(counting)
  await db.database.pool.query(
    `insert into contact_point (person_id, channel, address, verified, reachable)
     values ($1, 'telegram', '10', true, false)`,
    [id],
  )
  expect(await chats.chatOf(id)).toBe(7)
  await setReachable(db.database.pool, 7, false)
  await setReachable(db.database.pool, 10, true)
  chats.forget(7)
  expect(await chats.chatOf(id)).toBe(10)
})

test('what goes to a person and to their chat by its id shares one budget', async () => {
  const personId = await client(7)
  const chats = createPrivateChats(counting)
  expect(await chatOf(say({ kind: 'person', personId }), -1, chats)).toBe(7)
  expect(await chatOf(say({ kind: 'chat', chatId: 7, threadId: null }), -1, chats)).toBe(7)
})

test('while the database does not answer no chat is known, and nothing breaks', async () => {
  const away = createPrivateChats({ query: () => Promise.reject(new Error('gone')) })
  expect(await chatOf(say({ kind: 'person', personId: 1 }), -1, away)).toBeNull()
  await expect(away.chatOf(1)).rejects.toThrow('gone')
})
