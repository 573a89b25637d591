import { afterAll, beforeAll, expect, test, vi } from 'vitest'

import { patience } from '../../sandbox/patience.ts'
import { builtInDesk } from '../../src/desk/complete-desk.ts'
import { startTestDesk, unhurried, type TestDesk } from '../support/desk.ts'
import { untilHandled } from '../support/late-albums.ts'
import { openTicket, textOf } from '../support/opened-ticket.ts'

vi.setConfig({ testTimeout: 60_000 * patience })

let desk: TestDesk

beforeAll(async () => {
  const limits = { ...builtInDesk.limits, messagesPerMinute: 10_000, pacing: unhurried }
  desk = await startTestDesk({ change: { limits } })
})

afterAll(() => desk.close())

const wordsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => `word ${String(index + 1)}.`)

test('what a full draft has no room for follows in its ticket, in order', async () => {
  const client = desk.sandbox.person({ name: 'Olena' })
  client.write('/new')
  await client.press('Idea')
  await desk.sandbox.until(() => client.texts.some((text) => text.includes('Step 2')))
  const words = wordsOf(53)
  for (const text of words) client.write(text)
  await untilHandled(desk, 20_000)
  await desk.sandbox.until(() =>
    client.texts.some((text) => text.includes('Received: 50 messages')),
  )
  const told = client.texts.filter((text) => text.startsWith('The description is full.'))
  expect(told).toHaveLength(1)
  await client.press('Done')
  await client.press('Skip')
  await client.press('Send')
  const topic = await desk.sandbox.until(() =>
    desk.forum.topics().find((one) => one.texts.includes('word 53.')),
  )
  expect(topic.texts.filter((text) => text.startsWith('word '))).toEqual(words)
})

test('an answer under way that is full says so, and goes out as it is', async () => {
  const ticket = await openTicket(desk)
  ticket.say('/ask Which one?')
  await ticket.clientReads('Which one?')
  await ticket.client.press('Answer')
  for (const text of wordsOf(51)) ticket.client.write(text)
  await ticket.clientReads('There is no more room here: the last message was not added.')
  await ticket.client.press('Done')
  await ticket.staffReads('word 50.')
  expect(ticket.topic().texts.join('\n')).not.toContain('word 51.')
})

test('an own answer that is a story stands whole in the description, and short on the card', async () => {
  const client = desk.sandbox.person({ name: 'Petro' })
  const story = `It began in May. ${'And then it went on. '.repeat(30)}`.trim()
  client.write('/new')
  await client.press('Problem')
  await client.press('Other')
  const topicWith = (text: string) =>
    desk.forum.topics().find((one) => one.messages.some((message) => textOf(message) === text))
  const isAt = (step: string) => client.lastMessage?.text?.startsWith(step)
  client.write(story)
  await desk.sandbox.until(() => isAt('Step 3'))
  for (const step of ['Step 4', 'Step 5']) {
    const [[first] = []] = client.lastMessage?.reply_markup?.inline_keyboard ?? []
    await client.press(first?.text ?? '')
    await desk.sandbox.until(() => isAt(step))
  }
  await client.press('Done')
  await client.press('Skip')
  await client.press('Send')
  const topic = await desk.sandbox.until(() => topicWith(story))
  const card = topic.texts.find((text) => text.includes('Type: '))
  expect(card?.length).toBeLessThan(700)
  expect(card).toContain('It began in May.')
})
