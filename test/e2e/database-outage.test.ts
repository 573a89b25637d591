import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { nothingWaits } from '../support/busy-desk.ts'
import { openTicket, type OpenedTicket } from '../support/opened-ticket.ts'
import { keepOutboxWords } from '../support/outbox-words.ts'
import { startProxy, type TcpProxy } from '../support/tcp-proxy.ts'

let desk: TestDesk
let proxy: TcpProxy
let ticket: OpenedTicket
let replies = 0

beforeAll(async () => {
  desk = await startTestDesk({
    async route(target) {
      proxy = await startProxy({ target })
      return proxy.url
    },
  })
  await keepOutboxWords(desk.db)
  ticket = await openTicket(desk)
})

afterAll(async () => {
  await desk.close()
  await proxy.close()
})

beforeEach(async () => {
  proxy.release()
  await nothingWaits(desk)
})

/** Rows of the outbox whose text ends so. */
async function rowsOf(text: string) {
  const { rows } = await desk.db.database.pool.query<{ state: string; attempts: number }>(
    `select state, attempts from outbox join outbox_words using (id)
     where kind = 'say' and words like '%' || $1 order by id`,
    [text],
  )
  return rows
}

const timesRead = (text: string) => ticket.client.texts.filter((one) => one.endsWith(text)).length

async function metric(name: string): Promise<number> {
  const text = await (await fetch(`${desk.httpUrl()}/metrics`)).text()
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1])
}

/** Written to the client and to the database, and once. */
async function expectSentOnce(text: string): Promise<void> {
  await desk.sandbox.until(async () => (await rowsOf(text))[0]?.state === 'sent', 15_000)
  expect(await rowsOf(text)).toEqual([{ state: 'sent', attempts: 1 }])
  expect(timesRead(text)).toBe(1)
}

test('a reply on its way while the database restarts is not forgotten, nor sent again', async () => {
  const text = `Restarted ${String(++replies)}`
  desk.sandbox.faults.add({
    kind: 'delay',
    ms: 1_000,
    method: 'sendMessage',
    chatId: ticket.client.id,
  })
  const met = desk.sandbox.faults.met()
  const reply = ticket.say(text)
  await desk.sandbox.until(async () => (await rowsOf(text))[0]?.state === 'sending')
  // A row that is about to leave still looks for its place in the database.
  await desk.sandbox.until(() => desk.sandbox.faults.met() > met)
  proxy.refuse()
  await ticket.clientReads(text)
  await desk.sandbox.until(async () => (await metric('kvytok_outbox_unwritten')) > 0)
  expect(await metric('kvytok_outbox_size')).toBeGreaterThanOrEqual(1)
  proxy.release()
  await expectSentOnce(text)
  // What follows from the reply is not forgotten either.
  await desk.sandbox.until(() => ticket.topic().reaction(reply) === '👌')
  await desk.sandbox.until(async () => (await metric('kvytok_outbox_unwritten')) === 0)
  await desk.restart()
  ticket.say('After the restart')
  await ticket.clientReads('After the restart')
  expect(timesRead(text)).toBe(1)
})

describe('an answer of the database that is lost', () => {
  test.each([
    ['of a claim', /outbox_claim/],
    ['of a settlement', /outbox_settle/],
    ['of the commit of a reply', /Q[^]{4}commit\0/],
  ])('%s: the reply arrives, once, with its mark', async (_what, pattern) => {
    const text = `Answer lost ${String(++replies)}`
    const lost = proxy.loseAnswerOf(pattern)
    const reply = ticket.say(text)
    await lost
    await ticket.clientReads(text)
    await expectSentOnce(text)
    await desk.sandbox.until(() => ticket.topic().reaction(reply) === '👌', 15_000)
  })

  test('of a step of a dialogue: the client is answered', async () => {
    const client = desk.sandbox.person({ name: 'Petro' })
    client.write('/new')
    await client.press('Idea')
    await desk.sandbox.until(() => client.texts.some((one) => one.includes('Step 2')))
    await nothingWaits(desk)
    const lost = proxy.loseAnswerOf(/work_commit/)
    client.write('The list is empty')
    await client.press('Done')
    await lost
    await desk.sandbox.until(() => client.texts.some((one) => one.includes('Step 3')), 15_000)
  })
})

test('rows that nobody holds go out while the program runs, in order and once', async () => {
  const { id } = ticket.client
  const states = ['pending', 'retry', 'sending'] as const
  const texts = states.map((state) => `Found ${state} ${String(++replies)}`)
  await desk.db.database.pool.query(
    `insert into outbox (dedup_key, lane, kind, payload, state, attempts)
     select 'found:' || t.text, 'person:' || c.person_id, 'say', jsonb_build_object(
       'kind', 'say', 'place', jsonb_build_object('kind', 'person', 'personId', c.person_id),
       'content', jsonb_build_object('text', t.text, 'entities', '[]'::jsonb)),
       t.state::outbox_state, 0
     from unnest($2::text[], $3::text[]) with ordinality as t(text, state, ord)
       join contact_point c on c.address = $1 order by t.ord`,
    [id, texts, states],
  )
  await desk.sandbox.until(() => texts.every((text) => timesRead(text) > 0), 15_000)
  const read = ticket.client.texts.filter((text) => text.startsWith('Found '))
  expect(read).toEqual(texts)
  await desk.sandbox.until(async () => (await rowsOf(texts[2]!))[0]?.state === 'sent')
})
