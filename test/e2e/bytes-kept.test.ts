import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { fillRows } from '../../bench/scale/fill.ts'
import { keptBytes } from '../../bench/scale/kept-bytes.ts'
import { liveTicket, messagesOfLife } from '../../bench/scale/ticket-life.ts'
import { patience } from '../../sandbox/patience.ts'
import { isAtRest } from '../support/day/stored.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { agentOf } from '../support/opened-ticket.ts'

const mostBytesOfTicket = 20_000
const tickets = 1_000

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})

afterAll(() => desk.close())

test(
  'a closed ticket of twelve messages takes at most 20 KB, kept whole',
  { timeout: 60_000 * patience },
  async () => {
    const { sandbox, forum } = desk
    const agent = agentOf(desk)
    const client = sandbox.person({ name: 'Olena' })
    const mark = 'MARKED'
    const number = await liveTicket({ sandbox, forum, client, agent, mark })
    await sandbox.until(() => isAtRest(desk.db.database.pool))
    const copy = await desk.copyDatabase()
    const many = new pg.Client({ connectionString: copy.url })
    await many.connect()
    try {
      const cast = { clients: [client.id], agents: [agent.id], staffChatId: forum.id }
      const size = { tickets, people: tickets / 10, live: 0 }
      await many.query('set session_replication_role = replica')
      // As many as the desk has lived one, all of them closed more than eight days ago.
      await fillRows(many, size, { cast, life: { number, mark }, ofTheWeek: 1 })
      const kept = await keptBytes(many)
      const sum = (of: (one: (typeof kept)[number]) => number) =>
        kept.reduce((total, one) => total + of(one), 0)
      const bytes = sum(({ heap, toast, indexes }) => heap + toast + indexes) / tickets
      const lines = kept.map((one) => {
        const { table, rows, heap, toast, indexes } = one
        return `${table}: ${[rows, heap, toast, indexes].map((n) => n / tickets).join(' ')}`
      })
      if (process.env['KVYTOK_PRINT'] !== undefined) console.log(lines.join('\n'))
      expect(kept.find(({ table }) => table === 'message')?.rows).toBe(tickets * messagesOfLife)
      expect(bytes).toBeGreaterThan(2_000)
      expect(bytes).toBeLessThan(mostBytesOfTicket)
    } finally {
      await many.end()
      await copy.drop()
    }
  },
)
