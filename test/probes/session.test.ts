import { Postgres } from '@telegraf/session/pg'
import { session, Telegraf, type Context } from 'telegraf'
import { afterEach, expect, test } from 'vitest'

import { createTestDatabase } from '../support/database.ts'
import { startTestDesk } from '../support/desk.ts'
import { messageFrom } from '../support/stock-bot.ts'

const ends: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

interface Counting extends Context {
  session: { count: number } | undefined
}

test('a message that comes while the session is being saved undoes the one before', async () => {
  const db = await createTestDatabase()
  ends.push(() => db.drop())
  const { pool } = db.database
  const bot = new Telegraf<Counting>('1:token')
  bot.botInfo = { id: 1, is_bot: true, first_name: 'Stock', username: 'stock' } as never
  bot.use(session({ store: Postgres<{ count: number }>({ pool }) }))
  bot.hears(/^/, (ctx) => {
    ctx.session = { count: (ctx.session?.count ?? 0) + 1 }
  })
  const write = (id: number) => bot.handleUpdate({ update_id: id, ...messageFrom(7, 'x') } as never)
  const waiting = async () => {
    const { rows } = await pool.query(`select from pg_locks where not granted`)
    return rows.length
  }

  await write(1)
  const lock = await pool.connect()
  // Saving waits, reading does not: a slow disk, a far server, a busy pool do the same.
  await lock.query('begin; lock table "telegraf-sessions" in exclusive mode')
  const second = write(2)
  await expect.poll(waiting).toBe(1)
  const third = write(3)
  await expect.poll(waiting).toBe(2)
  await lock.query('commit')
  lock.release()
  await Promise.all([second, third])

  const { rows } = await pool.query<{ session: string }>('select session from "telegraf-sessions"')
  expect(rows.map((row) => JSON.parse(row.session) as unknown)).toEqual([{ count: 2 }])
})

test('no message of a dialogue is undone by the next one at the desk', async () => {
  const desk = await startTestDesk()
  ends.push(() => desk.close())
  const person = desk.sandbox.person()
  person.write('/new')
  await person.press('Idea')
  await desk.sandbox.until(() => person.texts.some((text) => text.includes('Step 2')))
  const { pool } = desk.db.database
  const lock = await pool.connect()
  await lock.query('begin; lock table dialogue in exclusive mode')
  person.write('one')
  await expect
    .poll(async () => (await pool.query(`select from pg_locks where not granted`)).rows.length)
    .toBe(1)
  person.write('two')
  person.write('three')
  await desk.sandbox.until(() => desk.sandbox.pendingCount() === 0)
  await lock.query('commit')
  lock.release()
  await desk.sandbox.until(() => person.texts.some((text) => text.includes('3 messages')))
})
