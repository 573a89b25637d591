import { afterEach, expect, test } from 'vitest'

import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { openTicket, type OpenedTicket } from '../support/opened-ticket.ts'

let desk: TestDesk

afterEach(() => desk.close())

const minuteMs = 60_000

/** The client wrote, his words stand in the topic, and the desk knows where. */
async function clientWrites(ticket: OpenedTicket, text: string): Promise<void> {
  ticket.client.write(text)
  const { message_id: id } = await ticket.staffReads(text)
  await desk.sandbox.until(async () => {
    const { rows } = await desk.db.database.pool.query(
      'select 1 from message_copy where chat_id = $1 and telegram_message_id = $2',
      [desk.forum.id, id],
    )
    return rows.length > 0
  })
}

const isHeld = (ticket: OpenedTicket) =>
  ticket.topic().texts.some((text) => text.includes('Send anyway?'))

test.each([0, 3 * minuteMs, -3 * minuteMs])(
  'a solution written after the words of the client goes out at once, with a clock %i ms ahead',
  async (aheadMs) => {
    desk = await startTestDesk({ now: () => new Date(Date.now() + aheadMs) })
    const ticket = await openTicket(desk)
    await clientWrites(ticket, 'It also happens in Firefox')
    ticket.say('/solve Use the new version')
    await desk.sandbox.until(
      () => isHeld(ticket) || ticket.client.texts.some((text) => text.includes('new version')),
    )
    expect(isHeld(ticket)).toBe(false)
  },
)

test('a solution is held back while the words of the client are on their way to the topic', async () => {
  // A clock that is late makes them look older than they are.
  desk = await startTestDesk({ now: () => new Date(Date.now() - 3 * minuteMs) })
  const ticket = await openTicket(desk)
  desk.sandbox.faults.add({ kind: 'delay', method: 'copyMessage', ms: 1_500 })
  ticket.client.write('It also happens in Firefox')
  await desk.sandbox.until(async () => {
    const { rows } = await desk.db.database.pool.query(
      `select 1 from message where text = 'It also happens in Firefox'`,
    )
    return rows.length > 0
  })
  ticket.say('/solve Use Firefox')
  await ticket.staffReads('New message from the client. Send anyway?')
  expect(ticket.client.texts.join('\n')).not.toContain('Use Firefox')
  await ticket.staffReads('It also happens in Firefox')
  await ticket.staff.press('Send anyway', { topic: ticket.topic() })
  await ticket.clientReads('Use Firefox')
})

test('a solution is held back when the words of the client came to stand below it, however late it is handled', async () => {
  desk = await startTestDesk()
  const ticket = await openTicket(desk)
  // The agent is asked about anew, and the answer takes its time.
  desk.sandbox.faults.add({ kind: 'delay', method: 'getChatMember', ms: 2_500, times: 2 })
  await desk.restart()
  const solution = ticket.say('/solve Use Firefox')
  await clientWrites(ticket, 'It also happens in Firefox')
  await ticket.staffReads('New message from the client. Send anyway?')
  const words = await ticket.staffReads('It also happens in Firefox')
  expect(words.message_id).toBeGreaterThan(solution.message_id)
  expect(ticket.client.texts.join('\n')).not.toContain('Use Firefox')
})

test('a colleague helps out a second after the first answer, with a clock three minutes ahead', async () => {
  desk = await startTestDesk({ now: () => new Date(Date.now() + 3 * minuteMs) })
  const ticket = await openTicket(desk)
  const boris = desk.sandbox.person({ name: 'Boris' })
  desk.forum.addMember(boris)
  const { date } = ticket.say('Anna answers')
  await ticket.clientReads('Anna answers')
  await desk.sandbox.until(() => Math.floor(Date.now() / 1_000) > date)
  boris.in(desk.forum).write('Boris adds a link', { topic: ticket.topic() })
  await desk.sandbox.until(
    () =>
      ticket.client.texts.some((text) => text.includes('Boris adds a link')) ||
      ticket.topic().texts.some((text) => text.includes('Your text was not sent')),
  )
  expect(ticket.client.texts.join('\n')).toContain('Boris adds a link')
})
