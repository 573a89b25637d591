import { afterAll, beforeAll, expect, test } from 'vitest'

import type { SandboxTopic } from '../../sandbox/people/forum.ts'
import type { Message } from '../../sandbox/state/shapes.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { openTicket, textOf, type OpenedTicket } from '../support/opened-ticket.ts'

let desk: TestDesk
let ticket: OpenedTicket

beforeAll(async () => {
  desk = await startTestDesk()
  ticket = await openTicket(desk)
})

afterAll(() => desk.close())

/** Contents without a text or a file the desk could send by itself, as Telegram describes them. */
const copied: Record<string, Record<string, unknown>> = {
  contact: { contact: { phone_number: '+380441234567', first_name: 'Ivan', user_id: 42 } },
  venue: {
    location: { latitude: 50.45, longitude: 30.52 },
    venue: {
      location: { latitude: 50.45, longitude: 30.52 },
      title: 'Office',
      address: 'Khreshchatyk 1',
    },
  },
  location: { location: { latitude: 50.45, longitude: 30.52 } },
  dice: { dice: { emoji: '🎲', value: 4 } },
  poll: {
    poll: {
      id: '5',
      question: 'When?',
      options: [
        { text: 'Mon', voter_count: 0 },
        { text: 'Tue', voter_count: 0 },
      ],
      total_voter_count: 0,
      is_closed: false,
      is_anonymous: true,
      type: 'regular',
      allows_multiple_answers: false,
    },
  },
  story: { story: { chat: { id: 77, type: 'private', first_name: 'Ann' }, id: 3 } },
  game: { game: { title: 'Chess', description: 'Play', photo: [] } },
  checklist: { checklist: { title: 'To do', tasks: [{ id: 1, text: 'Restart' }] } },
  'live photo': {
    live_photo: { file_id: 'live-1', file_unique_id: 'l1' },
    photo: [{ file_id: 'still-1', file_unique_id: 's1', width: 90, height: 60 }],
  },
  'a kind newer than the desk': { hologram: { hologram_id: 'h1' } },
}

/** Contents that Telegram forwards at most. */
const uncopied: [string, Record<string, unknown>, string][] = [
  [
    'paid media',
    { paid_media: { star_count: 5, paid_media: [{ type: 'preview' }] } },
    'Paid media',
  ],
  [
    'a giveaway',
    { giveaway: { chats: [], winners_selection_date: 1_800_000_000, winner_count: 3 } },
    'Giveaway',
  ],
  ['an invoice', { invoice: { title: 'Hosting', description: 'May', total_amount: 5 } }, 'Invoice'],
  ['a message with no known content', {}, 'Something of a kind the desk does not know'],
]

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

test.each(Object.entries(copied))('a client sends %s: the topic shows it', async (_name, content) => {
  const before = ticket.topic().messages.length
  const client = ticket.client.messages.length
  ticket.client.share(content)
  const shown = await desk.sandbox.until(() =>
    ticket.topic().messages.slice(before).filter(fromBot).find(carries(content)),
  )
  expect(textOf(shown)).toBe('')
  expect(ticket.client.messages.slice(client + 1)).toEqual([])
})

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
  const { message } = desk.forum.chat().kept.values().next().value!
  const done = [
    { pinned_message: message },
    { new_chat_title: 'Support 2' },
    { delete_chat_photo: true },
    { message_auto_delete_timer_changed: { message_auto_delete_time: 86_400 } },
    { video_chat_started: {} },
    { forum_topic_edited: { name: 'x' } },
    { left_chat_member: ticket.agent.user },
    { giveaway_created: {} },
    { write_access_allowed: {} },
  ]
  const before = ticket.client.messages.length
  for (const content of done) {
    ticket.client.share(content)
    ticket.staff.share(content, { topic: ticket.topic() })
  }
  ticket.client.write('That was all')
  await ticket.staffReads('That was all')
  expect(ticket.client.messages).toHaveLength(before + done.length + 1)
  const answers = ticket.topic().messages.filter(
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
