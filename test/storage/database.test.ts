import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../../src/storage/database.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

let given: TestDatabase
beforeAll(async () => {
  given = await createTestDatabase()
})
afterAll(() => given.drop())

test('int8 arrives as a number and timestamptz as a Date, also in arrays', async () => {
  const [row] = await given.database.query({
    text: `select 9007199254740991::int8 as id, array[-1001234567890, null]::int8[] as ids,
                  '2026-03-29 03:30+02'::timestamptz as at, '{"a": 1}'::jsonb as payload`,
  })
  expect(row).toEqual({
    id: 9007199254740991,
    ids: [-1001234567890, null],
    at: new Date('2026-03-29T01:30:00Z'),
    payload: { a: 1 },
  })
})

test('an int8 that a number cannot hold is an error and not another number', async () => {
  const query = given.database.query({ text: 'select 9007199254740993::int8 as id' })
  await expect(query).rejects.toThrow('9007199254740993 is too large')
  expect(await given.database.query({ text: 'select 1 as one' })).toEqual([{ one: 1 }])
})

test('Prisma and SQL mean the same moment and share the pool', async () => {
  const { query } = given.database
  const prisma = await given.database.prisma()
  const receivedAt = new Date('2026-03-29T01:30:00.123Z')
  const [botId, updateId] = [5_000_000_000n, 7n]
  await prisma.inboundUpdate.create({
    data: { botId, updateId, lane: 'x', payload: {}, receivedAt },
  })
  const rows = await query({
    text: 'select bot_id as id, received_at as "receivedAt" from inbound_update',
  })
  expect(rows).toEqual([{ id: 5_000_000_000, receivedAt }])
  expect(await prisma.inboundUpdate.findFirst({ where: { botId } })).toMatchObject({
    botId,
    receivedAt,
  })
})

test('nothing waits without a limit', async () => {
  const rows = await given.database.query<{ name: string; value: string }>({
    text: `select name, setting as value from pg_settings where name in
           ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout')`,
  })
  expect(rows).toHaveLength(3)
  for (const { value } of rows) expect(Number(value)).toBeGreaterThan(0)
})

test('a lost idle connection is a warning and the next query gets another one', async () => {
  const warnings: string[] = []
  const log = {
    info: () => undefined,
    warn: (_: object, text: string) => void warnings.push(text),
  }
  const database = await openDatabase({ url: given.url, poolSize: 1, log })
  const [row] = await database.query<{ pid: number }>({ text: 'select pg_backend_pid() as pid' })
  const removed = new Promise((resolve) => database.pool.once('remove', resolve))
  await given.database.query({ text: 'select pg_terminate_backend($1)', values: [row!.pid] })
  await removed
  expect(await database.query({ text: 'select 1 as one' })).toEqual([{ one: 1 }])
  expect(new Set(warnings)).toEqual(new Set(['A connection to the database was lost']))
  await database.close()
})
