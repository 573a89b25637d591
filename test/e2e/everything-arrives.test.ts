import { afterAll, beforeAll, expect, test } from 'vitest'

import type { SandboxTopic } from '../../sandbox/people/forum.ts'
import type { Message } from '../../sandbox/state/shapes.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { openTicket, textOf, type OpenedTicket } from '../support/opened-ticket.ts'
import { copied, uncopied } from '../support/shared-contents.ts'

let desk: TestDesk
let ticket: OpenedTicket

beforeAll(async () => {
  desk = await startTestDesk()
  ticket = await openTicket(desk)
})

afterAll(() => desk.close())

const reaction = (message: Message) => ticket.topic().reaction(message)
const carries = (content: object) => (message: Message) =>
  Object.entries(content).every(
    ([field, value]) => JSON.stringify(message[field]) === JSON.stringify(value),
  )
const fromBot = ({ from }: Message) => from?.is_bot === true

test.each(Object.entries(copied))(
  'an agent sends %s: it reaches the client whole, under the number of its ticket',
  async (_name, content) => {
    const before = ticket.client.messages.length
    const written = ticket.staff.share(content, { topic: ticket.topic() })
    await desk.sandbox.until(() => reaction(written))
    expect(reaction(written)).toBe('👌')
    const [header, copy, ...others] = ticket.client.messages.slice(before)
    expect(textOf(header!)).toBe(`#${String(ticket.number)} The report is empty`)
    expect(copy).toMatchObject(content)
    expect(others).toEqual([])
  },
)

test.each(Object.entries(copied))(
  'a client sends %s: the topic shows it',
  async (_name, content) => {
    const before = ticket.topic().messages.length
    const client = ticket.client.messages.length
    ticket.client.share(content)
    const shown = await desk.sandbox.until(() =>
      ticket.topic().messages.slice(before).filter(fromBot).find(carries(content)),
    )
    expect(textOf(shown)).toBe('')
    expect(ticket.client.messages.slice(client + 1)).toEqual([])
  },
)

test.each(['sticker', 'video_note'] as const)('an agent sends a %s: it arrives', async (kind) => {
  const written = ticket.staff.send(kind, { topic: ticket.topic() })
  await desk.sandbox.until(() => reaction(written) === '👌')
  const arrived = ticket.client.messages.filter(fromBot).findLast((message) => kind in message)
  expect(arrived).toMatchObject({ [kind]: written[kind] })
})

test('words with a quote keep it when a contact follows them', async () => {
  ticket.client.write('Whom do I call about the invoice?')
  const asked = await ticket.staffReads('Whom do I call')
  const written = ticket.staff.share(copied['contact']!, {
    topic: ticket.topic(),
    replyTo: asked,
    quote: 'about the invoice',
  })
  await desk.sandbox.until(() => reaction(written) === '👌')
  const [header, contact] = ticket.client.messages.filter(fromBot).slice(-2)
  expect(textOf(header!)).toContain(`#${String(ticket.number)} `)
  expect(header?.reply_to_message?.text).toBe('Whom do I call about the invoice?')
  expect(header?.['quote']).toMatchObject({ text: 'about the invoice' })
  expect(contact).toMatchObject(copied['contact']!)
})

test.each(uncopied)(
  'an agent sends %s, which Telegram does not copy: 💔, why, and nothing half done',
  async (_name, content) => {
    const before = ticket.client.messages.length
    const written = ticket.staff.share(content, { topic: ticket.topic() })
    const why = await desk.sandbox.until(() =>
      ticket.topic().messages.find((message) => repliesTo(message, written)),
    )
    expect(textOf(why)).toBe(
      "Not delivered: Telegram does not accept this message (400: Bad Request: the message can't be copied).",
    )
    await desk.sandbox.until(() => reaction(written) === '💔')
    await desk.sandbox.until(() => ticket.client.messages.length === before)
  },
)

test.each(uncopied)(
  'a client sends %s: he is told that it cannot be read, and the topic that it came',
  async (_name, content, kind) => {
    const written = ticket.client.share(content)
    const told = await desk.sandbox.until(() =>
      ticket.client.messages.find((message) => repliesTo(message, written)),
    )
    expect(textOf(told)).toBe(
      'Support cannot see this message. Please write it in words, or send it as a photo or a file.',
    )
    const line = await desk.sandbox.until(() => lastTextWith(ticket.topic(), kind))
    expect(line).toMatch(/^⚠️ Olena sent what cannot be shown here:\n📎 /)
  },
)

test('what an agent marks as a note stays inside, whatever it carries', async () => {
  const before = ticket.client.messages.length
  const written = ticket.staff.share(
    { caption: '// only for us', hologram: { hologram_id: 'h2' } },
    { topic: ticket.topic() },
  )
  await desk.sandbox.until(() => reaction(written) === '✍')
  expect(ticket.client.messages).toHaveLength(before)
})

test('what was done in a chat is answered on neither side', async () => {
  const quiet = await openTicket(desk, { subject: 'Nothing happens' })
  const { message } = desk.forum.chat().kept.values().next().value!
  const done = [
    { pinned_message: message },
    { new_chat_title: 'Support 2' },
    { delete_chat_photo: true },
    { message_auto_delete_timer_changed: { message_auto_delete_time: 86_400 } },
    { video_chat_started: {} },
    { forum_topic_edited: { name: 'x' } },
    { left_chat_member: quiet.agent.user },
    { giveaway_created: {} },
    { write_access_allowed: {} },
  ]
  const before = quiet.client.messages.length
  for (const content of done) {
    quiet.client.share(content)
    quiet.staff.share(content, { topic: quiet.topic() })
  }
  quiet.client.write('That was all')
  await quiet.staffReads('That was all')
  expect(quiet.client.messages).toHaveLength(before + done.length + 1)
  const answers = quiet
    .topic()
    .messages.filter(
      (one) => fromBot(one) && done.some((content) => repliesToContent(one, content)),
    )
  expect(answers).toEqual([])
})

function repliesTo(message: Message, written: Message): boolean {
  return fromBot(message) && message.reply_to_message?.message_id === written.message_id
}

function repliesToContent({ reply_to_message: replied }: Message, content: object): boolean {
  return replied !== undefined && Object.keys(content).some((field) => field in replied)
}

function lastTextWith(topic: SandboxTopic, words: string): string | undefined {
  return topic.texts.findLast((text) => text.includes(words))
}
