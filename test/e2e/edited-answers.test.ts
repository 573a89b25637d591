import { afterAll, beforeAll, expect, test } from 'vitest'

import type { Message } from '../../sandbox/state/shapes.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { openTicket, textOf, type OpenedTicket } from '../support/opened-ticket.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})

afterAll(() => desk.close())

const keeps = 'The client keeps the text as it was: this edit begins with a command.'

/** What the client has at the place of a message. */
const nowAt = ({ client }: OpenedTicket, { message_id: id }: Message): string =>
  client.messages
    .filter((one) => one.message_id === id)
    .map(textOf)
    .join()

const labelsAt = ({ client }: OpenedTicket, { message_id: id }: Message): string[] =>
  client.messages
    .filter((one) => one.message_id === id)
    .flatMap((one) => one.reply_markup?.inline_keyboard ?? [])
    .flat()
    .map(({ text }) => text)

/** How often the bot answered the message with a text. */
const answers = (ticket: OpenedTicket, written: Message, text: string): number =>
  ticket
    .topic()
    .messages.filter((one) => one.reply_to_message?.message_id === written.message_id)
    .filter((one) => textOf(one) === text).length

test.each([
  ['Look at the log', ['/solve Restart it', '/ask Which version?', '/open Something else']],
  ['/ask Which version?', ['/solve Restart it', '/r Restart it']],
  ['/solve Look at the log', ['/ask Which version?', '/r Restart it']],
])('an edit of "%s" into another kind leaves the client with the text', async (said, edits) => {
  const ticket = await openTicket(desk)
  await desk.pass(1_000)
  const written = ticket.say(said)
  const copy = await ticket.clientReads(said.replace(/^\/\w+ /, ''))
  const before = nowAt(ticket, copy)
  for (const [index, text] of edits.entries()) {
    ticket.staff.edit(written, text)
    await desk.sandbox.until(() => answers(ticket, written, keeps) === index + 1)
  }
  ticket.say('/r the end')
  await ticket.clientReads('the end')
  expect(nowAt(ticket, copy)).toBe(before)
})

test.each([
  ['/ask Which version?', '/ask Which version is it?', ['Answer']],
  ['/solve Restart it', '/solve Restart it twice', ['Accept', 'Reject']],
  ['/solve Restart it', 'Restart it twice', ['Accept', 'Reject']],
  ['/open Your invoice', '/open Your invoice for May', ['Add details']],
])('%s edited into %s keeps all that stands around it', async (said, edit, buttons) => {
  const ticket = await openTicket(desk)
  await desk.pass(1_000)
  const [old, text] = [said, edit].map((one) => one.replace(/^\/\w+ /, ''))
  const written = ticket.say(said)
  const copy = await ticket.clientReads(old!)
  const before = nowAt(ticket, copy)
  expect(before).toMatch(/Support (?:needs information|proposes a solution|opened this ticket)/)
  expect(labelsAt(ticket, copy)).toEqual(buttons)
  ticket.staff.edit(written, edit)
  await desk.sandbox.until(() => nowAt(ticket, copy).includes(text!))
  expect(nowAt(ticket, copy)).toBe(before.replace(`\n${old!}`, `\n${text!}`))
  expect(labelsAt(ticket, copy)).toEqual(buttons)
})

test('an edit of a solution that was decided brings no buttons back', async () => {
  const ticket = await openTicket(desk)
  await desk.pass(1_000)
  const written = ticket.say('/solve Restart it')
  const copy = await ticket.clientReads('Restart it')
  await ticket.client.press('Reject')
  await ticket.clientReads('What is still wrong?')
  ticket.client.write('It is as it was')
  await ticket.clientReads('You rejected the solution.')
  ticket.say('/ask Which version?')
  await ticket.clientReads('Which version?')
  ticket.staff.edit(written, '/solve Restart it twice')
  await desk.sandbox.until(() => nowAt(ticket, copy).includes('Restart it twice'))
  expect(nowAt(ticket, copy)).toContain('Support proposes a solution:')
  expect(labelsAt(ticket, copy)).toEqual([])
})

test('an edit of a reason is answered, for the client’s notice stays as it is', async () => {
  const ticket = await openTicket(desk)
  await desk.pass(1_000)
  ticket.say('/solve Restart it')
  await ticket.clientReads('Restart it')
  await ticket.client.press('Accept')
  await ticket.staffReads('The client accepted the solution.')
  const written = ticket.say('/reopen It was something else')
  await ticket.clientReads('It was something else')
  ticket.staff.edit(written, '/reopen It was the cable')
  await ticket.staffReads(
    'The client keeps this notice as it was: write what has changed in a new message.',
  )
})
