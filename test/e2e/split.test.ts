import { afterAll, beforeAll, expect, test } from 'vitest'

import type { Message } from '../../sandbox/state/shapes.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { openTicket, textOf, type OpenedTicket } from '../support/opened-ticket.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})

afterAll(() => desk.close())

const topicOf = (number: number) =>
  desk.sandbox.until(() => desk.forum.topic(`#${String(number)} `))
const copyIn = (ticket: OpenedTicket, text: string) =>
  desk.sandbox.until(() => ticket.topic().messages.find((one) => textOf(one) === text))

/** Splits a message off and waits until the client is told. */
async function split(ticket: OpenedTicket, replyTo: Message, subject = '') {
  ticket.say(`/split ${subject}`.trim(), { replyTo })
  const notice = await ticket.clientReads('Support opened ticket #')
  const number = Number(/Support opened ticket #(\d+)/.exec(textOf(notice))?.[1])
  return { notice, number, topic: await topicOf(number) }
}

test('EA-46: a message goes on as a ticket of its own, with its files', async () => {
  const ticket = await openTicket(desk, { subject: 'The door is stuck' })
  ticket.say('/priority urgent')
  await desk.sandbox.until(() => ticket.topic().pinned[0]?.text?.includes('Priority: Urgent'))
  const [written] = ticket.client.album([
    { kind: 'photo', caption: 'And the lift stops' },
    { kind: 'photo' },
  ])
  const copy = await copyIn(ticket, 'And the lift stops')
  const { number, notice, topic } = await split(ticket, copy, 'The lift')
  expect(number).toBeGreaterThan(ticket.number)
  expect(topic.name).toBe(`#${String(number)} The lift`)
  expect(notice.reply_to_message?.message_id).toBe(written?.message_id)
  await desk.sandbox.until(() => topic.texts.includes('And the lift stops'))
  const photos = () => topic.messages.filter((one) => one.media_group_id !== undefined)
  await desk.sandbox.until(() => photos().length === 2)
  const card = await desk.sandbox.until(() => topic.pinned[0]?.text)
  expect(card).toContain('Status: New')
  expect(card).toContain('Priority: Urgent')
  expect(card).toContain('Type: Idea')
  expect(topic.texts).toContain(`Split off from #${String(ticket.number)} (The door is stuck).`)
  const mark = await ticket.staffReads(`This goes on as a ticket of its own: #${String(number)}.`)
  expect(mark.reply_to_message?.message_id).toBe(copy.message_id)
  expect(ticket.topic().texts).toContain('And the lift stops')
  expect(topic.pinned[0]?.message_id).toBe(topic.messages[0]?.message_id)

  // Both go on by themselves.
  await ticket.client.press('Add details')
  await ticket.clientReads(`#${String(number)}: What you write now is added`)
  ticket.client.write('On the third floor')
  await ticket.client.press('Done')
  await desk.sandbox.until(() => topic.texts.includes('On the third floor'))
  expect(ticket.topic().texts).not.toContain('On the third floor')
  const { rows } = await desk.db.database.pool.query<{ from: number; metric: string }>(
    `select split_from as from, metric from ticket join sla_clock on ticket_number = number
     where number = $1 order by metric`,
    [number],
  )
  expect(rows).toEqual([
    { from: ticket.number, metric: 'first_response' },
    { from: ticket.number, metric: 'resolution' },
  ])

  ticket.say('/split', { replyTo: copy })
  await ticket.staffReads(`This message goes on in #${String(number)} already.`)
  ticket.staff.write('/split', { topic, replyTo: photos()[0]! })
  await desk.sandbox.until(() =>
    topic.texts.includes(`This message goes on in #${String(number)} already.`),
  )
})

test('/split needs a message that the client wrote in this ticket', async () => {
  const ticket = await openTicket(desk, { subject: 'One thing' })
  const other = await openTicket(desk, { subject: 'Another thing' })
  const note = ticket.say('// he has two problems')
  const answer = ticket.say('Which one first?')
  await ticket.clientReads('Which one first?')
  const elsewhere = await copyIn(other, 'Another thing')
  const usage = () =>
    ticket.topic().texts.filter((one) => one.startsWith('Reply with /split to a message')).length
  const before = desk.forum.topics().length
  const cases = [undefined, note, answer, ticket.topic().pinned[0], elsewhere]
  for (const [index, replyTo] of cases.entries()) {
    ticket.say('/split A thing', replyTo === undefined ? {} : { replyTo })
    await desk.sandbox.until(() => usage() === index + 1)
  }
  expect(desk.forum.topics()).toHaveLength(before)
})

test('what was split off becomes part of its original again', async () => {
  const ticket = await openTicket(desk, { subject: 'Two in one' })
  ticket.client.write('The second of the two')
  const { number, topic } = await split(ticket, await copyIn(ticket, 'The second of the two'))
  expect(topic.name).toBe(`#${String(number)} The second of the two`)
  await desk.pass(1_000)
  ticket.staff.write(`/merge ${String(ticket.number)}`, { topic })
  await ticket.clientReads(`#${String(number)} is now part of #${String(ticket.number)}`)
  await desk.sandbox.until(() => topic.closed)
  const copies = () =>
    ticket.topic().texts.filter((text) => text === 'The second of the two').length
  await desk.sandbox.until(() => copies() === 2)
})

test('an agent opens another ticket for a client, who reads it and can answer', async () => {
  const ticket = await openTicket(desk)
  ticket.say('/open')
  await ticket.staffReads('What is it about?')
  ticket.say('/open Your invoice of May is ready')
  const told = await ticket.clientReads('Your invoice of May is ready')
  const number = Number(/#(\d+)/.exec(textOf(told))?.[1])
  expect(number).toBeGreaterThan(ticket.number)
  expect(textOf(told)).toContain('Support opened this ticket for you:')
  const topic = await desk.sandbox.until(() => desk.forum.topic(`#${String(number)} `))
  await desk.sandbox.until(() => topic.texts.includes('Your invoice of May is ready'))
  expect(topic.texts[0]).toContain('Responsible: Anna')
  ticket.client.write('Thank you, and where?', { replyTo: told })
  await desk.sandbox.until(() => topic.texts.includes('Thank you, and where?'))
})
