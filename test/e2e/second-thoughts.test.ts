import { afterAll, beforeAll, expect, test } from 'vitest'

import type { Message } from '../../sandbox/state/shapes.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { openTicket, textOf } from '../support/opened-ticket.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})

afterAll(() => desk.close())

/** Faster than any person: before the desk has noted where its message is, it knows of none there. */
async function untilNoted({ chat, message_id: messageId }: Message): Promise<void> {
  await desk.sandbox.until(async () => {
    const { rowCount } = await desk.db.database.pool.query(
      'select from message_copy where chat_id = $1 and telegram_message_id = $2',
      [chat.id, messageId],
    )
    return rowCount === 1
  })
}

test('/unsend takes an answer back from the client', async () => {
  const ticket = await openTicket(desk)
  const wrong = ticket.say('The password is 12345')
  await ticket.clientReads('The password is 12345')
  const boris = desk.sandbox.person({ name: 'Boris' })
  desk.forum.addMember(boris)
  boris.in(desk.forum).write('/unsend', { topic: ticket.topic(), replyTo: wrong })
  await ticket.staffReads('Reply with /unsend to a message of yours')
  ticket.say('/unsend', { replyTo: wrong })
  await desk.sandbox.until(() => !ticket.client.texts.join('\n').includes('12345'))
  ticket.client.write('/tickets')
  await ticket.client.press(`#${String(ticket.number)} The report is empty`)
  await ticket.clientReads('Status: In progress')
  expect(ticket.client.texts.join('\n')).not.toContain('12345')
})

test('OT-38: a like and a dislike are kept, the last one counts, and a dislike is told', async () => {
  const ticket = await openTicket(desk)
  ticket.say('Try turning it off')
  const answer = await ticket.clientReads('Try turning it off')
  const opinions = async () => {
    const { rows } = await desk.db.database.pool.query<{ value: string }>(
      'select r.value from reaction r join message m on m.id = r.message_id where ticket_number = $1',
      [ticket.number],
    )
    return rows.map(({ value }) => value).join()
  }
  await untilNoted(answer)
  ticket.client.react(answer, '👍')
  await desk.sandbox.until(async () => (await opinions()) === 'like')
  ticket.client.react(answer, '👎')
  const told = await ticket.staffReads('The client disliked this.')
  expect(told.reply_to_message?.text).toBe('Try turning it off')
  await desk.sandbox.until(async () => (await opinions()) === 'dislike')
  ticket.client.react(answer, null)
  await desk.sandbox.until(async () => (await opinions()) === '')
  ticket.client.react(answer, '🤔')
  ticket.client.write('done')
  await ticket.staffReads('done')
  expect(await opinions()).toBe('')
})

test('OT-2, OT-3, EA-10, EA-31: /journal finds closed tickets by words, and never by those of a note', async () => {
  const ticket = await openTicket(desk, { subject: 'The harbour camera' })
  ticket.say('// the client is a nuisance')
  await desk.pass(1_000)
  ticket.say('/solve Clean the lens')
  await ticket.clientReads('Clean the lens')
  await ticket.client.press('Accept')
  await ticket.clientReads('How helpful was support?')
  ticket.client.write('/journal nuisance')
  await ticket.clientReads('You have no closed tickets.')
  ticket.client.write('/journal lens')
  expect(textOf(await ticket.clientReads('Closed tickets'))).toContain(`#${String(ticket.number)}`)
})

test('who writes too much is told once, and the desk goes on with everybody else', async () => {
  const flooder = desk.sandbox.person()
  for (let count = 0; count < 40; count += 1) flooder.write('/help')
  await desk.sandbox.until(() => flooder.texts.some((text) => text.startsWith('You write faster')))
  await desk.sandbox.until(() => desk.sandbox.pendingCount() === 0)
  const ticket = await openTicket(desk)
  ticket.client.write('I am not he')
  await ticket.staffReads('I am not he')
  const told = flooder.texts.filter((text) => text.startsWith('You write faster'))
  expect(told).toHaveLength(1)
  // The rest is not dropped; it comes one by one.
  const helped = () => flooder.texts.filter((text) => text.startsWith('/new')).length
  await desk.sandbox.until(() => helped() > 20)
})

test('OT-38: the small buttons under an answer do what a reaction does', async () => {
  const ticket = await openTicket(desk)
  ticket.say('Have you tried turning it off?')
  const answer = await ticket.clientReads('turning it off')
  await untilNoted(answer)
  await ticket.client.press('👎')
  await ticket.staffReads('The client disliked this.')
  await desk.sandbox.until(() => {
    const now = ticket.client.messages.find(({ message_id: id }) => id === answer.message_id)
    return (now?.reply_markup?.inline_keyboard ?? []).length === 0
  })
  const { rows } = await desk.db.database.pool.query('select value from reaction')
  expect(rows).toEqual([{ value: 'dislike' }])
})

test('OT-39: a low score is told to supervisors, and a rating can be changed', async () => {
  const { sandbox, forum } = desk
  const boss = sandbox.person({ name: 'Boss', username: 'boss' })
  forum.addMember(boss, 'administrator')
  boss.in(forum).write('/queue')
  const ticket = await openTicket(desk)
  await desk.pass(1_000)
  ticket.say('/solve Restart it')
  await ticket.clientReads('Restart it')
  await ticket.client.press('Accept')
  const rate = async (question: string, score: string) => {
    await ticket.clientReads(question)
    await ticket.client.press(score)
  }
  await rate('How helpful', '1')
  await ticket.staffReads('@boss, the client gave a low score')
  await rate('How fast', '5')
  await rate('How polite', 'Skip')
  await ticket.clientReads('add a comment')
  ticket.client.write('It broke again')
  await ticket.clientReads('Thank you for rating.')
  const card = () => ticket.topic().texts[0] ?? ''
  const cardHas = (text: string) => desk.sandbox.until(() => card().includes(text))
  await cardHas('helpfulness 1, speed 5, politeness –\n“It broke again”')
  await ticket.client.press('Change')
  await rate('How helpful', '4')
  await cardHas('helpfulness 4, speed 5, politeness –')
  await desk.sandbox.until(() => ticket.topic().closed)
})
