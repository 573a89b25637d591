import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'

import type { Message } from '../../sandbox/state/shapes.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { openTicket, textOf, type OpenedTicket } from '../support/opened-ticket.ts'
import { refuseCalls } from '../support/refuse-calls.ts'

let desk: TestDesk
let ticket: OpenedTicket
let nextTicket = 1

beforeAll(async () => {
  desk = await startTestDesk()
})

afterEach(() => desk.sandbox.faults.clear())

afterAll(() => desk.close())

const start = async () => {
  const subject = `Report ${String(nextTicket++)}`
  ticket = await openTicket(desk, { subject })
  return ticket
}

const refuse = (method: string, reason: string, times?: number, chatId?: number) =>
  refuseCalls(desk, method, reason, times, chatId)

/** What the bot wrote in the topic since. */
const newIn = (before: Message[]) =>
  ticket
    .topic()
    .messages.filter((one) => one.from?.is_bot === true)
    .filter(({ message_id: id }) => !before.some((old) => old.message_id === id))

const always = 1_000

test('a photo with a long caption whose copy is refused as a reply comes without the reply', async () => {
  await start()
  ticket.say('Show me')
  const asked = await ticket.clientReads('Show me')
  const before = ticket.topic().messages
  const caption = 'It looks like this. '.repeat(90)
  refuse('copyMessage', 'message caption is too long')
  const written = ticket.client.send('photo', { caption, replyTo: asked })
  await ticket.staffReads('It looks like this.')
  const [shown, ...others] = newIn(before)
  expect(others).toEqual([])
  expect(shown).toMatchObject({ photo: written['photo'], caption })
  expect(shown).not.toHaveProperty('reply_to_message.text')
})

test('what is refused in any form as a copy comes as a file, with its words below', async () => {
  await start()
  const before = ticket.topic().messages
  refuse('copyMessage', 'message caption is too long', always)
  const caption = 'It looks like this. '.repeat(90)
  const written = ticket.client.send('photo', { caption })
  ticket.client.write('And so it goes on')
  await ticket.staffReads('And so it goes on')
  const [photo, words, next, ...others] = newIn(before)
  expect(photo).toMatchObject({ photo: written['photo'] })
  expect(textOf(photo!)).toBe('')
  expect(textOf(words!)).toBe(caption)
  expect(textOf(next!)).toBe('And so it goes on')
  expect(others).toEqual([])
})

test.each([
  'SOMETHING_NEW',
  "message can't be copied",
  'message to copy not found',
  "message has protected content and can't be forwarded",
  'MESSAGE_ID_INVALID',
])('a text whose copy is refused with "%s" is shown all the same', async (reason) => {
  await start()
  refuse('copyMessage', reason, always)
  ticket.client.write('My words')
  await ticket.staffReads('My words')
})

test('a file that is refused as well is named below the words, and its author is told', async () => {
  await start()
  const before = ticket.topic().messages
  refuse('copyMessage', 'SOMETHING_NEW', always)
  refuse('sendDocument', 'wrong file identifier/HTTP URL specified', always)
  const written = ticket.client.send('document', { name: 'log.txt', caption: 'The log of today' })
  await ticket.staffReads('The log of today')
  expect(newIn(before).map(textOf)).toEqual([
    'The log of today\n\n⚠️ Olena sent what cannot be shown here:\n📎 File: log.txt',
  ])
  await ticket.clientReads(
    'Support has your message, but not this part of it: File: log.txt. Please describe it in words or send it in another form.',
  )
  const told = ticket.client.lastMessage
  expect(told?.reply_to_message?.message_id).toBe(written.message_id)
})

test('a photo without words that cannot be shown is not asked for once more', async () => {
  await start()
  refuse('copyMessage', 'SOMETHING_NEW', always)
  refuse('sendPhoto', 'wrong file identifier/HTTP URL specified', always)
  ticket.client.send('photo', {})
  await ticket.clientReads(
    'Support cannot see what you sent (Photo). Please describe it in words or send it in another form.',
  )
})

