import { afterAll, beforeAll, expect, test } from 'vitest'

import type { Message } from '../../sandbox/state/shapes.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { openTicket, textOf, type OpenedTicket } from '../support/opened-ticket.ts'
import { openMergedTickets } from '../support/two-tickets.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})

afterAll(() => desk.close())

/** What the bot answers to a message of the topic, once it has marked that message so. */
async function answerAt(ticket: OpenedTicket, written: Message, mark: string): Promise<string> {
  const answered = await desk.sandbox.until(() =>
    ticket
      .topic()
      .messages.filter(({ from }) => from?.is_bot === true)
      .find((one) => one.reply_to_message?.message_id === written.message_id),
  )
  await desk.sandbox.until(() => ticket.topic().reaction(written) === mark)
  return textOf(answered)
}

/** Closed by its client. */
async function openClosed(): Promise<OpenedTicket> {
  const ticket = await openTicket(desk)
  await desk.pass(1_000)
  ticket.say('/solve Restart it')
  await ticket.clientReads('Restart it')
  await ticket.client.press('Accept')
  await ticket.staffReads('The client accepted the solution.')
  return ticket
}

test('words in a closed ticket’s topic get 💔, and the way to send them', async () => {
  const ticket = await openClosed()
  const way =
    'Your text was not sent: this ticket is closed. Write /reopen before the text to open the ticket again and send it.'
  for (const text of ['One more thing', '/ask Which version?', '/solve Restart it again']) {
    expect(await answerAt(ticket, ticket.say(text), '💔'), text).toBe(way)
  }
  ticket.say('/reopen One more thing')
  await ticket.clientReads('One more thing')
})

test('words in the topic of a ticket that is closed for good get 💔, and another way', async () => {
  const ticket = await openClosed()
  await desk.pass(100 * 3_600_000)
  const way =
    'Your text was not sent: this ticket is closed and cannot be reopened any more. Write /open before the text to open another ticket for this client with it.'
  for (const text of ['One more thing', '/reopen One more thing']) {
    expect(await answerAt(ticket, ticket.say(text), '💔'), text).toBe(way)
  }
  ticket.say('/open One more thing')
  await ticket.clientReads('One more thing')
})

test('words in a merged ticket’s topic get 💔, and the number of the ticket that goes on', async () => {
  const { part, survivor } = await openMergedTickets(desk, ['A door', 'The same door'])
  const way = `Your text was not sent: this ticket is part of #${String(survivor.number)} now. Write it there.`
  for (const text of ['An answer', '/solve Oil it', '/reopen it is another door']) {
    expect(await answerAt(part, part.say(text), '💔'), text).toBe(way)
  }
})

test('a command that the status does not allow gets 💔, the status and a way on', async () => {
  const ticket = await openTicket(desk)
  ticket.say('/ask Which version?')
  await ticket.clientReads('Which version?')
  const answer = await answerAt(ticket, ticket.say('/ask And which system?'), '💔')
  expect(answer).toBe(
    'Your text was not sent: in the status “Awaiting information” this command is not possible. Write /r instead of it to send the text as an answer.',
  )
  const reopened = await answerAt(ticket, ticket.say('/reopen Which one?'), '💔')
  expect(reopened).toContain('Your text was not sent: in the status “Awaiting information”')
  ticket.say('/r And which system?')
  await ticket.clientReads('And which system?')
})

test('words that come second, or stand under a name that is nobody’s, get 💔', async () => {
  const ticket = await openTicket(desk)
  const boris = desk.sandbox.person({ name: 'Boris' })
  desk.forum.addMember(boris)
  ticket.say('Mine')
  const second = boris.in(desk.forum).write('No, mine', { topic: ticket.topic() })
  expect(await answerAt(ticket, second, '💔')).toContain('Your text was not sent.')
  const denied = boris.in(desk.forum).write('/close agreed Done', { topic: ticket.topic() })
  expect(await answerAt(ticket, denied, '💔')).toBe(
    'Your text was not sent. Only supervisors can do this.',
  )
})

test('a solution that is held back is marked as not sent until it is sent anyway', async () => {
  const ticket = await openTicket(desk)
  desk.sandbox.faults.add({ kind: 'delay', method: 'copyMessage', ms: 1_500 })
  ticket.client.write('It happens at night')
  await desk.sandbox.until(async () => {
    const stored = `select from message where text = 'It happens at night'`
    return (await desk.db.database.pool.query(stored)).rowCount === 1
  })
  const held = ticket.say('/solve Restart it')
  expect(await answerAt(ticket, held, '💔')).toContain('Send anyway?')
  await ticket.staff.press('Send anyway', { topic: ticket.topic() })
  await desk.sandbox.until(() => ticket.topic().reaction(held) === '👌')
})

test('what stays inside in doubt is marked as kept inside', async () => {
  const ticket = await openTicket(desk)
  for (const text of ['/нотатка SECRET', '.тщеу SECRET', '..SECRET']) {
    expect(await answerAt(ticket, ticket.say(text), '✍'), text).toMatch(/stayed inside/)
  }
})

test('an edit that does not reach the client is marked so, and one that does is marked anew', async () => {
  const ticket = await openTicket(desk)
  const written = ticket.say('We look into it')
  await desk.sandbox.until(() => ticket.topic().reaction(written) === '👌')
  ticket.staff.edit(written, '/assign @anna')
  expect(await answerAt(ticket, written, '💔')).toContain('The client keeps the text as it was')
  ticket.staff.edit(written, 'We looked into it')
  await desk.sandbox.until(() => ticket.topic().reaction(written) === '👌')
  await ticket.clientReads('We looked into it')
})
