import { openSync } from 'node:fs'

import { afterEach, beforeAll, expect, test } from 'vitest'

import { startSandbox } from '../../sandbox/index.ts'
import { patience } from '../../sandbox/patience.ts'
import { buildDesk } from '../support/build-desk.ts'
import { createTestDatabase } from '../support/database.ts'
import { createDeskProcess } from '../support/desk-process.ts'

/** Programs start slowly where others test at the same time. */
const timeout = 60_000 * patience
const ends: (() => Promise<void>)[] = []

beforeAll(buildDesk)

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function arrange(stdout: 'pipe' | number, environment: Record<string, string> = {}) {
  const sandbox = await startSandbox()
  ends.push(() => sandbox.close())
  const db = await createTestDatabase()
  ends.push(() => db.drop())
  const access = {
    BOT_TOKEN: sandbox.token,
    TELEGRAM_API_ROOT: sandbox.apiRoot,
    DATABASE_URL: db.url,
    ...environment,
  }
  const desk = await createDeskProcess(access, '', { stdout })
  ends.push(() => desk.close())
  desk.start()
  return { sandbox, desk }
}

test.runIf(process.platform === 'linux')(
  'a log on a full disk costs the log and nothing else',
  { timeout },
  async () => {
    const { sandbox, desk } = await arrange(openSync('/dev/full', 'w'))
    const client = sandbox.person({ name: 'Olena' })
    client.write('/start')
    await sandbox.until(() => client.texts.length > 0, timeout)
    expect(await desk.stop()).toBe(0)
  },
)

test('nor does a reader of the log who goes away cost more', { timeout }, async () => {
  const { sandbox, desk } = await arrange('pipe')
  expect(await desk.ready(), desk.output()).toBe(true)
  desk.stopReading()
  const client = sandbox.person({ name: 'Olena' })
  for (const text of ['/start', '/help']) {
    const before = client.texts.length
    client.write(text)
    await sandbox.until(() => client.texts.length > before, timeout)
  }
  expect(await desk.stop()).toBe(0)
})

test(
  'an error that nobody expected ends the program with one line and code 1',
  { timeout },
  async () => {
    const fault = `process.on('SIGUSR2', () => Promise.reject(new Error('Nobody expected it')))`
    const { desk } = await arrange('pipe', {
      NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(fault)}`,
    })
    expect(await desk.ready(), desk.output()).toBe(true)
    desk.signal('SIGUSR2')
    expect(await desk.ended()).toBe(1)
    const last = JSON.parse(desk.output().trim().split('\n').at(-1) ?? '{}') as object
    expect(last).toMatchObject({
      msg: 'An unexpected error ends the program',
      err: { message: 'Nobody expected it' },
    })
  },
)
