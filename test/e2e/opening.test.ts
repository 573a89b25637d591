import { afterAll, beforeAll, expect, test } from 'vitest'

import type { SandboxPerson } from '../../sandbox/index.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { textOf } from '../support/opened-ticket.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})

afterAll(() => desk.close())

const sees = (person: SandboxPerson, text: string) =>
  desk.sandbox.until(() => person.messages.findLast((message) => textOf(message).includes(text)))

const ticketsOf = async (person: SandboxPerson) => {
  const { rows } = await desk.db.database.pool.query<{ number: number; subject: string }>(
    `select number, subject from ticket join person on person.id = requester_id
       join contact_point on contact_point.person_id = person.id
      where address = $1 order by number`,
    [person.id],
  )
  return rows
}

/** Through an idea's dialogue to its review. */
async function toReview(person: SandboxPerson, text: string): Promise<void> {
  person.write('/new')
  await person.press('Idea')
  await sees(person, 'Step 2 of 4')
  person.write(text)
  await person.press('Done')
  await person.press('Skip')
  await sees(person, 'Is everything right?')
}

test('OT-6, OT-7, OT-8, OK-7, OK-8: the dialogue is one message with a progress bar that goes forth and back', async () => {
  const person = desk.sandbox.person()
  person.write('/new')
  await person.press('Question')
  const form = await sees(person, 'Step 2 of 5')
  await person.press('Back')
  await sees(person, 'What is it about?')
  await person.press('Problem')
  const again = await sees(person, 'Step 2 of 7')
  expect(again.message_id).toBe(form.message_id)
  await person.press('Cancel')
  await sees(person, 'Cancelled. Nothing was sent.')
  expect(await ticketsOf(person)).toEqual([])
})

test('OT-11, OK-9: an answer of one’s own takes the place of an option', async () => {
  const person = desk.sandbox.person()
  person.write('/new')
  await person.press('Question')
  await sees(person, 'Step 2 of 5')
  person.write('The printer')
  await sees(person, 'Step 3 of 5')
  person.write('How do I print?')
  await person.press('Done')
  await person.press('Skip')
  expect(textOf(await sees(person, 'Is everything right?'))).toContain('The printer')
})

test('each part can be changed from the review without losing the others', async () => {
  const person = desk.sandbox.person()
  await toReview(person, 'Dark colours')
  await person.press('Change: description')
  await sees(person, 'Describe it in your own words.')
  person.write('and large letters')
  await sees(person, '2 messages')
  await person.press('Done')
  const review = textOf(await sees(person, 'Is everything right?'))
  expect(review).toContain('Dark colours\nand large letters')
})

test('a draft survives a restart and goes on at the same step', async () => {
  const person = desk.sandbox.person()
  person.write('/new')
  await person.press('Idea')
  await sees(person, 'Step 2 of 4')
  person.write('Written before the restart')
  await sees(person, '1 message')
  await desk.restart()
  await person.press('Done')
  await sees(person, 'Step 3 of 4')
  await person.press('Skip')
  await person.press('Send')
  await sees(person, 'is open')
  expect(await ticketsOf(person)).toHaveLength(1)
})

test('EA-4, OK-11: a text without a ticket becomes the description of a draft', async () => {
  const person = desk.sandbox.person()
  person.write('My phone is silent')
  await sees(person, 'Open a ticket with this?')
  await person.press('Idea')
  await sees(person, '1 message')
  await person.press('Done')
  await person.press('Skip')
  await person.press('Send')
  await sees(person, 'is open')
  expect((await ticketsOf(person))[0]?.subject).toBe('My phone is silent')
})

test('a double press of Send and a repeated update make one ticket', async () => {
  const person = desk.sandbox.person()
  await toReview(person, 'Only once')
  const form = await sees(person, 'Is everything right?')
  const data = form.reply_markup!.inline_keyboard!.flat()[0]!.callback_data!
  const presses = [person.forge(form, data), person.forge(form, data), person.forge(form, data)]
  await desk.sandbox.until(() => presses.every(({ answer }) => answer !== null))
  await sees(person, 'is open')
  expect(await ticketsOf(person)).toHaveLength(1)
})

test('OT-9, OT-40, OT-41: files of every kind and of albums are counted, and too many are named', async () => {
  const person = desk.sandbox.person()
  person.write('/new')
  await person.press('Idea')
  await sees(person, 'Step 2 of 4')
  person.write('With files')
  await person.press('Done')
  await sees(person, 'Step 3 of 4')
  person.send('document', { name: 'plan.pdf' })
  person.send('voice')
  await sees(person, '2 files')
  person.album(Array.from({ length: 10 }, () => ({ kind: 'photo' as const })))
  await sees(person, '12 files')
  for (let more = 0; more < 4; more += 1) {
    person.album(Array.from({ length: 10 }, () => ({ kind: 'photo' as const })))
  }
  await sees(person, 'fit into a ticket')
  await person.press('Done')
  await person.press('Send')
  await sees(person, 'is open')
})

test('commands work in the middle of a dialogue, and the draft is shown again', async () => {
  const person = desk.sandbox.person()
  person.write('/new')
  await person.press('Idea')
  await sees(person, 'Step 2 of 4')
  person.write('/help')
  await sees(person, '/journal: closed tickets')
  person.write('still my idea')
  await sees(person, '1 message')
  person.write('/cancel')
  await sees(person, 'Cancelled. Nothing was sent.')
  person.write('/cancel')
  await sees(person, 'There is nothing to cancel.')
})

test('a name, a subject and a text arrive as they were written', async () => {
  const name = '<b>Ö</b> & "Co" \u202Eabc\u202C { $x }'
  const person = desk.sandbox.person({ name })
  const text = `a\u0301 👩‍👩‍👧 <script>&amp; "quotes" \u200B{ -brand }`
  await toReview(person, text)
  await person.press('Send')
  const topic = await desk.sandbox.until(() =>
    desk.forum.topics().find((one) => one.texts.includes(text)),
  )
  await desk.sandbox.until(() => topic.pinned.length === 1)
  expect(topic.pinned[0]?.text).toContain(`Client: ${name}`)
  expect(topic.name).toContain('<script>&amp; "quotes"')
})
