import { afterEach, expect, test } from 'vitest'

import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { newAlbum, untilHandled } from '../support/late-albums.ts'
import { openTicket, textOf, type OpenedTicket } from '../support/opened-ticket.ts'

let desk: TestDesk

afterEach(() => desk.close())

async function openQuietly(): Promise<OpenedTicket> {
  desk = await startTestDesk()
  const ticket = await openTicket(desk)
  const now = new Date()
  const minute = now.getUTCHours() * 60 + now.getUTCMinutes()
  await desk.db.database.pool.query(
    `update person set timezone = 'UTC', quiet_from = $2, quiet_to = $3 where id = (select person_id from contact_point where address = $1)`,
    [ticket.client.id, (minute + 1_380) % 1_440, (minute + 60) % 1_440],
  )
  return ticket
}

/** What was not sent in the end, and why. */
async function notSent() {
  const { rows } = await desk.db.database.pool.query<{ kind: string; error: string }>(
    `select kind, error from outbox where state = 'merged' and error is not null order by id`,
  )
  return rows
}

const areWaiting = (count: number) =>
  desk.sandbox.until(async () => {
    const { rows } = await desk.db.database.pool.query(
      `select from outbox where state = 'pending' and payload ? 'message'`,
    )
    return rows.length === count
  })

test('what is taken back in quiet hours never reaches the client, and its author is told at once', async () => {
  const ticket = await openQuietly()
  const wrong = ticket.say('The password is hunter2')
  await areWaiting(1)
  ticket.say('/unsend', { replyTo: wrong })
  const told = await ticket.staffReads('The client did not receive this message and will not')
  expect(told.reply_to_message?.message_id).toBe(wrong.message_id)
  expect(await notSent()).toEqual([
    { kind: 'say', error: 'Its author took it back before it was sent' },
  ])
  ticket.client.write('/help')
  await ticket.clientReads('/journal')
  expect(ticket.client.texts.join('\n')).not.toContain('hunter2')
  expect(ticket.topic().reaction(wrong)).toBeUndefined()
})

test('what is corrected in quiet hours arrives once, corrected', async () => {
  const ticket = await openQuietly()
  const wrong = ticket.say('Call 555-WRONG')
  const long = ticket.say('many words '.repeat(600))
  const album = ticket.staff.album(
    [{ kind: 'photo', caption: 'The old plan' }, { kind: 'photo' }],
    {
      topic: ticket.topic(),
    },
  )
  await areWaiting(4)
  ticket.staff.edit(wrong, 'Call 555-WORSE')
  ticket.staff.edit(wrong, 'Call 555-RIGHT')
  ticket.staff.edit(long, 'Few words')
  ticket.staff.edit(album[0]!, 'The new plan')
  await areWaiting(8)
  const shown = ticket.client.messages.length
  const before = desk.sandbox.calls.length
  ticket.client.write('/help')
  await ticket.clientReads('/journal')
  const texts = ticket.client.messages.slice(shown).map(textOf)
  const number = `#${String(ticket.number)}`
  const own = texts.filter((text) => text.startsWith(number))
  expect(own.map((text) => text.split('\n').at(-1))).toEqual([
    'Call 555-RIGHT',
    'Few words',
    'The new plan',
  ])
  const marked = (one: { message_id: number }) => ticket.topic().reaction(one as never) === '👌'
  await desk.sandbox.until(() => [wrong, long, album[0]!].every(marked))
  const calls = desk.sandbox.calls.slice(before)
  const toClient = calls.filter(({ params }) => params['chat_id'] === ticket.client.id)
  expect(toClient.map(({ method }) => method)).toEqual([
    'sendMessage',
    'sendMessage',
    'sendMediaGroup',
    'sendMessage',
  ])
})

test('what comes late of an album waits with its first item', async () => {
  const ticket = await openQuietly()
  const album = newAlbum()
  const send = (caption?: string) =>
    ticket.staff.send('photo', {
      topic: ticket.topic(),
      album,
      ...(caption !== undefined && { caption }),
    })
  send('First of the night')
  await areWaiting(1)
  await untilHandled(desk)
  send('Second of the night')
  await areWaiting(2)
  const shown = ticket.client.messages.length
  await desk.restart()
  ticket.client.write('/help')
  await ticket.clientReads('/journal')
  const photos = ticket.client.messages.slice(shown).filter((one) => 'photo' in one)
  expect(photos.map((one) => textOf(one).split('\n').at(-1))).toEqual([
    'First of the night',
    'Second of the night',
  ])
})

test('what waits because Telegram asks to wait is taken back and corrected, too', async () => {
  desk = await startTestDesk()
  const ticket = await openTicket(desk)
  desk.sandbox.faults.add({
    kind: 'status',
    method: 'sendMessage',
    chatId: ticket.client.id,
    code: 429,
    description: 'Too Many Requests: retry after 1',
    parameters: { retry_after: 1 },
    times: 1,
  })
  const secret = ticket.say('The password is hunter2')
  const wrong = ticket.say('Call 555-WRONG')
  ticket.say('/unsend', { replyTo: secret })
  ticket.staff.edit(wrong, 'Call 555-RIGHT')
  await ticket.clientReads('Call 555-RIGHT')
  await ticket.staffReads('The client did not receive this message and will not')
  const sent = desk.sandbox.calls.filter(({ method }) => method === 'sendMessage')
  const texts = sent.map(({ params }) => String(params['text']))
  expect(texts.filter((text) => text.includes('hunter2'))).toHaveLength(1)
  expect(texts.join('\n')).not.toContain('555-WRONG')
})
