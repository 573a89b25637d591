import { afterAll, beforeAll, expect, test } from 'vitest'

import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { openTicket } from '../support/opened-ticket.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})

afterAll(() => desk.close())

test('EA-19: a hand-over has a note for the colleague, who is told, and which stays inside', async () => {
  const ticket = await openTicket(desk)
  const boris = desk.sandbox.person({ name: 'Boris', username: 'boris' })
  desk.forum.addMember(boris)
  boris.in(desk.forum).write('/mine')
  await desk.sandbox.until(() =>
    desk.forum.general.some(({ text }) => text === 'You have no tickets.'),
  )
  ticket.say('/assign @boris he has the old plan, be kind')
  await ticket.staffReads('@boris is responsible now.')
  const { rows } = await desk.db.database.pool.query(
    `select kind, text from message where ticket_number = $1 and author = 'agent'`,
    [ticket.number],
  )
  expect(rows).toEqual([{ kind: 'note', text: 'he has the old plan, be kind' }])
  expect(ticket.client.texts.join()).not.toContain('old plan')
})

test('from whom a ticket is taken he is told, unless he gave it away himself', async () => {
  const ticket = await openTicket(desk)
  const chief = await member('Vera', 'vera')
  const zoe = await member('Zoe', 'zoe')
  ticket.say('/take')
  await ticket.staffReads('Idea')
  ticket.say('/assign @zoe')
  await ticket.staffReads('@zoe is responsible now.')
  expect(ticket.topic().texts.join('\n')).not.toContain('no longer yours')
  chief.in(desk.forum).write('/assign @vera', { topic: ticket.topic() })
  await ticket.staffReads('@vera is responsible now.\n@zoe, this ticket is no longer yours.')
  zoe.in(desk.forum).write('/assign @anna', { topic: ticket.topic() })
  await ticket.staffReads('@anna is responsible now.\n@vera, this ticket is no longer yours.')
})

/** A member of the group whom the desk knows. */
async function member(name: string, username?: string) {
  const person = desk.sandbox.person({ name, ...(username !== undefined && { username }) })
  desk.forum.addMember(person)
  const asked = person.in(desk.forum).write('/mine')
  await desk.sandbox.until(() =>
    desk.forum.general.some((one) => one.reply_to_message?.message_id === asked.message_id),
  )
  return person
}

test('a colleague without a user name is found by the name that is shown', async () => {
  const ticket = await openTicket(desk)
  await member('Oksana Bondar')
  ticket.say('/assign oksana bondar please be kind')
  await ticket.staffReads('Oksana Bondar is responsible now.')
  ticket.say('/assign Oksana')
  await ticket.staffReads('Nobody here is called Oksana.')
})

test('of several who share a name the one is meant whose message is replied to', async () => {
  const ticket = await openTicket(desk)
  const [first, second] = [await member('Petro'), await member('Petro', 'petro2')]
  const words = [first, second].map((one) =>
    one.in(desk.forum).write('// mine', { topic: ticket.topic() }),
  )
  ticket.say('/assign petro see #12')
  await ticket.staffReads(
    'Several agents are called Petro: Petro, Petro (@petro2). Reply with /assign to a message of the one you mean.',
  )
  ticket.say('/assign', { replyTo: words[1]! })
  await ticket.staffReads('@petro2 is responsible now.')
  ticket.say('/assign petro see #12', { replyTo: words[0]! })
  await ticket.staffReads('Petro is responsible now.')
  ticket.say('/assign')
  await ticket.staffReads('The colleague is missing.')
})

test('OT-4: a supervisor takes from a client the right to open tickets, and gives it back', async () => {
  const ticket = await openTicket(desk)
  for (const denied of ['/ban 7d', '/ban', '/unban']) {
    const command = ticket.say(denied)
    const answer = await desk.sandbox.until(() =>
      ticket
        .topic()
        .messages.find(({ reply_to_message: to }) => to?.message_id === command.message_id),
    )
    expect(answer.text).toBe('Only supervisors can do this.')
  }
  const boss = desk.sandbox.person({ name: 'Chief', username: 'chief' })
  desk.forum.addMember(boss, 'administrator')
  const say = (text: string) => boss.in(desk.forum).write(text, { topic: ticket.topic() })
  say('/ban')
  await ticket.staffReads('Until when? Example: /ban 7d')
  say('/ban 7d')
  await ticket.staffReads('The client may open no tickets until')
  ticket.client.write('One more thing for the open one')
  await ticket.staffReads('One more thing for the open one')
  const tryToOpen = async () => {
    ticket.client.write('/new')
    await ticket.client.press('Idea')
    await desk.sandbox.until(() => ticket.client.texts.some((text) => text.includes('Step 2')))
    ticket.client.write('Another matter')
    await ticket.client.press('Done')
    await ticket.client.press('Skip')
    return ticket.client.press('Send')
  }
  expect((await tryToOpen()).text).toBe('You cannot open tickets at present.')
  say('/unban')
  await ticket.staffReads('The client may open tickets again.')
  await ticket.client.press('Send')
  await desk.sandbox.until(() =>
    desk.forum.topics().some(({ name }) => name.includes('Another matter')),
  )
})
