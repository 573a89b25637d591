import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import type { Message } from '../../sandbox/state/shapes.ts'
import { builtInDesk } from '../../src/desk/complete-desk.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { openTicket, textOf, type OpenedTicket } from '../support/opened-ticket.ts'
import { copied } from '../support/shared-contents.ts'

let desk: TestDesk
let ticket: OpenedTicket

beforeAll(async () => {
  desk = await startTestDesk()
})

beforeEach(async () => {
  ticket = await openTicket(desk)
})

afterAll(() => desk.close())

/** Everything the desk ever sent to the client, and what it copied to him. */
const everSent = () =>
  desk.sandbox.calls
    .filter(({ params }) => params['chat_id'] === ticket.client.id)
    .map(({ params }) => JSON.stringify(params))

const share = (content: Record<string, unknown>) =>
  ticket.staff.share(content, { topic: ticket.topic() })

const isNote = (written: Message) =>
  desk.sandbox.until(() => ticket.topic().reaction(written) === '✍')

const answerTo = (written: Message) =>
  desk.sandbox.until(() =>
    ticket
      .topic()
      .messages.find(
        ({ from, reply_to_message: to }) =>
          from?.is_bot === true && to?.message_id === written.message_id,
      ),
  )

const poll = (question: string, ...options: string[]) => ({
  poll: { ...(copied['poll']!['poll'] as object), question, options: options.map(optionOf) },
})

const optionOf = (text: string) => ({ text, voter_count: 0 })

const rich = (...texts: unknown[]) => ({
  rich_message: { blocks: texts.map((text) => ({ type: 'paragraph', text })) },
})

describe('words that are no text and no caption', () => {
  test.each([
    ['the question of a poll', poll('// is he a fraud?', 'Yes', 'No')],
    ['an option of a poll', poll('What do we do?', 'Help', '// ban the fraud')],
    [
      'the explanation of a quiz',
      { poll: { ...poll('Who?', 'A').poll, explanation: '//a fraud' } },
    ],
    ['the title of a checklist', { checklist: { title: '// fraud', tasks: [] } }],
    ['a task', { checklist: { title: 'Do', tasks: [{ id: 1, text: '/note ban him' }] } }],
    ['a name', { contact: { phone_number: '1', first_name: '// fraud' } }],
    ['a place', { venue: { location: {}, title: '// fraud', address: 'Kyiv' }, location: {} }],
    ['a paragraph', rich('// he is a fraud')],
    ['a span of a paragraph', rich('Look', [{ type: 'bold', text: '// he is a fraud' }])],
    ['a kind newer than the desk', { hologram: { says: { words: '// he is a fraud' } } }],
  ])('and are marked // stay inside: %s', async (_, content) => {
    const before = everSent().length
    await isNote(share(content))
    expect(everSent()).toHaveLength(before)
  })

  test.each([
    ['a question', poll('/нотатка is he a fraud?', 'Yes')],
    ['a command, which none of them is', poll('/solve', 'Yes')],
    ['a title', { checklist: { title: '..fraud', tasks: [] } }],
    ['a mark in two spans', rich([{ type: 'bold', text: '/' }, '/ he is a fraud'])],
  ])('and begin like a mark stay inside, and their author is told: %s', async (_, content) => {
    const before = everSent().length
    const told = textOf(await answerTo(share(content)))
    expect(told).toContain('This looks like a note or a command, so it stayed inside.')
    expect(everSent()).toHaveLength(before)
  })

  test('and are nested deeper than anybody writes stay inside', async () => {
    const before = everSent().length
    let nested: unknown = '// he is a fraud'
    for (let depth = 0; depth < 40; depth += 1) nested = { nested }
    await isNote(share({ hologram: nested }))
    const many = Array.from({ length: 6_000 }, () => 'word')
    expect(textOf(await answerTo(share({ hologram: [many, '// fraud'] })))).toContain(
      'stayed inside',
    )
    expect(everSent()).toHaveLength(before)
  })

  test('and are plain reach the client', async () => {
    const written = share(rich('Hello', 'See https://example.com//x'))
    await desk.sandbox.until(() => ticket.topic().reaction(written) === '👌')
    expect(ticket.client.messages.at(-1)).toHaveProperty('rich_message')
  })
})

describe('an answer to what stands in another topic', () => {
  /** As Telegram shows it: no `reply_to_message`, but where that stands and a part of it. */
  const elsewhere = (text: string, to: Message) => ({
    text,
    external_reply: {
      origin: { type: 'user', sender_user: to.from, date: to.date },
      chat: to.chat,
      message_id: to.message_id,
    },
    quote: { text: textOf(to).slice(0, 10), position: 0 },
  })

  let other: OpenedTicket
  let colleague: Message

  beforeEach(async () => {
    other = await openTicket(desk)
    const boris = desk.sandbox.person({ name: 'Boris' })
    desk.forum.addMember(boris)
    colleague = boris.in(desk.forum).write('// is he a fraud?', { topic: other.topic() })
    await desk.sandbox.until(() => other.topic().reaction(colleague) === '✍')
  })

  test('stays inside when a colleague wrote that, whatever it is, and goes out after /r', async () => {
    const before = everSent().length
    await isNote(share(elsewhere('He is a fraud indeed', colleague)))
    const { text: _, ...reply } = elsewhere('', colleague)
    await isNote(ticket.staff.share({ ...copied['contact'], ...reply }, { topic: ticket.topic() }))
    expect(everSent()).toHaveLength(before)
    share(elsewhere('/r We look into it', colleague))
    await ticket.clientReads('We look into it')
    expect(everSent().join()).not.toContain('fraud')
  })

  test('stays inside when the desk does not know that, as in General', async () => {
    const talk = ticket.staff.write('Lunch?')
    await isNote(share(elsewhere('He can wait', talk)))
    const card = await other.staffReads('Type: ')
    await isNote(share(elsewhere('He can wait', card)))
    expect(everSent().join()).not.toContain('He can wait')
  })

  test('goes out when a client wrote that, or it stands in another chat', async () => {
    const words = other.topic().messages.find((one) => textOf(one) === 'The report is empty')
    share(elsewhere('Yours is empty, too', words!))
    await ticket.clientReads('Yours is empty, too')
    share(elsewhere('As the news say', { ...colleague, chat: { id: -1009, type: 'supergroup' } }))
    await ticket.clientReads('As the news say')
  })

  test('stays inside in a strict team, also when a client wrote that', async () => {
    await desk.restart({
      staff: { ...builtInDesk.staff, distribution: 'manual', plainText: 'note' },
    })
    try {
      const words = other.topic().messages.find((one) => textOf(one) === 'The report is empty')
      await isNote(share(elsewhere('The same as that one', words!)))
    } finally {
      await desk.restart()
    }
  })
})
