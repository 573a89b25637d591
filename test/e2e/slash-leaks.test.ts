import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import type { Message } from '../../sandbox/state/shapes.ts'
import { builtInDesk } from '../../src/desk/complete-desk.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { openTicket, textOf, type OpenedTicket } from '../support/opened-ticket.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})

afterAll(() => desk.close())

/** What looks like a note or a command and is none, with what the agent is told. */
const stayInside = [
  ['/нотатка клієнт шахрай', 'There is no command /нотатка.'],
  ['/решение SECRET', 'There is no command /решение.'],
  ['/closе duplicate SECRET', 'Did you mean /close?'],
  ['/ملاحظة SECRET', 'There is no command /ملاحظة.'],
  ['／note SECRET', 'This is not quite /note: a command begins with a plain slash'],
  ['/ note SECRET', 'This is not quite /note: a command begins with a plain slash'],
  ['/home SECRET', 'There is no command /home.'],
  ['/soleve SECRET', 'Did you mean /solve?'],
  ['/take! SECRET', 'This is not quite /take: a command begins with a plain slash'],
  ['/тщеу SECRET', 'Did you mean /note?'],
  ['.тщеу SECRET', 'This looks like /note in another keyboard layout'],
  ['..SECRET', 'This looks like a note or a command'],
  ['\\\\ SECRET', 'This looks like a note or a command'],
  ['/👍 SECRET', 'This looks like a note or a command'],
  ['. . SECRET', 'This looks like a note or a command'],
  ['.нотатка SECRET', 'There is no command /нотатка.'],
  ['\ue000/нотатка SECRET', 'There is no command /нотатка.'],
] as const

/** The bot's answer to a message in the topic. */
function answerTo(ticket: OpenedTicket, to: Message): string {
  const found = ticket
    .topic()
    .messages.filter(({ from }) => from?.is_bot === true)
    .find((one) => one.reply_to_message?.message_id === to.message_id)
  return found === undefined ? '' : textOf(found)
}

const untilAnswered = (ticket: OpenedTicket, to: Message) =>
  desk.sandbox.until(() => answerTo(ticket, to) || undefined)

/** Everything the client has, files counted too. */
const clientHas = ({ client }: OpenedTicket) =>
  client.messages.filter(({ from }) => from?.is_bot === true).length

/** Marks behind what nobody sees, also as it is stored, and marks of other signs. */
const hidden = ['\u0000//', '\ud83d//', '\ufffc//', '\u{1d159}//', '\u0301//', '⫽', 'ノノ']

test('a note stays inside, whatever hides its mark', async () => {
  const ticket = await openTicket(desk)
  for (const mark of hidden) {
    const written = ticket.say(`${mark} SECRET`)
    await desk.sandbox.until(() => ticket.topic().reaction(written) === '✍')
  }
  ticket.say('the end')
  await ticket.clientReads('the end')
  expect(ticket.client.texts.join('\n')).not.toContain('SECRET')
})

