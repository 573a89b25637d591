import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { createTestDatabase, type TestDatabase } from './database.ts'
import { startProxy, type TcpProxy } from './tcp-proxy.ts'

let db: TestDatabase
let proxy: TcpProxy

beforeEach(async () => {
  db = await createTestDatabase()
  proxy = await startProxy({ target: db.url })
})

afterEach(async () => {
  await proxy.close()
  await db.drop()
})

async function open(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: proxy.url, connectionTimeoutMillis: 300 })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

test('what was asked is carried out although its answer never comes', async () => {
  const keep = (key: string) => ({
    name: 'keep',
    text: `insert into setting (key, value) values ($1, '1')`,
    values: [key],
  })
  const client = await open()
  const lost = proxy.loseAnswerOf(/keep/, { after: 1 })
  await client.query(keep('passed'))
  await expect(client.query(keep('lost'))).rejects.toThrow('Connection terminated')
  await lost
  const { rows } = await db.database.pool.query('select key from setting order by key')
  expect(rows).toEqual([{ key: 'lost' }, { key: 'passed' }])
})

test('connections are cut, refused, or hang until they are let go', async () => {
  const first = await open()
  proxy.cut()
  await expect(first.query('select 1')).rejects.toThrow()
  proxy.refuse()
  await expect(open()).rejects.toThrow()
  proxy.release()
  const second = await open()
  proxy.hold()
  await expect(open()).rejects.toThrow('timeout')
  const answer = second.query('select 2 as two')
  proxy.release()
  expect((await answer).rows).toEqual([{ two: 2 }])
  await second.end()
})
