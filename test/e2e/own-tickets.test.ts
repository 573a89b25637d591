import { afterAll, beforeAll, expect, test } from 'vitest'

import type { Message } from '../../sandbox/state/shapes.ts'
import { reactToMessage } from '../../src/services/tickets/react-to-message.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { openTicket, textOf, type OpenedTicket } from '../support/opened-ticket.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})

afterAll(() => desk.close())

/** Closes a ticket by its solution, which is what its client can reply to. */
async function closed(ticket: OpenedTicket): Promise<Message> {
  await desk.pass(1_000)
  ticket.say('/solve Restart it')
  const proposal = await ticket.clientReads('Restart it')
  await ticket.client.press('Accept')
  await ticket.clientReads('How helpful was support?')
  ticket.client.write('/cancel')
  return proposal
}

test('the card of a ticket shows its client what was said to him, and no note', async () => {
  const ticket = await openTicket(desk)
  const note = ticket.say('// he is a nuisance')
  await desk.sandbox.until(() => ticket.topic().reaction(note) === '✍')
  ticket.say('We look into it')
  await ticket.clientReads('We look into it')
  ticket.client.write('/tickets')
  await ticket.client.press(`#${String(ticket.number)} The report is empty`)
  const card = textOf(await ticket.clientReads('Status: '))
  expect(card).toContain('Support: We look into it')
  expect(card).not.toContain('nuisance')
})

test('an opinion is that of the client who got the message, and of nobody else', async () => {
  const ticket = await openTicket(desk)
  const other = await openTicket(desk, { client: desk.sandbox.person({ name: 'Petro' }) })
  ticket.say('Turn it off')
  const { message_id: messageId } = await ticket.clientReads('Turn it off')
  const { pool } = desk.db.database
  const place = { chatId: ticket.client.id, messageId }
  await desk.sandbox.until(async () => {
    const { rowCount } = await pool.query(
      'select from message_copy where chat_id = $1 and telegram_message_id = $2',
      [place.chatId, messageId],
    )
    return rowCount === 1
  })
  const idOf = async ({ client }: OpenedTicket) => {
    const { rows } = await pool.query<{ id: number }>(
      'select person_id as id from contact_point where address = $1',
      [client.id],
    )
    return rows[0]!.id
  }
  const react = (personId: number, opinion: 'dislike' | null) =>
    reactToMessage(pool, { place, personId, opinion, now: new Date() })
  const refused = { ok: false, reason: 'no_such_message' }
  expect(await react(await idOf(other), 'dislike')).toEqual(refused)
  expect((await pool.query('select from reaction')).rowCount).toBe(0)
  expect(await react(await idOf(ticket), 'dislike')).toMatchObject({
    ok: true,
    changes: [{ facts: { ticketNumber: ticket.number } }],
  })
  expect(await react(await idOf(other), null)).toEqual(refused)
  expect((await pool.query('select from reaction')).rowCount).toBe(1)
})

test('what a client wrote to his closed ticket cannot be put into that of another', async () => {
  const victim = await openTicket(desk, { client: desk.sandbox.person({ name: 'Iryna' }) })
  await closed(victim)
  const ticket = await openTicket(desk)
  const proposal = await closed(ticket)
  ticket.client.write('It broke again', { replyTo: proposal })
  const question = await ticket.clientReads('This ticket is closed. What should we do')
  const { rows } = await desk.db.database.pool.query<{ id: number }>(
    'select max(id)::int as id from held_message',
  )
  const held = rows[0]!.id
  for (const reopen of [1, 0]) {
    const pressed = ticket.client.forge(
      question,
      `1:follow:${String(held)}:${String(victim.number)}:${String(reopen)}`,
    )
    await desk.sandbox.until(() => pressed.answer)
    expect(pressed.answer?.text).toBe('This is no longer current.')
  }
  const { rows: waiting } = await desk.db.database.pool.query(
    'select resolved_ticket_number from held_message where id = $1',
    [held],
  )
  expect(waiting).toEqual([{ resolved_ticket_number: null }])
  await ticket.client.press(`Reopen #${String(ticket.number)}`)
  await ticket.staffReads('It broke again')
})
