import { afterAll, beforeAll, expect, test } from 'vitest'

import type { SandboxPerson } from '../../sandbox/index.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { openTicket, textOf } from '../support/opened-ticket.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})

afterAll(() => desk.close())

const statusOf = async (number: number) => {
  const { rows } = await desk.db.database.pool.query<{ status: string }>(
    'select status from ticket where number = $1',
    [number],
  )
  return rows[0]?.status
}

const sees = (person: SandboxPerson, text: string) =>
  desk.sandbox.until(() => person.messages.findLast((message) => textOf(message).includes(text)))

test('OT-16: a plain message goes to the only live ticket', async () => {
  const ticket = await openTicket(desk)
  ticket.client.write('One more thing')
  await ticket.staffReads('One more thing')
})

test('OT-48: with several live tickets the bot asks once and keeps the message until it knows', async () => {
  const first = await openTicket(desk, { subject: 'Printer' })
  const second = await openTicket(desk, { subject: 'Scanner', client: first.client })
  first.client.write('It is worse now')
  await sees(first.client, 'Which ticket does this belong to?')
  await first.client.press(`#${String(first.number)} Printer`)
  await first.staffReads('It is worse now')
  expect(second.topic().texts).not.toContain('It is worse now')
  const answer = second.say('About the scanner')
  first.client.write('Thanks for that', { replyTo: await second.clientReads('About the scanner') })
  await second.staffReads('Thanks for that')
  expect(answer.message_thread_id).toBe(second.topic().threadId)
})

test('OT-1, OT-47: a ticket opened from the list takes the next messages', async () => {
  const first = await openTicket(desk, { subject: 'Printer' })
  await openTicket(desk, { subject: 'Scanner', client: first.client })
  first.client.write('/tickets')
  await sees(first.client, 'Your tickets')
  await first.client.press(`#${String(first.number)} Printer`)
  await sees(first.client, 'Status')
  first.client.write('For the printer')
  await first.staffReads('For the printer')
})

test('OT-21: a rejection asks for the reason and changes nothing until it is there', async () => {
  const ticket = await openTicket(desk)
  await desk.pass(1_000)
  ticket.say('/solve Turn it off and on')
  await ticket.clientReads('Turn it off and on')
  await ticket.client.press('Reject')
  await sees(ticket.client, 'What is still wrong? Write it here.')
  expect(await statusOf(ticket.number)).toBe('solution_proposed')
  ticket.client.write('no')
  await sees(ticket.client, 'at least 3 characters')
  ticket.client.write('It is still silent')
  await ticket.staffReads('It is still silent')
  await ticket.staffReads('The client rejected the solution.')
  expect(await statusOf(ticket.number)).toBe('open')
})

test('OD-12: a plain reply answers a request for information', async () => {
  const ticket = await openTicket(desk)
  ticket.say('/ask Which version?')
  const question = await ticket.clientReads('Which version?')
  expect(await statusOf(ticket.number)).toBe('pending')
  ticket.client.write('2.1', { replyTo: question })
  await ticket.staffReads('2.1')
  await desk.sandbox.until(async () => (await statusOf(ticket.number)) === 'open')
})

test('/start greets in the language of the person, and Settings change it', async () => {
  const person = desk.sandbox.person({ name: 'Олена', language: 'uk' })
  person.write('/start')
  await sees(person, 'Вітаємо, Олена')
  await person.press('Налаштування')
  await person.press('Türkçe')
  person.write('/start')
  await sees(person, 'Merhaba Олена')
})

test('another person’s ticket stays his own', async () => {
  const ticket = await openTicket(desk, { subject: 'Private matter' })
  await desk.pass(1_000)
  ticket.say('/solve Only for Olena')
  const proposal = await ticket.clientReads('Only for Olena')
  const stranger = desk.sandbox.person({ name: 'Stranger' })
  stranger.write('/start')
  const menu = await sees(stranger, 'Hello, Stranger')
  const accept = proposal.reply_markup!.inline_keyboard!.flat()[0]!.callback_data!
  const n = String(ticket.number)
  const forged = [accept, `1:show:${n}`, `1:add:${n}`, `1:take:${n}`, `1:accept:${n}:1`, 'x', '1:']
  for (const data of forged) {
    const press = stranger.forge(menu, data)
    await desk.sandbox.until(() => press.answer !== null)
    expect(press.answer?.text, data).toMatch(/no longer current|not your ticket|no such ticket/)
  }
  expect(stranger.texts.join('\n')).not.toMatch(/Private matter|Only for Olena/)
  expect(await statusOf(ticket.number)).toBe('solution_proposed')
})

test('OT-32: staff commands are nothing special outside of the staff group', async () => {
  const ticket = await openTicket(desk)
  ticket.client.write('/solve I am staff')
  ticket.client.write('/take')
  await desk.sandbox.until(() => desk.sandbox.pendingCount() === 0)
  const group = desk.sandbox.forum('Somebody else’s group')
  const stranger = desk.sandbox.person()
  group.addMember(stranger)
  stranger.in(group).write('/take')
  await desk.sandbox.until(() => group.chat().members.get(desk.sandbox.bot.id) === 'left')
  expect(await statusOf(ticket.number)).toBe('new')
})
