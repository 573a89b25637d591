import { setTimeout as sleep } from 'node:timers/promises'

import { expect } from 'vitest'

import { startSandbox, type SandboxForum } from '../../sandbox/index.ts'
import { languages } from '../../src/domain/language.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { createDeskProcess, type DeskProcess } from '../support/desk-process.ts'
import { liveThrough, type Lived } from '../support/life.ts'
import { startProxy, type TcpProxy } from '../support/tcp-proxy.ts'
import type { Cut } from './cuts.ts'

export interface Survival {
  kills: number
  lives: number
  /** How many texts stand where they belong. */
  arrived: { toStaff: number; toClient: number }
  /** How many came once more. */
  repeated: { topics: number; toStaff: number; toClient: number }
  /** Rows that were on their way when the program was killed. */
  unknown: number
}

export interface KillOptions {
  kills: number
  /** How long anybody waits for anything. */
  giveUpMs: number
  /** Gets the ways to end what was started, in order. */
  ends: (() => Promise<void>)[]
  /** When the database is cut off around each kill; null: it never is. */
  cuts: (() => Cut) | null
}

const clientsAtOnce = 6

/** Telegram's limits would make the lives wait, and nothing would be in flight at a kill. */
const unhurried = `
limits:
  pacing: { chatPerSecond: 1000, chatBurst: 100, groupPerMinute: 100000, bulkPerSecond: 1000 }
`

interface Life {
  name: string
  texts: () => string[]
  lived: Lived
}

/**
 * Lets clients live through whole tickets while the desk is killed again and again. Fails when
 * anything is lost or applied twice.
 */
export async function surviveKills({
  kills,
  giveUpMs,
  ends,
  cuts,
}: KillOptions): Promise<Survival> {
  const sandbox = await startSandbox({ keepCalls: false })
  ends.push(() => sandbox.close())
  const db = await createTestDatabase()
  ends.push(() => db.drop())
  const proxy = await startProxy({ target: db.url })
  ends.push(() => proxy.close())
  const forum = sandbox.forum()
  const agent = sandbox.person({ name: 'Anna', username: 'anna' })
  forum.addMember(agent)
  const desk = await createDeskProcess(
    {
      BOT_TOKEN: sandbox.token,
      TELEGRAM_API_ROOT: sandbox.apiRoot,
      DATABASE_URL: cuts === null ? db.url : proxy.url,
      STAFF_CHAT_ID: String(forum.id),
    },
    unhurried,
  )
  ends.push(() => desk.close())
  desk.start()
  expect(await desk.ready(), desk.output()).toBe(true)

  let isOver = false
  let clients = 0
  const lives: Life[] = []
  const liveOn = async () => {
    while (!isOver) {
      const name = `Client-${String(++clients)}.`
      const language = languages[clients % languages.length]!
      const client = sandbox.person({ name, language })
      const stage = { sandbox, forum }
      const lived = await liveThrough({ stage, client, agent, language, patienceMs: giveUpMs })
      lives.push({ name, texts: () => client.texts, lived })
    }
  }
  const living = Promise.all(Array.from({ length: clientsAtOnce }, liveOn))

  let unknown = 0
  for (let kill = 0; kill < kills; kill += 1) {
    // Every fifth dies while it still starts, the others while they work.
    if (kill % 5 !== 0) await ready(desk)
    await sleep(Math.random() * 700)
    const cut = cuts?.()
    if (cut !== undefined && cut.atMs <= 0) {
      await cutOff(cut, db, proxy)
      await sleep(-cut.atMs)
    }
    await desk.kill()
    const { rows } = await db.database.pool.query<{ count: number }>(
      `select count(*)::int as count from outbox where state = 'sending'`,
    )
    unknown += rows[0]?.count ?? 0
    desk.start()
    if (cut !== undefined && cut.atMs > 0) {
      await sleep(cut.atMs)
      await cutOff(cut, db, proxy)
    }
  }
  isOver = true
  await ready(desk)
  await living
  expect(await desk.stop()).toBe(0)

  const { rows } = await db.database.pool.query<{ tickets: number; closed: number }>(
    `select count(*)::int as tickets, count(*) filter (where status = 'closed')::int as closed
       from ticket`,
  )
  expect(rows).toEqual([{ tickets: lives.length, closed: lives.length }])
  return { kills, lives: lives.length, unknown, ...countTexts(lives, forum) }
}

/** Waits until the desk is open; a start that found no database is made again, as a system would. */
async function ready(desk: DeskProcess): Promise<void> {
  while (!(await desk.ready())) desk.start()
}

/** Ends all connections of the desk, and none of the test's. */
async function cutOff({ how }: Cut, { database }: TestDatabase, proxy: TcpProxy): Promise<void> {
  if (how === 'reset') {
    proxy.cut()
    return
  }
  await database.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and application_name like 'kvytok %'
       and application_name <> current_setting('application_name')`,
  )
}

/** Looks for every text where it belongs. */
function countTexts(lives: Life[], forum: SandboxForum): Pick<Survival, 'arrived' | 'repeated'> {
  const arrived = { toStaff: 0, toClient: 0 }
  const repeated = { topics: 0, toStaff: 0, toClient: 0 }
  const count = (kind: keyof typeof arrived, found: number, text: string) => {
    expect(found, text).toBeGreaterThanOrEqual(1)
    arrived[kind] += 1
    repeated[kind] += found - 1
  }
  for (const { name, texts, lived } of lives) {
    const topics = forum.topics().filter((topic) => topic.name.includes(name))
    const topic = topics.at(-1)
    repeated.topics += topics.length - 1
    for (const text of lived.toStaff) {
      count('toStaff', topic!.texts.filter((one) => one.endsWith(text)).length, text)
    }
    for (const text of lived.toClient) {
      count('toClient', texts().filter((one) => one.includes(text)).length, text)
    }
    for (const note of lived.notes) {
      expect(texts().join('\n')).not.toContain(note.replace(/^\S+ /, ''))
    }
  }
  return { arrived, repeated }
}
