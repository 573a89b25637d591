import { afterAll, beforeAll, expect, test } from 'vitest'
import { begin, statement, withTransaction } from '../../src/storage/sql.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

let given: TestDatabase
beforeAll(async () => {
  // One connection: one that is not given back makes the next test fail.
  given = await createTestDatabase({ poolSize: 1 })
})
afterAll(() => given.drop())

const put = statement('test_put', 'insert into setting (key, value) values ($1, $2)')
const read = statement<{ value: unknown }>('test_read', 'select value from setting where key = $1')
const backend = statement<{ pid: number }>('test_backend', 'select pg_backend_pid() as pid')

test('a statement is prepared once per connection and returns its rows', async () => {
  const { pool } = given.database
  await put(pool, 'a', '1')
  expect(await read(pool, 'a')).toEqual([{ value: 1 }])
  expect(await read(pool, 'nothing')).toEqual([])
  const prepared = await given.database.query<{ name: string }>({
    text: `select name from pg_prepared_statements where name = 'test_read'`,
  })
  expect(prepared).toHaveLength(1)
})

test('a transaction that resolves is committed and one that throws is rolled back', async () => {
  const { pool } = given.database
  expect(await withTransaction(pool, async (db) => (await put(db, 'kept', '1'), 'done'))).toBe(
    'done',
  )
  const failure = new Error('changed my mind')
  await expect(
    withTransaction(pool, async (db) => {
      await put(db, 'undone', '1')
      throw failure
    }),
  ).rejects.toBe(failure)
  expect(await read(pool, 'kept')).toHaveLength(1)
  expect(await read(pool, 'undone')).toHaveLength(0)
})

test('a commit after a failed statement is an error, not a silent rollback', async () => {
  const { pool } = given.database
  await expect(
    withTransaction(pool, async (db) => {
      await put(db, 'lost', '1')
      await db.query({ text: 'select nonsense' }).catch(() => undefined)
    }),
  ).rejects.toThrow('rolled back')
  expect(await read(pool, 'lost')).toHaveLength(0)
})

test('a transaction that takes too long is rolled back and its connection is closed', async () => {
  const { pool } = given.database
  const [before] = await backend(pool)
  await expect(
    withTransaction(
      pool,
      async (db) => {
        await put(db, 'late', '1')
        await db.query({ text: 'select pg_sleep(10)' })
      },
      { timeoutMs: 100 },
    ),
  ).rejects.toThrow('did not end within 100 ms')
  const [after] = await backend(pool)
  expect(after!.pid).not.toBe(before!.pid)
  expect(await read(pool, 'late')).toHaveLength(0)
})

test('a transaction whose connection breaks gives the pool a new one', async () => {
  const { pool } = given.database
  await expect(
    withTransaction(pool, async (db) => {
      await put(db, 'broken', '1')
      await db.query({ text: 'select pg_terminate_backend(pg_backend_pid())' })
    }),
  ).rejects.toThrow()
  expect(await read(pool, 'broken')).toHaveLength(0)
})

test('a transaction that has ended takes no more statements', async () => {
  const connection = await begin(given.database.pool)
  await connection.commit()
  await expect(read(connection, 'kept')).rejects.toThrow('has ended')
  await expect(connection.commit()).rejects.toThrow('has ended')
  await connection.rollback()
})
