import { afterAll, beforeAll, expect, test } from 'vitest'

import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { newAlbum, untilHandled } from '../support/late-albums.ts'
import { openTicket, textOf, type OpenedTicket } from '../support/opened-ticket.ts'

let desk: TestDesk
let ticket: OpenedTicket

beforeAll(async () => {
  desk = await startTestDesk()
  ticket = await openTicket(desk)
})

afterAll(() => desk.close())

async function lastText(): Promise<string | undefined> {
  const { rows } = await desk.db.database.pool.query<{ text: string }>(
    'select text from message where ticket_number = $1 order by id desc limit 1',
    [ticket.number],
  )
  return rows[0]?.text
}

const album = (first: string, second: string) =>
  ticket.staff.album(
    [
      { kind: 'photo', caption: first },
      { kind: 'photo', caption: second },
    ],
    { topic: ticket.topic() },
  )

const clientHas = (text: string) =>
  desk.sandbox.until(() => ticket.client.messages.some((one) => textOf(one).endsWith(text)))

test('of an album with two captions the edited one changes, and the other stays', async () => {
  const [first, second] = album('First caption', 'Second caption')
  await clientHas('First caption\nSecond caption')
  ticket.staff.edit(second!, 'Second corrected')
  await clientHas('\nFirst caption\nSecond corrected')
  ticket.staff.edit(first!, 'First corrected')
  await clientHas('\nFirst corrected\nSecond corrected')
  expect(await lastText()).toBe('First corrected\nSecond corrected')
})

test('behind a command, too', async () => {
  const [first, second] = album('/r Which?', 'this one')
  await clientHas('Which?\nthis one')
  ticket.staff.edit(second!, 'that one')
  await clientHas('\nWhich?\nthat one')
  ticket.staff.edit(first!, '/r Which one?')
  await clientHas('\nWhich one?\nthat one')
  expect(await lastText()).toBe('Which one?\nthat one')
})

test('what came late of an album is a part like the others', async () => {
  const name = newAlbum()
  const send = (caption: string) =>
    ticket.staff.send('photo', { caption, album: name, topic: ticket.topic() })
  const first = send('Early words')
  await clientHas('Early words')
  await untilHandled(desk)
  const second = send('Late words')
  await clientHas('Late words')
  ticket.staff.edit(first, 'Early corrected')
  await clientHas('\nEarly corrected\nLate words')
  ticket.staff.edit(second, 'Late corrected')
  await clientHas('\nEarly corrected\nLate corrected')
  await desk.sandbox.until(
    () => !ticket.client.messages.some((one) => textOf(one).endsWith('Late words')),
  )
})

test("of a client's album the agents read all of it, before and now", async () => {
  const [, second] = ticket.client.album([
    { kind: 'photo', caption: 'His first' },
    { kind: 'photo', caption: 'His second' },
  ])
  await desk.sandbox.until(async () => (await lastText()) === 'His first\nHis second')
  ticket.client.edit(second!, 'His second corrected')
  await ticket.staffReads('Before:\nHis first\nHis second\nNow:\nHis first\nHis second corrected')
})

test('of an answer written as several messages the edited one changes', async () => {
  ticket.say('/ask Which version?')
  await ticket.clientReads('Which version?')
  await ticket.client.press('Answer')
  await ticket.clientReads('Write your answer')
  ticket.client.write('Part A')
  const wrong = ticket.client.write('Part B')
  await untilHandled(desk)
  ticket.client.edit(wrong, 'Part B, better')
  await untilHandled(desk)
  await ticket.client.press('Done')
  await desk.sandbox.until(async () => (await lastText()) === 'Part A\nPart B, better')
  ticket.client.edit(wrong, 'Part B, best')
  await ticket.staffReads('Now:\nPart A\nPart B, best')
  expect(await lastText()).toBe('Part A\nPart B, best')
})
