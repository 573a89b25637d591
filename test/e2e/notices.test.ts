import { afterEach, expect, test } from 'vitest'

import { patience } from '../../sandbox/patience.ts'
import { quickTimers, startTestDesk, type TestDesk } from '../support/desk.ts'
import { openTicket, type OpenedTicket } from '../support/opened-ticket.ts'

let desk: TestDesk

afterEach(() => desk.close())

const hasRead = ({ client }: OpenedTicket, text: string) =>
  client.texts.some((one) => one.includes(text))

/** Quiet hours that began an hour ago and last two. */
async function makeQuiet({ client }: OpenedTicket): Promise<void> {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: desk.desk.timezone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const [hours = 0, minutes = 0] = format.format(new Date()).split(':').map(Number)
  const now = hours * 60 + minutes
  await desk.db.database.pool.query(
    'update person set quiet_from = $2, quiet_to = $3 where id = (select person_id from contact_point where address = $1)',
    [client.id, (now + 1_380) % 1_440, (now + 60) % 1_440],
  )
}

/** Waits until so many notices wait for the end of quiet hours. */
const areHeld = (count: number) =>
  desk.sandbox.until(async () => {
    const { rows } = await desk.db.database.pool.query(
      `select 1 from outbox where state = 'pending' and payload->'hold' is not null`,
    )
    return rows.length === count
  })

test('EA-34: in quiet hours notices wait, in order, until the client shows that he is awake', async () => {
  desk = await startTestDesk()
  const ticket = await openTicket(desk)
  await makeQuiet(ticket)
  ticket.say('First answer')
  ticket.say('Second answer')
  ticket.say('/ask Which version?')
  await areHeld(3)
  expect(hasRead(ticket, 'First answer')).toBe(false)
  ticket.client.write('/help')
  await ticket.clientReads('/journal')
  const order = ['First answer', 'Second answer', 'Which version?', '/journal']
  const at = order.map((text) => ticket.client.texts.findIndex((one) => one.includes(text)))
  expect(at).toEqual([...at].sort((a, b) => a - b))
})

test('what waits for the end of quiet hours waits on after a restart', async () => {
  desk = await startTestDesk()
  const ticket = await openTicket(desk)
  await makeQuiet(ticket)
  ticket.say('Good night')
  await areHeld(1)
  await desk.restart()
  const other = desk.sandbox.person()
  other.write('/help')
  await desk.sandbox.until(() => other.texts.length > 0)
  expect(hasRead(ticket, 'Good night')).toBe(false)
  ticket.client.write('/tickets')
  await ticket.clientReads('Good night')
})

test('a ticket is not closed for silence in the quiet hours of its client', async () => {
  desk = await startTestDesk({
    change: { timers: { ...quickTimers, informationTimeoutMs: 60_000, reminderBeforeMs: 0 } },
  })
  const other = () => ({ subject: 'Other', client: desk.sandbox.person({ name: 'Ivan' }) })
  const [asleep, awake] = [await openTicket(desk), await openTicket(desk, other())]
  for (const ticket of [asleep, awake]) {
    ticket.say('/ask Which version?')
    await ticket.clientReads('Which version?')
  }
  await makeQuiet(asleep)
  await desk.pass(60_000)
  await awake.clientReads('was closed')
  asleep.client.write('2.1')
  await asleep.staffReads('2.1')
  expect(hasRead(asleep, 'was closed')).toBe(false)
})

test('Settings: quiet hours and optional notices are chosen in one message', async () => {
  desk = await startTestDesk()
  const ticket = await openTicket(desk)
  ticket.client.write('/settings')
  await ticket.clientReads('Quiet hours: none')
  await ticket.client.press('22:00–08:00')
  await ticket.clientReads('Quiet hours: 22:00–08:00 (Europe/Kyiv)')
  await ticket.client.press('No quiet hours')
  await ticket.clientReads('Quiet hours: none')
  const shown = ticket.client.texts.filter((text) => text.includes('Quiet hours'))
  expect(shown).toHaveLength(1)
  await ticket.client.press('✓ Who works on my ticket')
  await desk.sandbox.until(() =>
    ticket.client.messages.some((one) =>
      one.reply_markup?.inline_keyboard
        ?.flat()
        .some(({ text }) => text === 'Who works on my ticket'),
    ),
  )
  ticket.say('/take')
  ticket.say('Looking into it')
  await ticket.clientReads('Looking into it')
  expect(hasRead(ticket, 'is working on your ticket')).toBe(false)
})

test('notices of one ticket within the window are one message, and an answer does not wait', async () => {
  desk = await startTestDesk({
    change: { timers: { ...quickTimers, coalesceWindowMs: 1_500 * patience } },
  })
  const ticket = await openTicket(desk)
  ticket.say('/take')
  ticket.say('/dev @ivan KEY-1 31.12')
  await ticket.clientReads('in development')
  const one = ticket.client.texts.find((text) => text.includes('in development'))
  expect(one).toContain('Anna is working on your ticket')
  expect(one?.split(`#${String(ticket.number)}`)).toHaveLength(2)
  ticket.say('/done')
  ticket.say('It is built in now')
  await ticket.clientReads('It is built in now')
  const last = ticket.client.texts.slice(-2)
  expect(last[0]).toContain('Development has ended')
  expect(last[1]).toContain('It is built in now')
})

test('nobody is told of what he did himself', async () => {
  desk = await startTestDesk()
  const ticket = await openTicket(desk)
  ticket.say('/dev @ivan KEY-1 31.12')
  ticket.say('/done')
  await ticket.clientReads('Development has ended')
  ticket.say('/assign @anna')
  ticket.say('/release')
  ticket.say('/take')
  ticket.say('Done')
  await ticket.clientReads('Done')
  const mentions = ticket
    .topic()
    .messages.filter(({ from, text }) => from?.is_bot === true && text?.includes('@anna'))
  expect(mentions.map(({ text }) => text)).toEqual([])
})

test('a message nobody sorts goes to the ticket that was talked about last, and both sides are told', async () => {
  desk = await startTestDesk({ change: { timers: { ...quickTimers, unsortedMessageMs: 2_000 } } })
  const first = await openTicket(desk, { subject: 'Printer' })
  const { client } = first
  const second = await openTicket(desk, { subject: 'Scanner', client })
  first.say('About the printer')
  await first.clientReads('About the printer')
  client.write('It is worse now')
  await first.clientReads('Which ticket does this belong to?')
  await first.staffReads('It is worse now')
  await first.staffReads('did not say which one')
  await first.clientReads('it was added to this one')
  expect(second.topic().texts).not.toContain('It is worse now')
  await client.press(`#${String(second.number)} Scanner`)
  expect(second.topic().texts).not.toContain('It is worse now')
  expect(first.topic().texts.filter((text) => text === 'It is worse now')).toHaveLength(1)
})
