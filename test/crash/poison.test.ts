import { afterAll, beforeAll, expect, test } from 'vitest'

import { startSandbox } from '../../sandbox/index.ts'
import { patience } from '../../sandbox/patience.ts'
import { begin } from '../../src/storage/sql.ts'
import { buildDesk } from '../support/build-desk.ts'
import { createTestDatabase } from '../support/database.ts'
import { createDeskProcess } from '../support/desk-process.ts'
import { openTicket, textOf } from '../support/opened-ticket.ts'
import { typeCommand } from '../support/operator.ts'

const ends: (() => Promise<void>)[] = []

beforeAll(buildDesk)

afterAll(async () => {
  for (const end of ends.reverse()) await end()
})

test(
  'an update that runs at two deaths is put aside at the third start; neighbours are handled',
  { timeout: 90_000 * patience },
  async () => {
    const sandbox = await startSandbox()
    ends.push(() => sandbox.close())
    const db = await createTestDatabase()
    ends.push(() => db.drop())
    const forum = sandbox.forum()
    const { pool } = db.database
    const environment = {
      BOT_TOKEN: sandbox.token,
      TELEGRAM_API_ROOT: sandbox.apiRoot,
      DATABASE_URL: db.url,
      STAFF_CHAT_ID: String(forum.id),
    }
    const desk = await createDeskProcess(environment)
    ends.push(() => desk.close())
    desk.start()
    expect(await desk.ready(), desk.output()).toBe(true)
    const ticket = await openTicket({ sandbox, forum })
    const row = async () => {
      const { rows } = await pool.query<{ id: number; state: string; lasting: boolean }>(
        `select update_id as id, state, lasting from inbound_update
         where payload -> 'message' ->> 'text' = 'This one is poison'`,
      )
      return rows[0]
    }

    // It runs as long as somebody holds its ticket; that is when the program is killed.
    const holder = await begin(pool, { timeoutMs: 60_000 })
    await holder.query({
      text: 'select from ticket where number = $1 for update',
      values: [ticket.number],
    })
    const isHeldUp = async () => {
      const { rows } = await pool.query(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
      return rows.length > 0
    }
    ticket.client.write('This one is poison')
    await sandbox.until(isHeldUp)
    ticket.client.write('I am behind it')
    await sandbox.until(async () => sandbox.pendingCount() === 0)
    await desk.kill()
    desk.start()
    expect(await desk.ready(), desk.output()).toBe(true)
    // Others are not kept waiting by what is held up.
    const other = await openTicket(
      { sandbox, forum },
      { client: sandbox.person({ name: 'Taras' }) },
    )
    expect(other.number).toBeGreaterThan(ticket.number)
    await sandbox.until(async () => (await row())?.lasting)
    await desk.kill()
    await holder.rollback()
    desk.start()
    expect(await desk.ready(), desk.output()).toBe(true)

    await ticket.staffReads('I am behind it')
    const { id, state } = (await row())!
    expect(state).toBe('dead')
    const inTopic = await ticket.staffReads('This one is poison')
    expect(textOf(inTopic)).toBe(
      `💔 Olena wrote this, and an error in the desk stopped it. ` +
        `The operator can repeat it: ${String(id)}\nThis one is poison`,
    )
    await ticket.clientReads('Something went wrong on our side.')
    const inGeneral = await sandbox.until(() =>
      forum.general.map(textOf).filter((one) => one.includes(String(id))),
    )
    expect(inGeneral).toEqual([
      `The desk ended each time it handled update ${String(id)}, which is put aside now: ` +
        `npm run desk -- dead show ${String(id)}`,
    ])
    const { rows: innocent } = await pool.query(
      `select from inbound_update where state = 'dead' and update_id <> $1`,
      [id],
    )
    expect(innocent).toHaveLength(0)

    // Another start says nothing again; an operator may try once more.
    expect(await desk.stop()).toBe(0)
    desk.start()
    expect(await desk.ready(), desk.output()).toBe(true)
    const retried = await typeCommand(['dead', 'retry', String(id)], environment)
    expect(retried).toEqual({ code: 0, out: `Update ${String(id)} is handled again.`, err: '' })
    const copies = () => ticket.topic().texts.filter((one) => one.endsWith('This one is poison'))
    await sandbox.until(() => copies().length === 2)
    expect(forum.general.map(textOf).filter((one) => one.includes(String(id)))).toHaveLength(1)
    expect(desk.output()).not.toContain('poison')
    expect(await desk.stop()).toBe(0)
  },
)
