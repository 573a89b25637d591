import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'

import { personById } from '../../../src/services/people/persons.ts'
import { saveClient, setReachable } from '../../../src/services/telegram/contact-points.ts'
import { loadPeople } from '../../../src/services/telegram/load-people.ts'
import { begin, type Queryable } from '../../../src/storage/sql.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'

const now = new Date('2026-12-01T12:00:00Z')
const olena = { telegramUserId: 7, name: 'Olena', username: 'olena', languageCode: 'uk' }

let db: TestDatabase
beforeAll(async () => {
  db = await createTestDatabase()
})
afterAll(() => db.drop())
beforeEach(() => rowsOf('truncate person, contact_point cascade'))

async function rowsOf(text: string): Promise<object[]> {
  const { rows } = await db.database.pool.query<object>(text)
  return rows
}

test('a client is one person under one contact point, however they call themselves', async () => {
  const { pool } = db.database
  const first = await saveClient(pool, olena, now)
  expect(first).toMatchObject({ name: 'Olena', languageCode: 'uk', reachable: true })
  await setReachable(pool, 7, false)
  expect(await personById(pool, first.id)).toMatchObject({ reachable: false })

  const renamed = { ...olena, name: 'Olena K.', username: null, languageCode: null }
  const again = await saveClient(pool, renamed, new Date())
  expect(again).toEqual({ ...first, name: 'Olena K.', languageCode: null })
  expect(await rowsOf('select name, created_at as at from person')).toEqual([
    { name: 'Olena K.', at: now },
  ])
  expect(await rowsOf('select address, verified, reachable, handle from contact_point')).toEqual([
    { address: '7', verified: true, reachable: true, handle: null },
  ])
})

test('two first messages at once make one person', async () => {
  const [one, other] = [await begin(db.database.pool), await begin(db.database.pool)]
  const first = await saveClient(one, olena, now)
  const second = saveClient(other, olena, now)
  const refused = expect(second).rejects.toThrow('A person was not saved')
  await vi.waitFor(async () => {
    const waiting = `select from pg_stat_activity
                     where datname = current_database() and wait_event_type = 'Lock'`
    expect(await rowsOf(waiting)).toHaveLength(1)
  })
  await one.commit()
  await refused
  await other.rollback()
  expect(await saveClient(db.database.pool, olena, now)).toEqual(first)
  expect(await rowsOf('select id from person')).toHaveLength(1)
})

test('a person is reachable while anything reaches them', async () => {
  const { pool } = db.database
  const { id } = await saveClient(pool, olena, now)
  await rowsOf(
    `insert into contact_point (person_id, channel, address, verified)
     values (${String(id)}, 'telegram', '8', true)`,
  )
  await setReachable(pool, 7, false)
  expect(await personById(pool, id)).toMatchObject({ reachable: true })
  const [here, there] = await loadPeople(pool, [7, 8])
  expect([here?.person?.id, there?.person?.id]).toEqual([id, id])
  expect([here?.contact?.reachable, there?.contact?.reachable]).toEqual([false, true])
  await setReachable(pool, 8, false)
  expect(await personById(pool, id)).toMatchObject({ reachable: false })
})

test('whom Telegram does not reach is reachable by another channel', async () => {
  const { pool } = db.database
  const { id } = await saveClient(pool, olena, now)
  const load = async () => {
    const [loaded] = await loadPeople(pool, [7])
    return [loaded?.person?.reachable, loaded?.contact?.reachable]
  }
  await setReachable(pool, 7, false)
  expect(await load()).toEqual([false, false])
  await rowsOf(
    `insert into contact_point (person_id, channel, address, verified)
     values (${String(id)}, 'mail', 'olena@example.org', true)`,
  )
  expect(await load()).toEqual([true, false])
})

test('people are loaded in one statement, by indexes alone', async () => {
  const { pool } = db.database
  await rowsOf(
    `insert into person (id, name) select n, 'Person ' || n from generate_series(1, 20000) n`,
  )
  await rowsOf(
    `insert into contact_point (person_id, channel, address, verified)
     select n, 'telegram', (1000000 + n)::text, true from generate_series(1, 20000) n`,
  )
  await rowsOf('analyze person, contact_point, dialogue')
  const asked: { text: string; values?: unknown[] }[] = []
  const spy: Queryable = {
    query: (statement) => {
      asked.push(statement)
      return pool.query(statement)
    },
  }
  const [found] = await loadPeople(spy, [1_000_077, 1_000_078])
  expect(found?.person?.name).toBe('Person 77')
  expect(asked).toHaveLength(1)
  const { rows } = await pool.query<{ 'QUERY PLAN': string }>(
    `explain ${asked[0]!.text}`,
    asked[0]!.values,
  )
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
  expect(plan).toContain('contact_point_channel_address_key')
  expect(plan).toContain('person_pkey')
  expect(plan).not.toMatch(/Seq Scan on (person|contact_point)/)
})
