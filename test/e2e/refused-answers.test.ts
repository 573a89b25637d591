import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'

import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { openTicket, type OpenedTicket } from '../support/opened-ticket.ts'
import { refuseCalls } from '../support/refuse-calls.ts'

let desk: TestDesk
let ticket: OpenedTicket
let nextTicket = 1

beforeAll(async () => {
  desk = await startTestDesk()
})

afterEach(() => desk.sandbox.faults.clear())

afterAll(() => desk.close())

const start = async () => {
  const subject = `Report ${String(nextTicket++)}`
  ticket = await openTicket(desk, { subject })
  return ticket
}

const refuse = (method: string, reason: string, times?: number, chatId?: number) =>
  refuseCalls(desk, method, reason, times, chatId)

const always = 1_000

test('an agent reads what of his album did not arrive, at 💔', async () => {
  await start()
  refuse('sendMediaGroup', 'WEBPAGE_MEDIA_EMPTY', always)
  refuse('sendDocument', 'wrong file identifier/HTTP URL specified')
  const [first] = ticket.staff.album(
    [
      { kind: 'document', name: 'one.pdf', caption: 'Please sign both' },
      { kind: 'document', name: 'two.pdf' },
    ],
    { topic: ticket.topic() },
  )
  await ticket.staffReads(
    'Not all of it was delivered. Missing: 📎 File: one.pdf (Telegram no longer has the file: send it anew).',
  )
  await desk.sandbox.until(() => ticket.topic().reaction(first!) === '💔')
  expect(ticket.client.messages.filter((one) => 'document' in one)).toHaveLength(1)
  expect(ticket.client.texts.at(-1)).toContain('Please sign both')
})

test('a long answer of which one part is refused gets 💔, though the rest arrives', async () => {
  await start()
  // As it is, and without the header's formatting.
  refuse('sendMessage', 'SOMETHING_NEW', 2, ticket.client.id)
  const written = ticket.say(`First. ${'many words '.repeat(371)} Last.`)
  await ticket.clientReads('Last.')
  await ticket.staffReads('Not delivered: Telegram does not accept this message')
  await desk.sandbox.until(() => ticket.topic().reaction(written) === '💔')
  ticket.say('The next one')
  await ticket.clientReads('The next one')
  expect(ticket.topic().reaction(written)).toBe('💔')
})

test('an answer whose buttons or formatting are refused arrives without them', async () => {
  await start()
  refuse('sendMessage', 'SOMETHING_NEW', 2, ticket.client.id)
  const written = ticket.say('Plain but here')
  await ticket.clientReads('Plain but here')
  await desk.sandbox.until(() => ticket.topic().reaction(written) === '👌')
})

test('an edit of what never arrived is no delivery', async () => {
  await start()
  refuse('sendMessage', 'SOMETHING_NEW', always, ticket.client.id)
  const written = ticket.say('Refused')
  await ticket.staffReads('Not delivered')
  await desk.sandbox.until(() => ticket.topic().reaction(written) === '💔')
  desk.sandbox.faults.clear()
  ticket.staff.edit(written, 'Refused no more')
  ticket.say('After it')
  await ticket.clientReads('After it')
  expect(ticket.topic().reaction(written)).toBe('💔')
})

test.each([
  [
    'VOICE_MESSAGES_FORBIDDEN',
    400,
    'Not delivered: Telegram does not accept this message (the client’s settings allow no voice and video messages: write it, or send it as a file).',
  ],
  [
    'file is too big',
    400,
    'Not delivered: Telegram does not accept this message (the file is too big: make it smaller, or send a link to it).',
  ],
  [
    'SOMETHING_NEW',
    400,
    'Not delivered: Telegram does not accept this message (400: Bad Request: SOMETHING_NEW).',
  ],
  [
    'something new',
    403,
    'Not delivered: Telegram does not accept this message (403: Forbidden: something new).',
  ],
] as const)('an agent reads in words why "%s" (%i) kept it from the client', async (...args) => {
  const [reason, code, told] = args
  const ticket = await openTicket(desk)
  const description = `${code === 400 ? 'Bad Request' : 'Forbidden'}: ${reason}`
  const chatId = ticket.client.id
  desk.sandbox.faults.add({ kind: 'status', code, description, times: 1_000, chatId })
  const written = ticket.staff.send('voice', { topic: ticket.topic() })
  await ticket.staffReads(told)
  await desk.sandbox.until(() => ticket.topic().reaction(written) === '💔')
  desk.sandbox.faults.clear()
  const { rows } = await desk.db.database.pool.query<{ reachable: boolean }>(
    'select reachable from contact_point where address = $1',
    [chatId],
  )
  expect(rows).toEqual([{ reachable: true }])
})