describe('what begins like a command and is none', () => {
  test('stays inside, and its author is told what he may have meant', async () => {
    const ticket = await openTicket(desk)
    for (const [text, told] of stayInside) {
      const written = ticket.say(text)
      expect(await untilAnswered(ticket, written), text).toContain(told)
    }
    ticket.say('the end')
    await ticket.clientReads('the end')
    expect(ticket.client.texts.join('\n')).not.toMatch(/SECRET|шахрай/)
  })

  test('stays inside as a caption of a photo and of an album', async () => {
    const ticket = await openTicket(desk)
    const before = clientHas(ticket)
    const photo = ticket.staff.send('photo', { caption: '/нотатка SECRET', topic: ticket.topic() })
    expect(await untilAnswered(ticket, photo)).toContain('There is no command /нотатка.')
    const [first] = ticket.staff.album(
      [{ kind: 'photo' }, { kind: 'photo', caption: '/closе SECRET' }],
      { topic: ticket.topic() },
    )
    expect(await untilAnswered(ticket, first!)).toContain('Did you mean /close?')
    const [second] = ticket.staff.album(
      [
        { kind: 'photo', caption: 'For you' },
        { kind: 'photo', caption: '// SECRET' },
      ],
      { topic: ticket.topic() },
    )
    await desk.sandbox.until(() => ticket.topic().reaction(second!) === '✍')
    expect(clientHas(ticket)).toBe(before)
  })

  test('does not become the text of an answer to a question of the desk', async () => {
    const ticket = await openTicket(desk)
    await ticket.staff.press('Ask for info', { topic: ticket.topic() })
    const prompt = await ticket.staffReads('What do you need from the client?')
    const written = ticket.say('/нотатка SECRET', { replyTo: prompt })
    expect(await untilAnswered(ticket, written)).toContain('There is no command /нотатка.')
    ticket.say('Which version?', { replyTo: prompt })
    await ticket.clientReads('Which version?')
    expect(ticket.client.texts.join('\n')).not.toContain('SECRET')
  })

  test('that a message is edited into leaves the client with what he has', async () => {
    const ticket = await openTicket(desk)
    const written = ticket.say('We look into it')
    await ticket.clientReads('We look into it')
    for (const text of ['/нотатка SECRET', '/assign @anna SECRET', '／／ SECRET', '.тщеу SECRET']) {
      const edited = ticket.staff.edit(written, text)
      const lines = () => ticket.topic().messages.filter((one) => textOf(one).includes('edit'))
      const count = lines().length
      await desk.sandbox.until(() => lines().length > count || answerTo(ticket, edited))
    }
    ticket.staff.edit(written, '/r We looked into it')
    await desk.sandbox.until(() =>
      ticket.client.texts.some((text) => text.endsWith('We looked into it')),
    )
    const sent = desk.sandbox.calls
      .filter(({ params }) => params['chat_id'] === ticket.client.id)
      .map(({ params }) => JSON.stringify(params['text'] ?? ''))
    expect(sent.filter((text) => text.includes('SECRET'))).toEqual([])
  })

  test('that a held solution was edited into is not sent anyway', async () => {
    const ticket = await openTicket(desk)
    ticket.say('We look into it')
    await ticket.clientReads('We look into it')
    const held = ticket.say('// SECRET')
    await desk.sandbox.until(() => ticket.topic().reaction(held) === '✍')
    const card = await ticket.staffReads('Type: ')
    const data = `1:force:${String(ticket.number)}:${String(held.message_id)}`
    ticket.agent.forge({ ...card, reply_to_message: held }, data)
    ticket.say('the end')
    await ticket.clientReads('the end')
    expect(ticket.client.texts.join('\n')).not.toContain('SECRET')
  })
})

test('paths, numbers and what follows /r reach the client as they were written', async () => {
  const ticket = await openTicket(desk)
  const texts = [
    '/etc/hosts is wrong',
    '/2 of it',
    '/24 is the net',
    '/api/v1/notes',
    '/dev/sda1 is full',
    '/index.html is missing',
    '/home/',
    '../src is where it is',
    '... and so on',
    '.env is missing',
  ]
  for (const text of texts) ticket.say(text)
  ticket.say('/r /home is full')
  for (const text of texts) await ticket.clientReads(text)
  expect(textOf(await ticket.clientReads('/home is full'))).not.toContain('/r ')
})

test('a strict team is told the same, also in reply to a client', async () => {
  const strict = await startTestDesk({
    change: { staff: { ...builtInDesk.staff, distribution: 'manual', plainText: 'note' } },
  })
  try {
    const ticket = await openTicket(strict)
    const copied = ticket.topic().messages.find((one) => textOf(one) === 'The report is empty')
    const written = ticket.say('/нотатка SECRET', { replyTo: copied! })
    await strict.sandbox.until(() => answerTo(ticket, written).includes('no command /нотатка'))
    ticket.say('/r the end')
    await ticket.clientReads('the end')
    expect(ticket.client.texts.join('\n')).not.toContain('SECRET')
  } finally {
    await strict.close()
  }
})
