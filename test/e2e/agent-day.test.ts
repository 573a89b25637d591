import { afterAll, beforeAll, expect, test } from 'vitest'

import type { SandboxPerson } from '../../sandbox/index.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { agentOf, openTicket, textOf, type OpenedTicket } from '../support/opened-ticket.ts'

let desk: TestDesk
let boss: SandboxPerson

beforeAll(async () => {
  desk = await startTestDesk()
  boss = desk.sandbox.person({ name: 'Boss', username: 'boss' })
  desk.forum.addMember(boss, 'creator')
})

afterAll(() => desk.close())

const card = (ticket: OpenedTicket) => ticket.topic().pinned[0]?.text ?? ''
const cardSays = (ticket: OpenedTicket, words: string) =>
  desk.sandbox.until(() => card(ticket).includes(words))
const inGeneral = (words: string) =>
  desk.sandbox.until(() => desk.forum.general.findLast((one) => textOf(one).includes(words)))

test('EA-6, EA-52, OD-8: /release puts a ticket back into the queue, where /queue shows it', async () => {
  const ticket = await openTicket(desk, { subject: 'Nobody wants me' })
  ticket.say('/take')
  await cardSays(ticket, 'Responsible: Anna')
  ticket.staff.write('/mine')
  await inGeneral('Nobody wants me')
  ticket.say('/release')
  await cardSays(ticket, 'Responsible: nobody yet')
  await ticket.staffReads('Back in the queue.')
  ticket.staff.write('/queue')
  await inGeneral('Queue: ')
})

test('OT-10, EA-13, EA-14, EA-17: priority and tags order tickets, and /find finds them', async () => {
  const ticket = await openTicket(desk, { subject: 'An invoice is wrong' })
  ticket.say('/priority urgent')
  await cardSays(ticket, 'Priority: Urgent')
  ticket.say('/priority maximal')
  await ticket.staffReads('Which priority?')
  ticket.say('/tag #Billing')
  await cardSays(ticket, '#billing')
  for (const words of ['#billing', `#${String(ticket.number)}`, 'invoice wrong']) {
    ticket.staff.write(`/find ${words}`)
    await inGeneral('An invoice is wrong (')
  }
  ticket.say('/untag billing')
  await desk.sandbox.until(() => !card(ticket).includes('#billing'))
  ticket.staff.write('/find #billing')
  await inGeneral('Nothing found.')
  ticket.staff.write('/find')
  await inGeneral('What are you looking for?')
})

test('OT-31: /later and /dev name what is missing and change nothing', async () => {
  const ticket = await openTicket(desk)
  ticket.say('/later soon')
  await ticket.staffReads('The time or the reason is missing.')
  ticket.say('/later 2h')
  await desk.sandbox.until(
    () => ticket.topic().texts.filter((text) => text.startsWith('The time or')).length === 2,
  )
  ticket.say('/later 2001-01-01 never')
  await ticket.staffReads('This time is in the past.')
  ticket.say('/later 400d too long')
  await ticket.staffReads('This is too far ahead.')
  ticket.say('/dev @ivan KEY-1')
  await ticket.staffReads('Engineer, key and date are needed.')
  expect(card(ticket)).toContain('Status: New')
})

test('a command that does not fit the status says which one it is, and what leads out of it', async () => {
  const ticket = await openTicket(desk)
  ticket.say('/later 2h waiting for the provider')
  await cardSays(ticket, 'Status: Postponed')
  ticket.say('/later 3h waiting on')
  await ticket.staffReads('Not possible while the ticket is “Postponed”. Use /done first.')
  ticket.say('/ask Which version?')
  await cardSays(ticket, 'Status: Awaiting information')
  ticket.say('/done')
  await ticket.staffReads('Not possible while the ticket is “Awaiting information”.')
})

