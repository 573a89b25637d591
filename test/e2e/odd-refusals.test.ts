import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'

import { runCommand } from '../../src/operator/run-command.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { openTicket, textOf, type OpenedTicket } from '../support/opened-ticket.ts'

// What Telegram has never said before, and what it says of a place that is gone.

let desk: TestDesk
let ticket: OpenedTicket
let other: OpenedTicket

beforeAll(async () => {
  desk = await startTestDesk()
  ticket = await openTicket(desk, { subject: 'The first matter' })
  other = await openTicket(desk, { subject: 'The second matter' })
})

afterEach(() => desk.sandbox.faults.clear())

afterAll(() => desk.close())

/** Far less than a lane waits that waits for people. */
const soonMs = 10_000

interface Refusal {
  code: number
  description: string
  times: number
  method?: string
}

const refuse = (refusal: Refusal) =>
  desk.sandbox.faults.add({ kind: 'status', chatId: desk.forum.id, ...refusal })

const readiness = async () => {
  const response = await fetch(`${desk.httpUrl()}/readyz`)
  return ((await response.json()) as { problems: string[] }).problems
}

test('words that the group refused in any form, General as well, stand there when it takes them again', async () => {
  const unknown = { code: 400, description: 'Bad Request: SOMETHING_NEW' }
  refuse({ ...unknown, method: 'copyMessage', times: 1 })
  // Once in the topic, and twice in General.
  refuse({ ...unknown, method: 'sendMessage', times: 3 })
  ticket.client.write('Nobody must lose this')
  const shown = () =>
    desk.forum.general.filter((message) => textOf(message).includes('Nobody must lose this'))
  await desk.sandbox.until(() => shown().length > 0)
  expect(shown().map(textOf)).toEqual([
    '⚠️ #1: what Olena wrote could not be shown in its topic (400: Bad Request: SOMETHING_NEW):\n\nNobody must lose this',
  ])
})

test('an album refused with a 403 that nobody knows holds up nobody else', async () => {
  const unknown = { code: 403, description: 'Forbidden: SOMETHING_NEW', times: 1_000 }
  refuse({ ...unknown, method: 'copyMessages' })
  const before = desk.sandbox.calls.length
  ticket.client.album([{ kind: 'photo', caption: 'An album' }, { kind: 'photo' }])
  await desk.sandbox.until(() =>
    desk.sandbox.calls.slice(before).some(({ method }) => method === 'copyMessages'),
  )
  other.client.write('And I?')
  await desk.sandbox.until(() => other.topic().texts.includes('And I?'), soonMs)
  expect(await readiness()).toEqual([])
})

test('an answer in a topic that was deleted holds up no answer in another one', async () => {
  const gone = await openTicket(desk, { subject: 'A matter to be deleted' })
  refuse({
    code: 400,
    description: 'Bad Request: message thread not found',
    times: 1,
    method: 'sendMessage',
  })
  const met = desk.sandbox.faults.met()
  gone.say('/postpone nonsense')
  await desk.sandbox.until(() => desk.sandbox.faults.met() > met)
  const before = other.topic().texts.length
  other.say('/postpone nonsense')
  await desk.sandbox.until(() => other.topic().texts.length >= before + 2, soonMs)
})

test('what was not delivered is counted, listed and sent again', async () => {
  const operator = (...words: string[]) =>
    runCommand(['outbox', ...words], {
      BOT_TOKEN: desk.sandbox.token,
      DATABASE_URL: desk.db.url,
    })
  const metric = async () => {
    const text = await (await fetch(`${desk.httpUrl()}/metrics`)).text()
    return Number(/^kvytok_outbox_ended_total{state="dead"} (\d+)$/m.exec(text)?.[1])
  }
  const before = await metric()
  desk.sandbox.faults.add({
    kind: 'status',
    method: 'sendMessage',
    chatId: ticket.client.id,
    code: 400,
    description: 'Bad Request: VOICE_MESSAGES_FORBIDDEN',
    times: 1_000,
  })
  const said = ticket.say('A secret answer')
  await desk.sandbox.until(() => ticket.topic().reaction(said) === '💔')
  desk.sandbox.faults.clear()
  expect(await metric()).toBe(before + 1)
  const { text } = await operator('list')
  const { rows } = await desk.db.database.pool.query<{ id: number }>(
    'select person_id as id from contact_point where address = $1',
    [String(ticket.client.id)],
  )
  const place = `person:${String(rows[0]?.id)}`
  const row = new RegExp(`^(\\d+) +\\S+Z +${place} +say +dead +1 +400: .*FORBIDDEN$`, 'm')
  const id = row.exec(text)?.[1] ?? ''
  expect(text).toMatch(row)
  expect(text).not.toContain('A secret answer')
  expect((await operator('show', id)).text).toContain('A secret answer')
  expect(await operator('retry', id)).toEqual({ code: 0, text: `${id} is sent again.` })
  await desk.sandbox.until(
    () => ticket.client.messages.some((message) => textOf(message).includes('A secret answer')),
    60_000,
  )
  expect(await operator('retry', id)).toMatchObject({ code: 1 })
})
