import { afterAll, beforeAll, expect, test } from 'vitest'

import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { openTicket } from '../support/opened-ticket.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})

afterAll(() => desk.close())

test.each([
  ['Ask for info', 'What do you need from the client?'],
  ['Propose solution', 'What is the solution?'],
])('a note that replies to the question of "%s" stays inside', async (button, question) => {
  const ticket = await openTicket(desk)
  ticket.say('We look into it')
  await ticket.clientReads('We look into it')
  await ticket.staff.press(button, { topic: ticket.topic() })
  const prompt = await ticket.staffReads(question)
  const marks = ['// secret one', '/note secret two', '/note: secret three', '\u200b// secret four']
  for (const text of marks) {
    const note = ticket.say(text, { replyTo: prompt })
    await desk.sandbox.until(() => ticket.topic().reaction(note) === '✍')
  }
  ticket.say('Please tell us the version', { replyTo: prompt })
  await ticket.clientReads('Please tell us the version')
  expect(ticket.client.texts.join('\n')).not.toContain('secret')
})
