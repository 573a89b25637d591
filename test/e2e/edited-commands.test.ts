import { afterAll, beforeAll, expect, test } from 'vitest'

import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { untilHandled } from '../support/late-albums.ts'
import { textOf } from '../support/opened-ticket.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})

afterAll(() => desk.close())

const unread =
  'An edit of this message does not reach support. Please write it again as a new message.'

test('a client who edits a command into words learns that they reach nobody', async () => {
  const client = desk.sandbox.person({ name: 'Olena' })
  const command = client.write('/tickets')
  await desk.sandbox.until(() => client.texts.includes('You have no open tickets.'))
  client.edit(command, 'The report is empty')
  const answer = await desk.sandbox.until(() =>
    client.messages.find((message) => textOf(message) === unread),
  )
  expect(answer.reply_to_message?.message_id).toBe(command.message_id)
})

test('what says nothing in words, as a place that moves, is not answered', async () => {
  const client = desk.sandbox.person({ name: 'Petro' })
  client.write('/new')
  await desk.sandbox.until(() => client.texts.some((text) => text.includes('Step 1')))
  const place = client.location(50.45, 30.52)
  await untilHandled(desk)
  client.write('/cancel')
  await desk.sandbox.until(() => client.texts.some((text) => text.includes('Cancelled')))
  const { text: _none, ...moved } = { ...place, text: undefined, edit_date: place.date + 1 }
  desk.sandbox.push({ edited_message: moved })
  await untilHandled(desk)
  expect(client.texts).not.toContain(unread)
})
