import { afterAll, beforeAll, expect, test } from 'vitest'

import { runCommand } from '../../src/operator/run-command.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

let db: TestDatabase

beforeAll(async () => {
  db = await createTestDatabase()
  await db.database.pool.query(
    `insert into inbound_update (bot_id, update_id, lane, payload, state, reason, attempts, unreadable)
     values (42, 5, 'user:7', '{"message": {"text": "secret words"}}', 'dead', 'Error: no', 3, false),
            (42, 6, 'user:7', '{}', 'done', null, 0, false),
            (42, -9, 'misc', '{}', 'dead', 'bad_update_id', 0, true)`,
  )
})
afterAll(() => db.drop())

const operator = (...words: string[]) =>
  runCommand(words, { BOT_TOKEN: '42:token', DATABASE_URL: db.url })

test.each<[words: string, code: number, said: RegExp]>([
  ['dead show -77', 1, /^There is no update -77: see dead list\.$/],
  ['dead retry 77', 1, /^There is no update 77: see dead list\.$/],
  [
    'dead retry -9',
    1,
    /^Update -9 cannot be handled again, .* \(bad_update_id\): show or drop it\.$/,
  ],
  ['dead drop 6', 1, /^Update 6 is not put aside: it is done\.$/],
  ['dead retry abc', 1, /^"abc" is not the id of an update: see dead list\.$/],
  ['dead retry 99999999999999999999', 1, /is not the id of an update/],
  ['dead bury 1', 2, /^Usage:\n {2}npm run desk -- dead list/],
  ['dead list all', 2, /^Usage:/],
  ['dead', 2, /^Usage:/],
  ['alive', 2, /^There is no command "alive"\./],
  ['help', 0, /npm run desk -- dead retry ID/],
  ['dead --help', 0, /^Usage:/],
])('"%s" ends with %i and one clear word', async (words, code, said) => {
  const ended = await operator(...words.split(' '))
  expect(ended.code).toBe(code)
  expect(ended.text).toMatch(said)
})

test('a list holds nothing of what was written', async () => {
  const { text } = await operator('dead', 'list')
  expect(text.split('\n')).toHaveLength(3)
  expect(text).toMatch(/^5 +\S+Z +user:7 +3 +Error: no$/m)
  expect(text).toMatch(/^-9 +\S+Z +misc +0 +bad_update_id$/m)
  expect(text).not.toContain('secret words')
})

test('a database that cannot be reached is named, without its password', async () => {
  const { code, text } = await runCommand(['dead', 'list'], {
    BOT_TOKEN: '42:token',
    DATABASE_URL: 'postgresql://somebody:secret@127.0.0.1:9/desk',
  })
  expect(code).toBe(1)
  expect(text).toMatch(/^(?!.*secret)Nothing answers at .*DATABASE_URL/)
})

test.each(['dead', 'dead bury 1', 'dead retry', 'dead list all'])(
  '"%s" is not understood, with or without a token',
  async (words) => {
    const ended = await runCommand(words.split(' '), {})
    expect(ended).toMatchObject({ code: 2, text: expect.stringMatching(/^Usage:/) as string })
  },
)

test('without a token it is said what is missing', async () => {
  expect(await runCommand(['dead', 'list'], {})).toMatchObject({
    code: 1,
    text: expect.stringMatching(/^BOT_TOKEN is missing/) as string,
  })
})
