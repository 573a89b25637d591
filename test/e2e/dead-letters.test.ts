import { afterAll, beforeAll, expect, test } from 'vitest'

import { patience } from '../../sandbox/patience.ts'
import { runCommand } from '../../src/operator/run-command.ts'
import { startTestDesk, webhookSecret, type TestDesk } from '../support/desk.ts'
import { openTicket, textOf, type OpenedTicket } from '../support/opened-ticket.ts'

let desk: TestDesk
let ticket: OpenedTicket

beforeAll(async () => {
  desk = await startTestDesk({ mode: 'webhook' })
  ticket = await openTicket(desk)
})

afterAll(() => desk.close())

/** While it lasts, the database refuses whatever says so: the fault of the words, not of the server. */
async function refuse(words: string): Promise<() => Promise<void>> {
  const { pool } = desk.db.database
  await pool.query(`
    create function refuse_words() returns trigger language plpgsql as $$ begin
      if to_jsonb(new)::text like '%${words}%' then raise exception 'refused'; end if;
      return new;
    end $$`)
  for (const table of ['message', 'dialogue']) {
    await pool.query(
      `create trigger refuse_words before insert or update on ${table}
       for each row execute function refuse_words()`,
    )
  }
  return async () => {
    await pool.query('drop function refuse_words() cascade')
  }
}

const operator = (...words: string[]) =>
  runCommand(words, { BOT_TOKEN: desk.sandbox.token, DATABASE_URL: desk.db.url })

const idOf = async (text: string) => {
  const { rows } = await desk.db.database.pool.query<{ id: string }>(
    `select update_id::text as id from inbound_update
     where coalesce(payload -> 'message' ->> 'text', payload -> 'message' ->> 'caption') = $1`,
    [text],
  )
  return rows[0]?.id ?? ''
}

const isDead = (text: string) =>
  desk.sandbox.until(async () => {
    const { rows } = await desk.db.database.pool.query<{ state: string }>(
      'select state from inbound_update where update_id = $1',
      [(await idOf(text)) || '0'],
    )
    return rows[0]?.state === 'dead'
  }, 20_000)

/** Figures of the database that a scrape shows may be a second old. */
const deadShownAre = (count: number) =>
  desk.sandbox.until(async () => {
    const text = await (await fetch(`${desk.httpUrl()}/metrics`)).text()
    return new RegExp(`^kvytok_inbox_dead ${String(count)}$`, 'm').test(text)
  })

test(
  'a dead update is told of where people act, once, and can be run again',
  { timeout: 60_000 * patience },
  async () => {
    const { sandbox, forum } = desk
    const stranger = sandbox.person({ name: 'Bohdan' })
    const allow = await refuse('BOOM')
    const said = ticket.say('BOOM from the agent')
    ticket.client.write('BOOM from the client')
    const [photo] = ticket.client.album([
      { kind: 'photo', caption: 'BOOM with photos' },
      { kind: 'photo' },
    ])
    stranger.write('BOOM from nowhere')
    const all = ['from the agent', 'from the client', 'with photos', 'from nowhere'].map(
      (end) => `BOOM ${end}`,
    )
    for (const text of all) await isDead(text)
    const [agentId, clientId, albumId, strangerId] = await Promise.all(all.map(idOf))

    // The agent: on his message, and in reply to it.
    const reply = await sandbox.until(() =>
      ticket.topic().messages.find((one) => one.reply_to_message?.message_id === said.message_id),
    )
    expect(textOf(reply)).toBe(
      `Not done: an error in the desk stopped this. Write it again, or ask the operator to repeat ${agentId!}.`,
    )
    await sandbox.until(() => ticket.topic().reaction(said) === '💔')
    expect(ticket.client.texts.filter((one) => one.includes('from the agent'))).toEqual([])

    // The client: his words in the topic of his ticket, an album once; and he is told.
    const wrote = (name: string, id: string) =>
      `💔 ${name} wrote this, and an error in the desk stopped it. The operator can repeat it: ${id}`
    const ofClient = () =>
      ticket.topic().texts.filter((text) => text.startsWith('💔 Olena wrote this'))
    await sandbox.until(() => ofClient().length === 2)
    expect(ofClient().sort()).toEqual(
      [
        `${wrote('Olena', clientId!)}\nBOOM from the client`,
        `${wrote('Olena', albumId!)}\nBOOM with photos\n📎 2 files`,
      ].sort(),
    )
    const sorry = 'Something went wrong on our side. Nothing you wrote is lost.'
    await sandbox.until(() => ticket.client.texts.filter((text) => text === sorry).length === 2)

    // Whoever has no ticket yet: in General.
    await sandbox.until(() =>
      forum.general.some(
        (one) => textOf(one) === `${wrote('Bohdan', strangerId!)}\nBOOM from nowhere`,
      ),
    )
    await sandbox.until(() => stranger.texts.includes(sorry))
    await deadShownAre(5)
    // One update must not take the desk from everybody.
    expect((await fetch(`${desk.httpUrl()}/readyz`)).status).toBe(200)

    // The operator: sees them without their words, and one of them whole.
    const listed = await operator('dead', 'list')
    expect(listed.code).toBe(0)
    for (const id of [agentId, clientId, albumId, strangerId]) {
      expect(listed.text).toMatch(new RegExp(`^${id!} +\\S+Z +\\S+ +3 +.*refused$`, 'm'))
    }
    expect(listed.text).not.toContain('BOOM')
    const shown = await operator('dead', 'show', clientId!)
    expect(JSON.parse(shown.text)).toMatchObject({
      updateId: Number(clientId),
      state: 'dead',
      attempts: 3,
      lane: `user:${String(ticket.client.user.id)}`,
      payload: { message: { text: 'BOOM from the client' } },
    })

    await allow()
    for (const id of [agentId, clientId, albumId]) {
      expect((await operator('dead', 'retry', id!)).code).toBe(0)
    }
    const relayed = (text: string) =>
      ticket
        .topic()
        .messages.some((one) => textOf(one).endsWith(text) && !textOf(one).startsWith('💔'))
    await sandbox.until(() => relayed('BOOM from the client'))
    await sandbox.until(() =>
      ticket.topic().messages.some((one) => one.media_group_id !== undefined && one !== photo),
    )
    await ticket.clientReads('BOOM from the agent')
    await sandbox.until(() => ticket.topic().reaction(said) === '👌')
    const dropped = await operator('dead', 'drop', strangerId!)
    expect(dropped).toEqual({ code: 0, text: `Update ${strangerId!} is dropped.` })
    expect(await operator('dead', 'list')).toMatchObject({
      text: 'No update is put aside.',
      code: 0,
    })
    await deadShownAre(0)
    const { rows } = await desk.db.database.pool.query<{ state: string; reason: string }>(
      'select state, reason from inbound_update where update_id = $1',
      [strangerId],
    )
    expect(rows[0]?.state).toBe('ignored')
    expect(rows[0]?.reason).toMatch(/^Dropped by the operator; before: .*refused$/)
  },
)

