import { afterAll, beforeAll, expect, test } from 'vitest'

import { quickTimers, startTestDesk, type TestDesk } from '../support/desk.ts'
import { openTicket, textOf, type OpenedTicket } from '../support/opened-ticket.ts'

const minute = 60_000
const hour = 60 * minute

let desk: TestDesk

beforeAll(async () => {
  const timers = { ...quickTimers, replyLimitMs: 30 * minute, undecidedTimeoutMs: 24 * hour }
  desk = await startTestDesk({ change: { timers } })
})

afterAll(() => desk.close())

async function ticketOf(number: number) {
  const { rows } = await desk.db.database.pool.query<{
    status: string
    reopenCount: number
    needsReplySince: Date | null
    undecidedSince: Date | null
  }>(
    `select status, reopen_count as "reopenCount", needs_reply_since as "needsReplySince",
       undecided_since as "undecidedSince"
     from ticket where number = $1`,
    [number],
  )
  return rows[0]
}

async function historyOf(number: number) {
  const { rows } = await desk.db.database.pool.query<{ transition: string; reason: string | null }>(
    'select transition, reason from status_change where ticket_number = $1 order by seq',
    [number],
  )
  return rows
}

/** What the client has in front of him, with the labels of the buttons below it. */
const chatOf = ({ client }: OpenedTicket): string[] =>
  client.messages.map((message) => {
    const labels = (message.reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text)
    return `${textOf(message)}${labels.map((label) => ` [${label}]`).join('')}`
  })

async function proposed(words = 'Turn it off and on'): Promise<OpenedTicket> {
  const ticket = await openTicket(desk)
  await desk.pass(1_000)
  ticket.say(`/solve ${words}`)
  await ticket.clientReads(words)
  return ticket
}

/** The question below the client's words; the buttons have moved to it. */
async function isAsked(ticket: OpenedTicket, words: string): Promise<void> {
  const asked = `#${String(ticket.number)} The report is empty\n\nIs it solved? [Accept] [Reject]`
  await desk.sandbox.until(() => {
    const chat = chatOf(ticket)
    return chat.lastIndexOf(asked) > chat.lastIndexOf(words)
  })
  const withButtons = chatOf(ticket).filter((one) => one.endsWith(' [Accept] [Reject]'))
  expect(withButtons).toEqual([asked])
}

// field.md 32, in the four languages.
test.each([
  'Yes, it works now, thank you!',
  'Працює, дякую!',
  'Да, всё заработало',
  'Принимаю',
  'Tamam, şimdi çalışıyor',
  '+',
  'It still drops',
])(
  '"%s" after a solution reaches the agents and rejects nothing: the client is asked',
  async (words) => {
    const ticket = await proposed()
    ticket.client.write(words)
    await ticket.staffReads(words)
    await isAsked(ticket, words)
    expect(await ticketOf(ticket.number)).toMatchObject({
      status: 'solution_proposed',
      reopenCount: 0,
      needsReplySince: null,
    })
    expect(ticket.topic().texts.join('\n')).not.toContain('rejected')
    await ticket.client.press('Accept')
    await ticket.clientReads('You accepted the solution. The ticket is closed.')
    expect((await ticketOf(ticket.number))?.status).toBe('closed')
    expect(chatOf(ticket).join('\n')).not.toContain('[Reject]')
  },
)

test('Reject takes what was written as the reason, all of it, and asks nothing more', async () => {
  const ticket = await proposed()
  ticket.client.write('It still drops')
  await isAsked(ticket, 'It still drops')
  await desk.pass(1_000)
  ticket.client.write('Every five minutes')
  await isAsked(ticket, 'Every five minutes')
  const since = (await ticketOf(ticket.number))?.undecidedSince
  await ticket.client.press('Reject')
  await ticket.clientReads('You rejected the solution. Support keeps working on it.')
  await ticket.staffReads('The client rejected the solution.')
  expect(chatOf(ticket).join('\n')).not.toContain('What is still wrong?')
  expect(await ticketOf(ticket.number)).toEqual({
    status: 'open',
    reopenCount: 1,
    needsReplySince: since,
    undecidedSince: null,
  })
  expect((await historyOf(ticket.number)).at(-1)).toEqual({
    transition: 'T21',
    reason: 'It still drops\nEvery five minutes',
  })
})

test('what is too short to be a reason is asked for', async () => {
  const ticket = await proposed()
  ticket.client.write('no')
  await isAsked(ticket, 'no')
  await ticket.client.press('Reject')
  await ticket.clientReads('What is still wrong? Write it here.')
  expect((await ticketOf(ticket.number))?.status).toBe('solution_proposed')
  ticket.client.write('It is silent')
  await ticket.clientReads('You rejected the solution.')
  expect((await historyOf(ticket.number)).at(-1)).toEqual({
    transition: 'T21',
    reason: 'It is silent',
  })
})

test('a bare thank-you decides nothing and asks nothing', async () => {
  const ticket = await proposed()
  ticket.client.write('Thank you!')
  await ticket.clientReads('You are welcome! The question above still waits for you.')
  expect(await ticketOf(ticket.number)).toMatchObject({
    status: 'solution_proposed',
    undecidedSince: null,
  })
})

test('an answer of an agent takes up what was written: the solution waits for its client again', async () => {
  const ticket = await proposed()
  ticket.client.write('It still drops')
  await isAsked(ticket, 'It still drops')
  await desk.pass(1_000)
  ticket.say('Wait five minutes, please')
  await ticket.clientReads('Wait five minutes, please')
  await desk.pass(25 * hour)
  expect(await ticketOf(ticket.number)).toMatchObject({
    status: 'solution_proposed',
    undecidedSince: null,
  })
})

test('left undecided for a day it goes back to work, and counts against nobody', async () => {
  const ticket = await proposed()
  ticket.client.write('It still drops')
  await isAsked(ticket, 'It still drops')
  const since = (await ticketOf(ticket.number))?.undecidedSince
  await desk.pass(31 * minute)
  await ticket.staffReads('The time limit has passed')
  expect((await ticketOf(ticket.number))?.status).toBe('solution_proposed')
  await desk.pass(24 * hour)
  await ticket.staffReads('@anna, the client wrote to the solution and did not decide.')
  await ticket.clientReads('it was left open whether it is solved')
  expect(await ticketOf(ticket.number)).toMatchObject({
    status: 'open',
    reopenCount: 0,
    needsReplySince: since,
  })
  expect((await historyOf(ticket.number)).at(-1)).toEqual({ transition: 'T37', reason: null })
  const chat = chatOf(ticket).join('\n')
  expect(chat).not.toContain('[Accept]')
  expect(chat).not.toContain('will close automatically. [')
})

test('while support has to look at it, it stands before what waits for clients in /mine', async () => {
  const waiting = await proposed('Wait for it')
  const undecided = await proposed()
  undecided.client.write('It still drops')
  await isAsked(undecided, 'It still drops')
  undecided.agent.in(desk.forum).write('/mine')
  const numbers = await desk.sandbox.until(() => {
    const list = desk.forum.general.findLast((one) => textOf(one).includes('Your tickets'))
    return list === undefined
      ? undefined
      : textOf(list)
          .match(/(?<=#)\d+/g)
          ?.map(Number)
  })
  expect(numbers).toEqual(expect.arrayContaining([undecided.number, waiting.number]))
  const places = [undecided, waiting].map(({ number }) => numbers.indexOf(number))
  expect(places[0]).toBeGreaterThanOrEqual(0)
  expect(places[0]).toBeLessThan(places[1]!)
})
