import { afterEach, beforeEach, expect, test } from 'vitest'

import type { SandboxTopic } from '../../sandbox/people/forum.ts'
import type { Message } from '../../sandbox/state/shapes.ts'
import { createTestDatabase } from '../support/database.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { openTicket } from '../support/opened-ticket.ts'

const notOurs =
  'This topic belongs to no ticket of this desk: nobody outside this group gets what is written here.'

let desk: TestDesk

beforeEach(async () => {
  desk = await startTestDesk()
})

afterEach(() => desk.close())

/** What the bot answered to a message, or that it called it delivered. */
const answerTo = (message: Message) =>
  desk.sandbox.until(() => {
    const marks = desk.forum.chat().kept.get(message.message_id)?.reactions.values() ?? []
    return answersTo(message)[0] ?? [...marks].flat().find((mark) => mark === '👌')
  })

function answersTo({ message_id: id }: Message): string[] {
  return [...desk.forum.chat().kept.values()]
    .map(({ message }) => message)
    .filter(({ from, reply_to_message: to }) => from?.is_bot === true && to?.message_id === id)
    .map(({ text }) => text ?? '')
}

function asNow({ threadId }: SandboxTopic): SandboxTopic {
  const found = desk.forum.topics().find((topic) => topic.threadId === threadId)
  if (found === undefined) throw new Error('The topic is gone.')
  return found
}

test('with a fresh database, what is written in the topic of a former #1 reaches nobody and is answered', async () => {
  const former = await openTicket(desk, { subject: 'Former words' })
  const oldTopic = former.topic()
  await desk.moveTo(await createTestDatabase())
  const present = await openTicket(desk, { subject: 'Present words' })
  expect(present.number).toBe(former.number)

  const written = ['For the former client', '// a note', '/solve Not for you'].map((text) =>
    present.staff.write(text, { topic: oldTopic }),
  )
  const copied = asNow(oldTopic).messages.find(({ text }) => text === 'Former words')!
  written.push(present.staff.write('In reply', { topic: oldTopic, replyTo: copied }))
  for (const message of written) expect(await answerTo(message)).toBe(notOurs)
  const press = await present.staff.press('Take', { topic: oldTopic })
  expect(press.text).toBe('This card belongs to no ticket of this desk.')

  present.say('For you')
  await present.clientReads('For you')
  expect(present.client.texts.join('\n')).not.toMatch(/former client|Not for you|a note|In reply/)
  for (const message of written) expect(answersTo(message)).toEqual([notOurs])
})

test('not even while a topic of the same name is being made and its answer was lost', async () => {
  await openTicket(desk, { subject: 'The first' })
  const former = await openTicket(desk, { subject: 'The same words' })
  const oldTopic = former.topic()
  await desk.moveTo(await createTestDatabase())
  await openTicket(desk, { subject: 'The first' })
  desk.sandbox.faults.add({ kind: 'resetAfter', method: 'createForumTopic' })
  const present = await openTicket(desk, { subject: 'The same words' })
  const [, first, , forgotten] = desk.forum.topics()
  expect([first?.threadId, forgotten?.name]).toEqual([oldTopic.threadId, oldTopic.name])

  const astray = present.staff.write('For the former client', { topic: oldTopic })
  expect(await answerTo(astray)).toBe(notOurs)
  present.staff.write('For the present one', { topic: forgotten! })
  await present.clientReads('For the present one')
  expect(present.client.texts.join('\n')).not.toContain('former client')
})

test('a button about a former ticket does nothing to the present one of its number', async () => {
  const former = await openTicket(desk)
  const { client } = former
  await former.clientReads('Ticket #1 is open')
  await desk.moveTo(await createTestDatabase())
  const old = await former.clientReads('Ticket #1 is open')
  // Telegram's times are seconds: within one it cannot be told what came first.
  const shownAt = old.edit_date ?? old.date
  await desk.sandbox.until(() => Math.floor(Date.now() / 1_000) > shownAt)
  const present = await openTicket(desk, { client })
  expect(present.number).toBe(former.number)

  const pressed = client.forge(old, '1:withdraw:1:1')
  await desk.sandbox.until(() => pressed.answer !== null)
  expect(pressed.answer?.text).toBe('This is no longer current.')
  // The text of the former ticket is the same: the present one's is below it.
  const own = await desk.sandbox.until(() =>
    client.messages.findLast(
      ({ text, message_id: id }) => text?.includes('Ticket #1 is open') && id > old.message_id,
    ),
  )
  const meant = client.forge(own, '1:withdraw:1:1')
  await present.clientReads('You withdrew the ticket.')
  expect(meant.answer?.text).toBeUndefined()
})

test('with an older copy of the database, each topic has the ticket it had then or none', async () => {
  const kept = await openTicket(desk, { subject: 'In the copy' })
  const copy = await desk.copyDatabase()
  const lost = await openTicket(desk, { subject: 'After the copy' })
  const oldTopic = lost.topic()
  await desk.moveTo(copy)
  desk.sandbox.faults.add({ kind: 'resetAfter', method: 'createForumTopic' })
  const present = await openTicket(desk, { subject: 'After the copy' })
  expect(present.number).toBe(lost.number)

  const astray = present.staff.write('For the lost client', { topic: oldTopic })
  expect(await answerTo(astray)).toBe(notOurs)
  kept.say('For the kept client')
  await kept.clientReads('For the kept client')
  present.say('For the present client')
  await present.clientReads('For the present client')
  for (const { client } of [kept, lost, present]) {
    expect(client.texts.join('\n')).not.toContain('lost client')
  }
})
