import { afterAll, beforeAll, expect, test } from 'vitest'

import { liveTicket, messagesOfLife } from '../../bench/scale/ticket-life.ts'
import { patience } from '../../sandbox/patience.ts'
import { runCommand } from '../../src/operator/run-command.ts'
import { isAtRest } from '../support/day/stored.ts'
import { startTestDesk, webhookSecret, type TestDesk } from '../support/desk.ts'
import { agentOf, openTicket, type OpenedTicket } from '../support/opened-ticket.ts'
import { searchDatabase } from '../support/search-database.ts'

const dayMs = 86_400_000

let desk: TestDesk
let ticket: OpenedTicket

beforeAll(async () => {
  desk = await startTestDesk({ mode: 'webhook' })
  ticket = await openTicket(desk)
})

afterAll(() => desk.close())

const pool = () => desk.db.database.pool
const allSent = () => desk.sandbox.until(() => isAtRest(pool()))

const operator = (...words: string[]) =>
  runCommand(words, { BOT_TOKEN: desk.sandbox.token, DATABASE_URL: desk.db.url })

async function count(from: string, ...values: unknown[]): Promise<number> {
  const text = `select count(*)::int as count from ${from}`
  const { rows } = await pool().query<{ count: number }>(text, values)
  return rows[0]?.count ?? 0
}

/** As Telegram does whose first offer was not confirmed. */
async function offer(update: object): Promise<void> {
  const { status } = await fetch(`${desk.httpUrl()}/telegram`, {
    method: 'POST',
    headers: { 'x-telegram-bot-api-secret-token': webhookSecret },
    body: JSON.stringify(update),
  })
  expect(status).toBe(200)
}

/** Old rows go page by page: gone is what none is left of. */
const untilGone = (table: string, finalStates: string) =>
  desk.sandbox.until(async () => (await count(`${table} where state in (${finalStates})`)) === 0)

test('each text of a ticket stands once as soon as all is sent: where it was said', async () => {
  const { sandbox, forum } = desk
  const client = sandbox.person({ name: 'Iryna' })
  await liveTicket({ sandbox, forum, client, agent: agentOf(desk), mark: 'MARKED' })
  await allSent()
  const found = await searchDatabase(pool(), 'MARKED')
  const messages = found.filter(({ table }) => table === 'message')
  expect(messages.map(({ times }) => times)).toEqual(Array(messagesOfLife).fill(1))
  // The comment on the rating, which the card shows to the staff.
  const others = found.filter(({ table }) => table !== 'message')
  expect(others.map(({ table, times }) => `${table} ${String(times)}`)).toEqual([
    'rating 1',
    'slot 1',
  ])
})

test(
  'finished rows go after eight days; what an operator may still act on stays',
  { timeout: 60_000 * patience },
  async () => {
    const { sandbox } = desk
    const { client } = ticket
    const saysHelp = (text: string) => text.includes('/journal')
    // One that cannot be delivered, and one that cannot be handled.
    client.block()
    const unheard = ticket.say('the words nobody heard')
    await sandbox.until(() => ticket.topic().reaction(unheard) === '💔')
    client.unblock()
    await pool().query(
      `create function refuse_words() returns trigger language plpgsql as $$ begin
         if new.text like '%BOOM%' then raise exception 'refused'; end if; return new;
       end $$;
       create trigger refuse_words before insert on message
         for each row execute function refuse_words()`,
    )
    ticket.say('/note BOOM says the agent')
    await sandbox.until(async () => (await count(`inbound_update where state = 'dead'`)) === 1)
    await pool().query('drop function refuse_words() cascade')
    await desk.pass(1_000)
    ticket.say('/solve Restart it')
    await ticket.clientReads('Restart it')
    await client.press('Accept')
    await ticket.clientReads('How helpful was support?')
    client.write('/cancel')
    await sandbox.until(async () => (await count(`ticket where status <> 'closed'`)) === 0)

    const offered = (updateId: number, text: string) => ({
      update_id: updateId,
      message: {
        message_id: updateId,
        date: Math.floor(sandbox.world.now() / 1_000),
        chat: { id: client.id, type: 'private', first_name: 'Olena' },
        from: { id: client.id, is_bot: false, first_name: 'Olena', language_code: 'en' },
        text,
        entities: [{ type: 'bot_command', offset: 0, length: text.length }],
      },
    })
    const helpWanted = offered(800_000_001, '/help')
    await offer(helpWanted)
    await ticket.clientReads('/journal')
    await allSent()

    await desk.pass(7 * dayMs)
    await offer(helpWanted)
    // What follows in its lane has been answered: so would have been what was offered before it.
    await offer(offered(800_000_002, '/tickets'))
    await ticket.clientReads('The report is empty')
    await allSent()
    expect(client.texts.filter(saysHelp)).toHaveLength(1)
    expect(await count('inbound_update where update_id = 800000001')).toBe(1)

    await desk.pass(2 * dayMs)
    await sandbox.until(
      async () => (await count('inbound_update where update_id = 800000001')) === 0,
    )
    // Of two days ago, as the desk lived them.
    expect(await count(`inbound_update where update_id = 800000002 and state = 'done'`)).toBe(1)
    await desk.pass(8 * dayMs)
    await untilGone('inbound_update', `'done', 'ignored'`)
    await untilGone('outbox', `'sent', 'merged'`)

    const [id = ''] = /^\d+/m.exec((await operator('dead', 'list')).text) ?? []
    expect((await operator('dead', 'show', id)).text).toContain('BOOM says the agent')
    expect((await operator('outbox', 'list')).text).toMatch(/person:\d+ +say +dead/)
    expect(await searchDatabase(pool(), 'the words nobody heard')).toMatchObject([
      { table: 'message' },
      { table: 'outbox' },
    ])
    expect((await operator('dead', 'retry', id)).text).toContain('is handled again')
    const isThere = async () => (await count(`message where text = 'BOOM says the agent'`)) === 1
    await sandbox.until(isThere)
    await allSent()
    expect(await searchDatabase(pool(), 'BOOM says the agent')).toHaveLength(1)
    expect(await searchDatabase(pool(), 'MARKED')).toHaveLength(messagesOfLife + 2)
  },
)

test('an operator who drops a dead update drops its words', async () => {
  const [botId] = desk.sandbox.token.split(':')
  await pool().query(
    `insert into inbound_update (bot_id, update_id, lane, payload, state, reason, attempts)
     values ($1, 900000001, 'user:7', '{"message":{"text":"DROPPED"}}', 'dead', 'Error', 3)`,
    [botId],
  )
  expect((await operator('dead', 'show', '900000001')).text).toContain('DROPPED')
  expect((await operator('dead', 'drop', '900000001')).code).toBe(0)
  expect(await searchDatabase(pool(), 'DROPPED')).toEqual([])
})

test('what was held until its author chose a ticket stands there alone', async () => {
  const client = desk.sandbox.person({ name: 'Bohdan' })
  const first = await openTicket(desk, { client, subject: 'The first thing' })
  await openTicket(desk, { client, subject: 'The second thing' })
  client.write('To which of them? HELD')
  await client.press(`#${String(first.number)} The first thing`)
  await first.staffReads('HELD')
  await allSent()
  const found = await searchDatabase(pool(), 'HELD')
  expect(found.map(({ table, times }) => `${table} ${String(times)}`)).toEqual(['message 1'])
})