test('/dev moves the date when it is written again, and /done ends it', async () => {
  const ticket = await openTicket(desk)
  ticket.say('/dev @ivan KEY-1 3d')
  await ticket.clientReads('Your ticket is in development.')
  await cardSays(ticket, 'Status: In development')
  ticket.say('/dev @ivan KEY-1 5d')
  await ticket.clientReads('The expected date has changed')
  ticket.say('/done')
  await ticket.clientReads('Development has ended.')
  await cardSays(ticket, 'Status: In progress')
})

test('OT-37, EA-8: only a supervisor closes a ticket without a solution, and an agent reopens it', async () => {
  const ticket = await openTicket(desk)
  ticket.say('/close duplicate see #1')
  await ticket.staffReads('Only supervisors can do this.')
  boss.in(desk.forum).write('/close because', { topic: ticket.topic() })
  await ticket.staffReads('Reason and text are needed.')
  boss.in(desk.forum).write('/close duplicate see the other one', { topic: ticket.topic() })
  await ticket.clientReads('see the other one')
  await cardSays(ticket, 'Status: Closed')
  await desk.sandbox.until(() => ticket.topic().closed)
  ticket.say('/reopen it was none')
  await ticket.clientReads('it was none')
  await cardSays(ticket, 'Status: In progress')
  await desk.sandbox.until(() => !ticket.topic().closed)
  ticket.say('/history')
  expect(textOf(await ticket.staffReads('History of'))).toContain('duplicate: see the other one')
})

test('a spammer is told nothing', async () => {
  const ticket = await openTicket(desk, { subject: 'Buy my watches' })
  boss.in(desk.forum).write('/close spam watches again', { topic: ticket.topic() })
  await cardSays(ticket, 'Status: Closed')
  ticket.client.write('/tickets')
  await ticket.clientReads('You have no open tickets.')
  expect(ticket.client.texts.join('\n')).not.toContain('watches again')
})

test('OK-3, EA-54 to EA-59: /stats shows the base metrics', async () => {
  const ticket = await openTicket(desk)
  ticket.say('An answer')
  await ticket.clientReads('An answer')
  ticket.staff.write('/stats')
  const stats = textOf(await inGeneral('Waiting for support: '))
  expect(stats).toMatch(/Handled: \d+/)
  expect(stats).toMatch(/Average time to answer: /)
  expect(stats).toMatch(/Anna: tickets \d+, answers \d+, average /)
  expect(stats).toMatch(/Time in “New”: /)
})

test('/away and /back say until when', async () => {
  const staff = agentOf(desk).in(desk.forum)
  staff.write('/away')
  await inGeneral('Until when?')
  staff.write('/away 2h')
  await inGeneral('You get no tickets until')
  staff.write('/back')
  await inGeneral('Welcome back.')
})

test('a client withdraws his ticket after he was asked once more', async () => {
  const ticket = await openTicket(desk, { subject: 'Never mind' })
  const { reply_markup: offered } = await ticket.clientReads('is open')
  const labels = offered?.inline_keyboard?.flat().map(({ text }) => text)
  expect(labels).toEqual(['Add details', 'Withdraw'])
  ticket.client.write('/tickets')
  await ticket.client.press(`#${String(ticket.number)} Never mind`)
  await ticket.client.press('Withdraw')
  await ticket.clientReads('Withdraw this ticket?')
  await ticket.client.press('Withdraw')
  await ticket.clientReads('You withdrew the ticket.')
  await ticket.staffReads('The client withdrew the ticket.')
})

test('what a client writes to a closed ticket waits until he decides', async () => {
  const ticket = await openTicket(desk, { subject: 'Closed too early' })
  await desk.pass(1_000)
  ticket.say('/solve Done')
  const proposal = await ticket.clientReads('Done')
  await ticket.client.press('Accept')
  await cardSays(ticket, 'Status: Closed')
  ticket.client.write('/cancel')
  ticket.client.write('Thanks', { replyTo: proposal })
  ticket.client.write('It is broken again', { replyTo: proposal })
  await ticket.clientReads('This ticket is closed. What should we do with your message?')
  await ticket.client.press(`Reopen #${String(ticket.number)}`)
  await ticket.staffReads('It is broken again')
  await cardSays(ticket, 'Status: In progress')
})
