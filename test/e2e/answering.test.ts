import { afterAll, beforeAll, expect, test } from 'vitest'

import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { openTicket, textOf } from '../support/opened-ticket.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})

afterAll(() => desk.close())

test('formatting, quotes, marks and joined characters of an answer arrive as written', async () => {
  const ticket = await openTicket(desk)
  const text = 'See <b>"this"</b> & \u202Bthat\u202C: e\u0301 👩‍👩‍👧 z\u200Bz'
  const entities = [{ type: 'bold', offset: 4, length: 3 }]
  ticket.say(text, { entities })
  const arrived = await ticket.clientReads(text)
  const at = textOf(arrived).indexOf(text)
  expect(arrived.entities).toContainEqual({ type: 'bold', offset: at + 4, length: 3 })
})

test('files and albums go both ways with their captions', async () => {
  const ticket = await openTicket(desk)
  ticket.staff.album(
    [
      { kind: 'photo', caption: 'step one' },
      { kind: 'photo', caption: 'step two' },
    ],
    { topic: ticket.topic() },
  )
  await ticket.clientReads('step one')
  const album = await ticket.clientReads('step two')
  expect(album.media_group_id).toBeDefined()
  const files = [
    'document',
    'video',
    'audio',
    'voice',
    'animation',
    'sticker',
    'video_note',
  ] as const
  for (const kind of files) {
    ticket.client.send(kind, { name: `its ${kind}` })
    const relayed = await desk.sandbox.until(() =>
      ticket
        .topic()
        .messages.find((message) => message.from?.is_bot && message[kind] !== undefined),
    )
    expect(relayed.message_thread_id).toBe(ticket.topic().threadId)
    ticket.staff.send(kind, { topic: ticket.topic() })
    await desk.sandbox.until(() =>
      ticket.client.messages.some((message) => message.from?.is_bot && message[kind] !== undefined),
    )
  }
})

test('a delivered answer is marked, and one to a client who blocked the bot says why not', async () => {
  const ticket = await openTicket(desk)
  const first = ticket.say('All good')
  await desk.sandbox.until(() => ticket.topic().reaction(first) === '👌')
  ticket.client.block()
  const second = ticket.say('Are you there?')
  await desk.sandbox.until(() => ticket.topic().reaction(second) === '💔')
  await ticket.staffReads('blocked the bot')
  ticket.client.unblock()
  const third = ticket.say('Welcome back')
  await ticket.clientReads('Welcome back')
  await desk.sandbox.until(() => ticket.topic().reaction(third) === '👌')
})

test('an edit of an answer reaches the client, and an edit of his text reaches the topic', async () => {
  const ticket = await openTicket(desk)
  const answer = ticket.say('Restart it on Monday')
  await ticket.clientReads('Restart it on Monday')
  ticket.staff.edit(answer, 'Restart it on Tuesday')
  await ticket.clientReads('Restart it on Tuesday')
  expect(ticket.client.texts.join('\n')).not.toContain('Monday')
  const message = ticket.client.write('It happens at 9')
  await ticket.staffReads('It happens at 9')
  ticket.client.edit(message, 'It happens at 10')
  await ticket.staffReads('It happens at 10')
})

test('an answer to a message of the client is shown as a reply to it', async () => {
  const ticket = await openTicket(desk)
  ticket.client.write('First thing')
  const first = await ticket.staffReads('First thing')
  ticket.client.write('Second thing')
  await ticket.staffReads('Second thing')
  ticket.say('About the first', { replyTo: first })
  const arrived = await ticket.clientReads('About the first')
  expect(arrived.reply_to_message?.text).toBe('First thing')
})

test('a reply of the client to an answer is shown as a reply to it', async () => {
  const ticket = await openTicket(desk)
  const answer = ticket.say('Is it version 2?')
  const arrived = await ticket.clientReads('Is it version 2?')
  ticket.client.write('Yes, it is', { replyTo: arrived })
  const relayed = await ticket.staffReads('Yes, it is')
  expect(relayed.reply_to_message?.message_id).toBe(answer.message_id)
})

test('a text beyond one message arrives whole', async () => {
  const ticket = await openTicket(desk)
  const long = Array.from({ length: 700 }, (_, line) => `line ${String(line)} 👩‍👩‍👧`).join('\n')
  ticket.client.write(long.slice(0, 4_000))
  const pieces = () =>
    ticket
      .topic()
      .texts.slice(1)
      .filter((text) => text.startsWith('line'))
      .join('\n')
  await desk.sandbox.until(() => pieces() === long.slice(0, 4_000))
  const reply = 'y'.repeat(4_096)
  ticket.say(reply)
  await desk.sandbox.until(() => ticket.client.texts.join('').split('y').length - 1 >= reply.length)
})

test('a file too large to fetch is relayed and named in the card', async () => {
  const ticket = await openTicket(desk)
  ticket.client.send('document', { name: 'dump.sql', size: 60_000_000 })
  await desk.sandbox.until(() =>
    ticket.topic().messages.some((message) => message.from?.is_bot && 'document' in message),
  )
  await ticket.staffReads('dump.sql (60 MB)')
})

test('quoted words are quoted on the other side, and what was forwarded keeps its author', async () => {
  const ticket = await openTicket(desk)
  ticket.say('Restart it, then call us')
  const answer = await ticket.clientReads('Restart it, then call us')
  ticket.client.write('Which number?', { replyTo: answer, quote: 'call us' })
  const asked = await ticket.staffReads('Which number?')
  expect(asked).toMatchObject({ quote: { text: 'call us' } })
  ticket.say('555', { replyTo: asked, quote: 'Which number?' })
  expect(await ticket.clientReads('555')).toMatchObject({ quote: { text: 'Which number?' } })

  // The header stands only in the client's chat: these words cannot be quoted elsewhere.
  ticket.client.write('This ticket', { replyTo: answer, quote: `#${String(ticket.number)}` })
  const plain = await ticket.staffReads('This ticket')
  expect(plain.quote).toBeUndefined()
  expect(plain.reply_to_message?.text).toBe('Restart it, then call us')

  const provider = { id: 5, is_bot: false, first_name: 'Provider' }
  ticket.client.write('We have an outage', { forwardedFrom: provider })
  const forwarded = await ticket.staffReads('We have an outage')
  expect(forwarded).toMatchObject({ forward_origin: { sender_user: { first_name: 'Provider' } } })
})
