import { afterEach, beforeEach, expect, test } from 'vitest'

import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { openTicket } from '../support/opened-ticket.ts'

let desk: TestDesk

beforeEach(async () => {
  desk = await startTestDesk()
})

afterEach(() => desk.close())

test('a deleted topic is made anew with its card, and the message arrives there', async () => {
  const ticket = await openTicket(desk)
  desk.forum.deleteTopic(ticket.topic())
  ticket.client.write('Are you there?')
  await ticket.staffReads('Are you there?')
  await desk.sandbox.until(() => ticket.topic().pinned.length === 1)
  ticket.say('Yes, I am')
  await ticket.clientReads('Yes, I am')
})

test('a topic closed by hand is opened again for a message of the client', async () => {
  const ticket = await openTicket(desk)
  desk.forum.closeTopic(ticket.topic(), ticket.agent)
  ticket.client.write('Still broken')
  await ticket.staffReads('Still broken')
  expect(ticket.topic().closed).toBe(false)
})

test('a group that gets another id is followed, and its tickets get topics there', async () => {
  const ticket = await openTicket(desk)
  const before = desk.forum.id
  desk.forum.migrate()
  ticket.client.write('After the move')
  await ticket.staffReads('After the move')
  expect(desk.forum.id).not.toBe(before)
  ticket.say('Answered in the new group')
  await ticket.clientReads('Answered in the new group')
})

test('what comes late of the id that the group had does not make the desk leave the group', async () => {
  const ticket = await openTicket(desk)
  const { shape } = desk.forum.chat()
  desk.forum.migrate()
  ticket.client.write('After the move')
  await ticket.staffReads('After the move')
  desk.sandbox.push({
    message: {
      message_id: 9_000,
      date: Math.floor(Date.now() / 1_000),
      chat: shape,
      from: ticket.agent.user,
      text: 'Said before the move',
    },
  })
  const left = (chatId: number) =>
    desk.sandbox.calls.filter(
      ({ method, params }) => method === 'leaveChat' && Number(params['chat_id']) === chatId,
    ).length
  await desk.sandbox.until(() => left(shape.id) === 1)
  ticket.say('Answered in the new group')
  await ticket.clientReads('Answered in the new group')
  ticket.client.write('Still there?')
  await ticket.staffReads('Still there?')
  expect(left(desk.forum.id)).toBe(0)
})

test('what could not be sent while Telegram was away is sent afterwards, in order', async () => {
  const ticket = await openTicket(desk)
  desk.sandbox.faults.add({ kind: 'html502', method: 'copyMessage', times: 2 })
  for (const text of ['one', 'two', 'three']) ticket.client.write(text)
  await desk.sandbox.until(() => ticket.topic().texts.includes('three'), 10_000)
  expect(ticket.topic().texts.filter((text) => /^(one|two|three)$/.test(text))).toEqual([
    'one',
    'two',
    'three',
  ])
})

test('a limit of Telegram is waited for', async () => {
  const ticket = await openTicket(desk)
  desk.sandbox.faults.add({
    kind: 'status',
    method: 'sendMessage',
    code: 429,
    chatId: ticket.client.id,
    description: 'Too Many Requests: retry after 1',
    parameters: { retry_after: 1 },
  })
  ticket.say('Patience')
  await ticket.clientReads('Patience')
  expect(ticket.client.texts.filter((text) => text.includes('Patience'))).toHaveLength(1)
})

test('everything waits while the bot is not in the group, and comes when it is back', async () => {
  const ticket = await openTicket(desk)
  const chat = desk.forum.chat()
  chat.members.set(desk.sandbox.bot.id, 'left')
  ticket.client.write('Nobody hears me')
  await desk.sandbox.until(() =>
    desk.sandbox.calls.some(({ response }) => JSON.stringify(response).includes('not a member')),
  )
  chat.members.set(desk.sandbox.bot.id, 'administrator')
  await desk.restart()
  await ticket.staffReads('Nobody hears me')
})

test('what is written in a topic that was made and forgotten reaches the client all the same', async () => {
  await openTicket(desk, { subject: 'One before it' })
  desk.sandbox.faults.add({ kind: 'resetAfter', method: 'createForumTopic' })
  const ticket = await openTicket(desk, { subject: 'Another' })
  await desk.sandbox.until(() => desk.forum.topics().length === 3)
  const [, forgotten] = desk.forum.topics()
  expect(forgotten!.texts).toEqual([])
  ticket.staff.write('Written in the wrong place', { topic: forgotten! })
  await ticket.clientReads('Written in the wrong place')
})
