import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'

import { startSandbox, type Sandbox, type SandboxPerson } from '../../sandbox/index.ts'
import { patience } from '../../sandbox/patience.ts'
import { buildDesk } from '../support/build-desk.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { createDeskProcess, type DeskProcess } from '../support/desk-process.ts'
import { startProxy, type TcpProxy } from '../support/tcp-proxy.ts'

let sandbox: Sandbox
let db: TestDatabase
let client: SandboxPerson
/** Programs start slowly where others test at the same time. */
const timeout = 90_000 * patience
const ends: (() => Promise<void>)[] = []

beforeAll(buildDesk)

beforeEach(async () => {
  sandbox = await startSandbox()
  ends.push(() => sandbox.close())
  db = await createTestDatabase()
  ends.push(() => db.drop())
  client = sandbox.person({ name: 'Olena' })
})

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function program(startWaitSeconds: number, url = db.url): Promise<DeskProcess> {
  const desk = await createDeskProcess({
    BOT_TOKEN: sandbox.token,
    TELEGRAM_API_ROOT: sandbox.apiRoot,
    DATABASE_URL: url,
    START_WAIT: String(startWaitSeconds),
  })
  ends.push(() => desk.close())
  desk.start()
  return desk
}

/** The client writes, and is answered once. */
async function expectOneAnswer(): Promise<void> {
  const before = client.texts.length
  client.write('/start')
  await sandbox.until(() => client.texts.length > before, timeout)
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(client.texts.length).toBe(before + 1)
}

const lastLine = (desk: DeskProcess) => desk.output().trim().split('\n').at(-1)

test.each([
  ['works', null],
  ['stands still', 'SIGSTOP'],
] as const)(
  'while one program %s, a second one on its database waits, is refused, and disturbs nobody',
  { timeout },
  async (_how, signal) => {
    const first = await program(1)
    expect(await first.ready(), first.output()).toBe(true)
    if (signal !== null) first.signal(signal)
    const second = await program(1)
    expect(await second.ended()).toBe(1)
    expect(lastLine(second)).toMatch(
      /^Another program \(process \d+\) works with this database: stop it, or give this one a DATABASE_URL of its own\.$/,
    )
    expect(second.output().match(/waiting for it to end/g)).toHaveLength(1)
    first.signal('SIGCONT')
    await expectOneAnswer()
    expect(await first.stop()).toBe(0)
  },
)

test('a program that is killed lets the next one in at once', { timeout }, async () => {
  const first = await program(1)
  expect(await first.ready(), first.output()).toBe(true)
  const second = await program(60)
  await sandbox.until(() => second.output().includes('waiting for it to end'), timeout)
  await first.kill()
  const killedAt = Date.now()
  expect(await second.ready(), second.output()).toBe(true)
  expect(Date.now() - killedAt).toBeLessThan(20_000)
  await expectOneAnswer()
  expect(await second.stop()).toBe(0)
})

test(
  'a program whose connections break keeps its database; one that lost it ends',
  { timeout },
  async () => {
    const proxy: TcpProxy = await startProxy({ target: db.url })
    ends.push(() => proxy.close())
    const first = await program(1, proxy.url)
    expect(await first.ready(), first.output()).toBe(true)
    const heir = await program(60)
    await sandbox.until(() => heir.output().includes('waiting for it to end'), timeout)
    // The server may still hold a connection that has broken on our side.
    proxy.cut()
    await sandbox.until(() => first.output().includes('The database is held again'), timeout)
    await expectOneAnswer()

    proxy.refuse()
    expect(await heir.ready(), heir.output()).toBe(true)
    proxy.release()
    expect(await first.ended()).toBe(1)
    expect(lastLine(first)).toMatch(
      /^Another program \(process \d+\) has taken the database of this one: leave one running\.$/,
    )
    await expectOneAnswer()
  },
)