test('an album with one bad file shows the others, and names the bad one', async () => {
  await start()
  const before = ticket.topic().messages
  refuse('copyMessages', 'SOMETHING_NEW', always)
  refuse('sendMediaGroup', 'WEBPAGE_MEDIA_EMPTY', always)
  refuse('sendVideo', 'wrong file identifier/HTTP URL specified', always)
  ticket.client.album([
    { kind: 'photo', caption: 'Before and after' },
    { kind: 'video', name: 'after.mp4' },
    { kind: 'photo' },
  ])
  await ticket.staffReads('Before and after')
  const shown = newIn(before)
  expect(shown.map((one) => ('photo' in one ? 'photo' : textOf(one)))).toEqual([
    'photo',
    'photo',
    'Before and after\n\n⚠️ Olena sent what cannot be shown here:\n📎 Video: after.mp4',
  ])
  await ticket.clientReads('but not this part of it: Video: after.mp4.')
})

test('a poll and a checklist that cannot be copied are told in their own words', async () => {
  await start()
  refuse('copyMessage', "message can't be copied", 2)
  const options = [{ text: 'Monday' }, { text: 'Tuesday' }]
  ticket.client.share({ poll: { question: 'When do you come?', options } })
  await ticket.staffReads('📎 Poll: When do you come? (Monday / Tuesday)')
  ticket.client.share({ checklist: { title: 'Tried', tasks: [{ text: 'Restart' }] } })
  await ticket.staffReads('📎 Checklist: Tried: Restart')
})

test('words that nothing can bring into their topic stand in General, with whose they are', async () => {
  await start()
  const number = String(ticket.number)
  refuse('copyMessage', 'SOMETHING_NEW', always)
  refuse('sendMessage', 'SOMETHING_NEW', 1, desk.forum.id)
  ticket.client.write('Words of the last resort')
  const line = await desk.sandbox.until(() =>
    desk.forum.general.findLast((one) => textOf(one).includes('Words of the last resort')),
  )
  expect(textOf(line)).toBe(
    `⚠️ #${number}: what Olena wrote could not be shown in its topic (400: Bad Request: SOMETHING_NEW):\n\nWords of the last resort`,
  )
})

test('a topic that Telegram does not make keeps no words from the staff', async () => {
  await start()
  desk.forum.deleteTopic(ticket.topic())
  const number = String(ticket.number)
  refuse('createForumTopic', 'TOPICS_TOO_MUCH', always)
  ticket.client.write('Is anybody there?')
  const line = await desk.sandbox.until(() =>
    desk.forum.general.findLast((one) => textOf(one).includes('Is anybody there?')),
  )
  expect(textOf(line)).toContain(`⚠️ #${number}: what Olena wrote could not be shown in its topic`)
})

test('nothing is tried another way while it is unknown whether it was sent', async () => {
  await start()
  const calls = desk.sandbox.calls.length
  desk.sandbox.faults.add({ kind: 'html502', method: 'copyMessage' })
  ticket.client.write('Once')
  await ticket.staffReads('Once')
  const sent = desk.sandbox.calls
    .slice(calls)
    .filter(({ params }) => params['chat_id'] === desk.forum.id)
    .map(({ method }) => method)
  expect(sent.filter((method) => method === 'sendMessage')).toEqual([])
  expect(ticket.topic().texts.filter((text) => text === 'Once')).toHaveLength(1)
})

test.each(['message is not modified', 'message to delete not found', 'query is too old'])(
  'an answer that belongs to another call loses no words: %s',
  async (reason) => {
    await start()
    refuse('copyMessage', reason)
    ticket.client.write(`In spite of it: ${reason}`)
    await ticket.staffReads(`In spite of it: ${reason}`)
    refuse('sendMessage', reason, 1, ticket.client.id)
    ticket.say(`Answered in spite of it: ${reason}`)
    const written = await desk.sandbox.until(() =>
      ticket.topic().messages.findLast(({ text }) => text?.startsWith('Answered') === true),
    )
    // The client has it, or its author knows that he has not.
    await desk.sandbox.until(
      () =>
        ticket.topic().reaction(written) === '💔' ||
        ticket.client.texts.some((text) => text.includes('Answered in spite of it')),
    )
  },
)
