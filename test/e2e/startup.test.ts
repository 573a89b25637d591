import { createServer, type AddressInfo } from 'node:net'

import { afterEach, beforeAll, expect, test, vi } from 'vitest'

import { startSandbox, type Sandbox } from '../../sandbox/index.ts'
import { patience } from '../../sandbox/patience.ts'
import { buildDesk } from '../support/build-desk.ts'
import { createTestDatabase } from '../support/database.ts'
import { createDeskProcess } from '../support/desk-process.ts'

vi.setConfig({ testTimeout: 60_000 * patience })

const ends: (() => Promise<void>)[] = []

beforeAll(buildDesk)

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function telegram(): Promise<Sandbox> {
  const sandbox = await startSandbox()
  ends.push(() => sandbox.close())
  return sandbox
}

/** Starts the program and returns how it ended. */
async function startWith(environment: Record<string, string>, deskYaml = '') {
  const desk = await createDeskProcess(environment, deskYaml)
  ends.push(() => desk.close())
  desk.start()
  const code = await desk.ended()
  const said = desk.output().trim().split('\n')
  // Everything before the last line is the log, which is JSON.
  return { code, line: said.at(-1) ?? '', plain: said.filter((one) => !one.startsWith('{')) }
}

async function expectRefusal(
  environment: Record<string, string>,
  words: RegExp,
  deskYaml?: string,
): Promise<void> {
  const { code, line, plain } = await startWith(environment, deskYaml)
  expect(line).toMatch(words)
  expect(plain).toEqual([line])
  expect(code).toBe(1)
}

test('a missing token is named', async () => {
  await expectRefusal({}, /BOT_TOKEN/)
})

test('a token that Telegram does not know is named', async () => {
  const sandbox = await telegram()
  await expectRefusal(
    { BOT_TOKEN: '1:wrong', TELEGRAM_API_ROOT: sandbox.apiRoot },
    /^Telegram does not know this BOT_TOKEN/,
  )
})

test('a Telegram that cannot be reached is named', async () => {
  await expectRefusal(
    { BOT_TOKEN: '1:any', TELEGRAM_API_ROOT: 'http://127.0.0.1:9' },
    /^Telegram cannot be reached .*TELEGRAM_API_ROOT/,
  )
})

test('a database that cannot be used is named, without its password', async () => {
  const sandbox = await telegram()
  const common = { BOT_TOKEN: sandbox.token, TELEGRAM_API_ROOT: sandbox.apiRoot }
  const nobody = 'postgresql://somebody:secret@127.0.0.1:9/desk'
  await expectRefusal({ ...common, DATABASE_URL: nobody }, /^(?!.*secret).*DATABASE_URL/)
  const db = await createTestDatabase()
  ends.push(() => db.drop())
  const stranger = new URL(db.url)
  stranger.password = 'wrong-secret'
  await expectRefusal({ ...common, DATABASE_URL: stranger.href }, /^(?!.*secret).*DATABASE_URL/)
})

test('a data folder that takes no files is named', async () => {
  const sandbox = await telegram()
  await expectRefusal(
    // It is there and nobody can write to it, not even root.
    { BOT_TOKEN: sandbox.token, TELEGRAM_API_ROOT: sandbox.apiRoot, DATA_DIR: '/proc' },
    /^The folder \/proc of DATA_DIR cannot be used: /,
  )
})

test('a wrong desk file is named with its line', async () => {
  const sandbox = await telegram()
  await expectRefusal(
    { BOT_TOKEN: sandbox.token, TELEGRAM_API_ROOT: sandbox.apiRoot },
    /desk\.yaml, line 2: languages/,
    'name: My desk\nlanguages: [en, xx]\n',
  )
})

test('a port in use is named', async () => {
  const sandbox = await telegram()
  const db = await createTestDatabase()
  ends.push(() => db.drop())
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  const { port } = other.address() as AddressInfo
  ends.push(() => new Promise((resolve) => other.close(() => resolve())))
  await expectRefusal(
    {
      BOT_TOKEN: sandbox.token,
      TELEGRAM_API_ROOT: sandbox.apiRoot,
      DATABASE_URL: db.url,
      PORT: String(port),
    },
    new RegExp(`${String(port)}.*PORT`),
  )
})