test('what is unreadable is told of, also when the database cannot write that down at first', async () => {
  const { sandbox } = desk
  const { pool } = desk.db.database
  // A sequence keeps count of what is rolled back.
  await pool.query('create sequence tries')
  await pool.query(`
    create function no_telling() returns trigger language plpgsql as $$ begin
      if new.dedup_key like 'dead:%' then
        perform nextval('tries');
        raise exception 'ending' using errcode = '57P01';
      end if;
      return new;
    end $$`)
  await pool.query(
    `create trigger no_telling before insert on outbox for each row execute function no_telling()`,
  )
  const { id } = ticket.client.user
  let deep: unknown = 'x'
  for (let level = 0; level < 3_000; level += 1) deep = [deep]
  const hasFailed = async () => {
    const { rows } = await pool.query<{ is_called: boolean }>('select is_called from tries')
    return rows[0]?.is_called
  }
  sandbox.push({
    message: {
      message_id: 999,
      date: 1,
      chat: { id, type: 'private' },
      from: { id, is_bot: false, first_name: 'Olena' },
      text: 'important words',
      deep,
    },
  })
  await sandbox.until(hasFailed)
  await pool.query('drop function no_telling() cascade')
  await ticket.staffReads('important words')
  await desk.restart()
  ticket.client.write('after all that')
  await ticket.staffReads('after all that')
  expect(ticket.topic().texts.filter((text) => text.includes('important words'))).toHaveLength(1)
  const { rows } = await pool.query<{ id: string }>(
    `update inbound_update set state = 'ignored' where state = 'dead' returning update_id as id`,
  )
  expect(rows).toHaveLength(1)
})

test('JSON nested 400,000 deep is acknowledged, told of, and can only be dropped', async () => {
  const { sandbox } = desk
  const { id } = ticket.client.user
  const updateId = 7_000_001
  const body =
    `{"update_id":${String(updateId)},"message":{"message_id":1,"date":1,"text":"so deep",` +
    `"chat":{"id":${String(id)},"type":"private"},"from":{"id":${String(id)},"first_name":"Olena"},` +
    `"deep":${'['.repeat(400_000)}${']'.repeat(400_000)}}}`
  const bring = async () => {
    const { status } = await fetch(`${desk.httpUrl()}/telegram`, {
      method: 'POST',
      headers: { 'x-telegram-bot-api-secret-token': webhookSecret },
      body,
    })
    return status
  }
  expect(await bring()).toBe(200)
  expect(await bring()).toBe(200)
  await ticket.staffReads('so deep')
  ticket.client.write('and on it goes')
  await ticket.staffReads('and on it goes')
  expect(ticket.topic().texts.filter((text) => text.includes('so deep'))).toHaveLength(1)
  const listed = await operator('dead', 'list')
  expect(listed.text).toContain('too_deep')
  const retried = await operator('dead', 'retry', String(updateId))
  expect(retried).toEqual({
    code: 1,
    text:
      `Update ${String(updateId)} cannot be handled again, because it was never readable ` +
      `(too_deep): show or drop it.`,
  })
  expect((await operator('dead', 'drop', String(updateId))).code).toBe(0)
  await sandbox.until(
    async () => (await operator('dead', 'list')).text === 'No update is put aside.',
  )
})
