import { afterAll, beforeAll, expect, test, vi } from 'vitest'

import { startSandbox } from '../../sandbox/index.ts'
import { patience } from '../../sandbox/patience.ts'
import { createTestDatabase } from '../support/database.ts'
import { buildDesk } from '../support/build-desk.ts'
import { createDeskProcess } from '../support/desk-process.ts'

vi.setConfig({ testTimeout: 90_000 * patience })

const unhurried = `
limits:
  messagesPerMinute: 1000
  pacing: { chatPerSecond: 1000, chatBurst: 100, groupPerMinute: 100000, bulkPerSecond: 1000 }
`

const ends: (() => Promise<void>)[] = []

beforeAll(buildDesk)

afterAll(async () => {
  for (const end of ends.reverse()) await end()
})

/** As long as Telegram lets a text be, beginning with its number. */
const textOf = (index: number) =>
  `${String(index).padStart(2, '0')} ${'слово '.repeat(682)}`.slice(0, 4_095) + '.'

test('eighteen texts of 4,096 characters become a ticket, and the desk lives on', async () => {
  const sandbox = await startSandbox({ keepCalls: false })
  ends.push(() => sandbox.close())
  const db = await createTestDatabase()
  ends.push(() => db.drop())
  const forum = sandbox.forum()
  const desk = await createDeskProcess(
    {
      BOT_TOKEN: sandbox.token,
      TELEGRAM_API_ROOT: sandbox.apiRoot,
      DATABASE_URL: db.url,
      STAFF_CHAT_ID: String(forum.id),
      NODE_OPTIONS: '--max-old-space-size=192',
    },
    unhurried,
  )
  ends.push(() => desk.close())
  desk.start()
  expect(await desk.ready(), desk.output()).toBe(true)

  const texts = Array.from({ length: 18 }, (_, index) => textOf(index + 1))
  const client = sandbox.person({ name: 'Olena' })
  client.write('/new')
  await client.press('Idea')
  await sandbox.until(() => client.texts.some((text) => text.includes('Step 2')))
  for (const text of texts) client.write(text)
  const died = desk.ended().then(() => true)
  await sandbox.until(() => client.texts.at(-1)?.includes('Received: 18 messages'))
  await client.press('Done')
  await client.press('Skip')
  await client.press('Send', { timeoutMs: 20_000 })

  const topic = await sandbox.until(
    () => forum.topics().find((one) => one.messages.length > texts.length),
    20_000,
  )
  expect(topic.texts.filter((text) => /^\d\d /.test(text))).toEqual(texts)
  expect(topic.name).toMatch(/^#1 01 слово/)

  const other = sandbox.person({ name: 'Petro' })
  other.write('/new')
  await other.press('Idea')
  expect(await Promise.race([died, Promise.resolve(false)])).toBe(false)
  expect(desk.output()).not.toMatch(/"level":(50|60)/)
})
