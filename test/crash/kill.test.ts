import { setTimeout as sleep } from 'node:timers/promises'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { startSandbox } from '../../sandbox/index.ts'
import { languages } from '../../src/domain/language.ts'
import { createTestDatabase } from '../support/database.ts'
import { buildDesk, createDeskProcess } from '../support/desk-process.ts'
import { liveThrough, type Lived } from '../support/life.ts'

const kills = 50
const clientsAtOnce = 6
const giveUpMs = 420_000

/** Telegram's limits would make the lives wait, and nothing would be in flight at a kill. */
const unhurried = `
limits:
  pacing: { chatPerSecond: 1000, chatBurst: 100, groupPerMinute: 100000, bulkPerSecond: 1000 }
`

const ends: (() => Promise<void>)[] = []

beforeAll(buildDesk, 180_000)

afterAll(async () => {
  for (const end of ends.reverse()) await end()
})

test(
  `every life completes although the desk is killed ${String(kills)} times`,
  { timeout: giveUpMs + 60_000 },
  async () => {
    const sandbox = await startSandbox({ keepCalls: false })
    ends.push(() => sandbox.close())
    const db = await createTestDatabase()
    ends.push(() => db.drop())
    const forum = sandbox.forum()
    const agent = sandbox.person({ name: 'Anna', username: 'anna' })
    forum.addMember(agent)
    const desk = await createDeskProcess(
      {
        ...{ BOT_TOKEN: sandbox.token, TELEGRAM_API_ROOT: sandbox.apiRoot },
        ...{ DATABASE_URL: db.url, STAFF_CHAT_ID: String(forum.id) },
      },
      unhurried,
    )
    ends.push(() => desk.close())
    desk.start()
    expect(await desk.ready(), desk.output()).toBe(true)

    let isOver = false
    let clients = 0
    const lives: { name: string; texts: () => string[]; lived: Lived }[] = []
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
      if (kill % 5 !== 0) await desk.ready()
      await sleep(Math.random() * 700)
      await desk.kill()
      const { rows } = await db.database.pool.query<{ count: number }>(
        `select count(*)::int as count from outbox where state = 'sending'`,
      )
      unknown += rows[0]?.count ?? 0
      desk.start()
    }
    isOver = true
    await living
    expect(await desk.stop()).toBe(0)

    const copies = { toStaff: 0, toClient: 0 }
    const repeated = { topics: 0, toStaff: 0, toClient: 0 }
    for (const { name, texts, lived } of lives) {
      const topics = forum.topics().filter((topic) => topic.name.includes(name))
      const topic = topics.at(-1)
      repeated.topics += topics.length - 1
      const count = (kind: keyof typeof copies, found: number, text: string) => {
        expect(found, text).toBeGreaterThanOrEqual(1)
        copies[kind] += 1
        repeated[kind] += found - 1
      }
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
    const { rows } = await db.database.pool.query<{ tickets: number; closed: number }>(
      `select count(*)::int as tickets, count(*) filter (where status = 'closed')::int as closed
         from ticket`,
    )
    expect(rows).toEqual([{ tickets: lives.length, closed: lives.length }])
    const duplicates = repeated.topics + repeated.toStaff + repeated.toClient
    process.stdout.write(
      `${String(kills)} kills, ${String(lives.length)} lives completed, ` +
        `${String(copies.toStaff)} client texts and ${String(copies.toClient)} replies arrived, ` +
        `0 lost; ${String(unknown)} rows in flight at a kill, ${String(duplicates)} seen twice ` +
        `(${String(repeated.topics)} empty topics)\n`,
    )
    expect(duplicates).toBeLessThanOrEqual(unknown)
  },
)
