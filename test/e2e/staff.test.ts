import { afterAll, beforeAll, expect, test } from 'vitest'

import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { openTicket, type OpenedTicket } from '../support/opened-ticket.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})

afterAll(() => desk.close())

/** Within the same second nobody can have read what he answers. */
const secondsLater = () => desk.pass(1_000)

const card = (ticket: OpenedTicket) => ticket.topic().pinned[0]?.text ?? ''

test('OT-14, OT-47, EA-1, EA-48, OD-10, OD-13: a ticket has a pinned card that is edited in place', async () => {
  const ticket = await openTicket(desk)
  await desk.sandbox.until(() => ticket.topic().pinned.length === 1)
  expect(card(ticket)).toContain('Client: Olena')
  expect(card(ticket)).toContain('Responsible: nobody yet')
  ticket.say('/take')
  await desk.sandbox.until(() => card(ticket).includes('Responsible: Anna'))
  await ticket.clientReads('Anna is working on your ticket.')
  expect(ticket.topic().pinned).toHaveLength(1)
})

test('OT-46, EA-51: the first of two agents who answer at once takes the ticket, the other is told', async () => {
  const ticket = await openTicket(desk)
  const boris = desk.sandbox.person({ name: 'Boris', username: 'boris' })
  desk.forum.addMember(boris)
  ticket.say('Anna answers')
  boris.in(desk.forum).write('Boris answers', { topic: ticket.topic() })
  await ticket.clientReads('Anna answers')
  await ticket.staffReads('Anna answered first and has this ticket. Your text was not sent.')
  expect(ticket.client.texts.join('\n')).not.toContain('Boris answers')
})

test('Take has one winner, and the button answers the loser', async () => {
  const ticket = await openTicket(desk)
  const boris = desk.sandbox.person({ name: 'Boris' })
  desk.forum.addMember(boris)
  const { topic } = ticket
  await desk.sandbox.until(() => topic().pinned.length === 1)
  const answers = await Promise.all([
    ticket.staff.press('Take', { topic: topic() }),
    boris.in(desk.forum).press('Take', { topic: topic() }),
  ])
  expect(answers.map(({ text }) => text).filter(Boolean)).toEqual([
    'A colleague has already taken this ticket.',
  ])
})

test('EA-18, OD-2: /assign gives a ticket to a colleague known to the group and names what is wrong', async () => {
  const ticket = await openTicket(desk)
  const clara = desk.sandbox.person({ name: 'Clara', username: 'clara' })
  desk.forum.addMember(clara)
  clara.in(desk.forum).write('hello')
  ticket.say('/assign @nobody')
  await ticket.staffReads('Nobody here is called @nobody')
  ticket.say('/assign')
  await ticket.staffReads('The colleague is missing.')
  ticket.say('/assign @clara')
  await desk.sandbox.until(() => card(ticket).includes('Responsible: Clara'))
})

test('EA-21, EA-22, EA-23, OD-21: a note stays inside, however it is written', async () => {
  const ticket = await openTicket(desk)
  const boris = desk.sandbox.person({ name: 'Boris' })
  desk.forum.addMember(boris)
  const inForum = boris.in(desk.forum)
  const talk = inForum.write('// is this the old plan?', { topic: ticket.topic() })
  const notes = [
    ticket.say('// secret one'),
    ticket.say('/note secret two'),
    ticket.say('/note@sandbox_desk_bot secret three'),
    ticket.say('secret four, it is', { replyTo: talk }),
  ]
  for (const note of notes) {
    await desk.sandbox.until(() => ticket.topic().reaction(note) === '✍')
  }
  await ticket.staff.press('Note', { topic: ticket.topic() })
  const prompt = await ticket.staffReads('What do you want to note?')
  const fifth = ticket.say('secret five', { replyTo: prompt })
  await desk.sandbox.until(() => ticket.topic().reaction(fifth) === '✍')
  const sixth = ticket.staff.send('photo', { topic: ticket.topic(), caption: '// secret six' })
  await desk.sandbox.until(() => ticket.topic().reaction(sixth) === '✍')
  ticket.say('And this is for you')
  await ticket.clientReads('And this is for you')
  expect(ticket.client.texts.join('\n')).not.toMatch(/secret|old plan/)
  expect(ticket.client.messages.some((message) => 'photo' in message)).toBe(false)
})

test('an edit does not turn a note into an answer', async () => {
  const ticket = await openTicket(desk)
  const note = ticket.say('// secret')
  await desk.sandbox.until(() => ticket.topic().reaction(note) === '✍')
  ticket.staff.edit(note, 'secret without its mark')
  await ticket.staffReads('An edited note stays a note')
  expect(ticket.client.texts.join('\n')).not.toContain('secret')
})

test('EA-63, OD-11: the buttons of the card ask for the text they need', async () => {
  const ticket = await openTicket(desk)
  const topic = ticket.topic()
  await ticket.staff.press('Ask for info', { topic })
  const prompt = await ticket.staffReads('Anna: What do you need')
  const { forceReply } = desk.forum.chat().kept.get(prompt.message_id)!
  expect(forceReply).toEqual({ placeholder: 'Your text', onlyUserIds: [ticket.agent.id] })
  ticket.say('Which browser?', { replyTo: prompt })
  await ticket.clientReads('Which browser?')
  await ticket.staff.press('Propose solution', { topic })
  ticket.say('Clear the cache', { replyTo: await ticket.staffReads('What is the solution?') })
  await ticket.clientReads('Clear the cache')
})

test('a command without its text, an unknown one and one outside of tickets get one sentence', async () => {
  const ticket = await openTicket(desk)
  ticket.say('/ask')
  await ticket.staffReads('The question is missing.')
  ticket.say('/solve   ')
  await ticket.staffReads('The solution is missing.')
  ticket.say('/frobnicate')
  await ticket.staffReads('There is no command /frobnicate.')
  ticket.say('/help')
  await ticket.staffReads('/take: take the ticket')
  ticket.staff.write('/solve in General')
  await desk.sandbox.until(() =>
    desk.forum.general.some(({ text }) => text?.startsWith('This topic belongs to no ticket.')),
  )
})

test('/withdraw takes a solution back, and its buttons say that they are old', async () => {
  const ticket = await openTicket(desk)
  await secondsLater()
  ticket.say('/solve Restart it')
  const proposal = await ticket.clientReads('Restart it')
  ticket.say('/withdraw')
  await ticket.clientReads('Support took the proposed solution back')
  const data = proposal.reply_markup?.inline_keyboard?.flat()[0]?.callback_data
  const press = ticket.client.forge(proposal, data!)
  await desk.sandbox.until(() => press.answer?.text === 'This is no longer current.')
})
