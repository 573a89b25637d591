import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import type { PickedFile } from '../../sandbox/people/file-kinds.ts'
import type { Message } from '../../sandbox/state/shapes.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { filesOf, newAlbum, untilHandled } from '../support/late-albums.ts'
import { openTicket, textOf, type OpenedTicket } from '../support/opened-ticket.ts'

let desk: TestDesk
let ticket: OpenedTicket

beforeAll(async () => {
  // A clock that is late makes the words of a client look older than they are.
  desk = await startTestDesk({ now: () => new Date(Date.now() - 3 * 60_000) })
})

beforeEach(async () => {
  ticket = await openTicket(desk)
})

afterAll(() => desk.close())

/** The client writes something the agent cannot have seen yet, so what he solves now is held. */
async function clientWrites(): Promise<void> {
  desk.sandbox.faults.add({ kind: 'delay', method: 'copyMessage', ms: 3_000, times: 1 })
  ticket.client.write('It also happens in Firefox')
  await desk.sandbox.until(async () => {
    const { rows } = await desk.db.database.pool.query(
      `select 1 from message where text = 'It also happens in Firefox' and ticket_number = $1`,
      [ticket.number],
    )
    return rows.length > 0
  })
}

/** The agent sends an album as a solution, and is asked whether to send it anyway. */
async function held(...captions: (string | undefined)[]): Promise<Message[]> {
  await clientWrites()
  const files = captions.map((caption): PickedFile =>
    caption === undefined ? { kind: 'photo' } : { kind: 'photo', caption },
  )
  const album = ticket.staff.album(files, { topic: ticket.topic() })
  await ticket.staffReads('Send anyway?')
  return album
}

async function edit(message: Message, text: string): Promise<void> {
  ticket.staff.edit(message, text)
  await untilHandled(desk)
}

const pressSend = (writer = ticket.staff) => writer.press('Send anyway', { topic: ticket.topic() })

/** What the client reads as the solution, without the desk's own words around it. */
const solution = async (words: string) => {
  const text = textOf(await ticket.clientReads(words))
  return /a solution:\n([^]*?)\n\nIf you/.exec(text)?.[1]
}

/** Everything the client ever got, also in a message that was edited or deleted since. */
const everSent = () =>
  desk.sandbox.calls
    .filter(({ params }) => params['chat_id'] === ticket.client.id)
    .map(({ params }) => JSON.stringify(params))
    .join('\n')

async function hasNothing(): Promise<void> {
  ticket.say('/r the end')
  await ticket.clientReads('the end')
  expect(filesOf(ticket.client.messages)).toBe(0)
  expect(everSent()).not.toContain('Firefox')
  expect(everSent()).not.toContain('SECRET')
}

test('a text that is held back goes out as it was edited, and not as a note', async () => {
  await clientWrites()
  const text = ticket.say('/solve Use Firefox SECRET')
  await ticket.staffReads('Send anyway?')
  await edit(text, '// SECRET')
  expect((await pressSend()).text).toBe('This is no longer current.')
  await edit(text, '/solve Use Firefox')
  await pressSend()
  expect(await solution('Use Firefox')).toBe('Use Firefox')
  expect(everSent()).not.toContain('SECRET')
})

test('only its author can send what was held back', async () => {
  await clientWrites()
  ticket.say('/solve Use Firefox')
  await ticket.staffReads('Send anyway?')
  const boris = desk.sandbox.person({ name: 'Boris' })
  desk.forum.addMember(boris)
  const refused = await pressSend(boris.in(desk.forum))
  expect(refused.text).toBe('This is no longer current.')
  await hasNothing()
  expect((await pressSend()).text).toBe('Sent.')
  expect(await solution('Use Firefox')).toBe('Use Firefox')
})

test('a button of another ticket does nothing in this topic', async () => {
  const other = await openTicket(desk, { subject: 'The printer is on fire' })
  const card = await ticket.staffReads('Type: ')
  const pressed = ticket.agent.forge(card, `1:take:${String(other.number)}`)
  await desk.sandbox.until(() => pressed.answer)
  expect(pressed.answer?.text).toBe('This is no longer current.')
  const { rows } = await desk.db.database.pool.query(
    'select assignee_id from ticket where number = any($1)',
    [[ticket.number, other.number]],
  )
  expect(rows).toEqual([{ assignee_id: null }, { assignee_id: null }])
})

describe('an album that is held back', () => {
  test.each([
    ['shortened', '/solve Use Firefox SECRETPASS', '/solve Use Firefox', 'Use Firefox'],
    ['rewritten', '/solve Use the SECRET', '/solve Use Firefox', 'Use Firefox'],
  ])('goes out with its first caption as it was %s', async (_, before, after, words) => {
    const [first] = await held(before, undefined)
    await edit(first!, after)
    await pressSend()
    expect(await solution(words)).toBe(words)
    await desk.sandbox.until(() => filesOf(ticket.client.messages) === 2)
    expect(everSent()).not.toContain('SECRET')
  })

  test('goes out with the captions its other items have now', async () => {
    const [, second, third] = await held(undefined, '/solve Use Firefox SECRET', 'and a SECRET')
    await edit(second!, '/solve Use Firefox')
    await edit(third!, 'and restart')
    await pressSend()
    expect(await solution('Use Firefox')).toBe('Use Firefox\nand restart')
    expect(everSent()).not.toContain('SECRET')
  })

  test('goes out with the caption that an item which came late has now', async () => {
    await clientWrites()
    const album = newAlbum()
    const item = (caption: string) =>
      ticket.staff.send('photo', { caption, album, topic: ticket.topic() })
    item('/solve Use Firefox')
    await ticket.staffReads('Send anyway?')
    await untilHandled(desk)
    const late = item('and a SECRET')
    await untilHandled(desk)
    await edit(late, 'and restart')
    await pressSend()
    expect(await solution('Use Firefox')).toBe('Use Firefox\nand restart')
    await desk.sandbox.until(() => filesOf(ticket.client.messages) === 2)
    expect(everSent()).not.toContain('SECRET')
  })

  test.each([
    ['the first', 0],
    ['another', 1],
  ])('stays inside when %s caption became a note', async (_, index) => {
    const album = await held('/solve Use Firefox', 'and this')
    await edit(album[index]!, '// SECRET')
    expect((await pressSend()).text).toBe('This is no longer current.')
    await hasNothing()
  })

  test('stays inside when Telegram shows a first caption of which the desk was told nothing', async () => {
    const [first] = await held('/solve Use Firefox SECRET', undefined)
    const kept = desk.forum.chat().kept.get(first!.message_id)!
    kept.message = { ...kept.message, caption: '/solve Use Firefox' }
    expect((await pressSend()).text).toBe('This is no longer current.')
    await hasNothing()
  })

  test('goes out without an item that came late and is marked //', async () => {
    await clientWrites()
    const album = newAlbum()
    const item = (caption: string) =>
      ticket.staff.send('photo', { caption, album, topic: ticket.topic() })
    item('/solve Use Firefox')
    await ticket.staffReads('Send anyway?')
    await untilHandled(desk)
    item('// SECRET')
    await untilHandled(desk)
    await pressSend()
    expect(await solution('Use Firefox')).toBe('Use Firefox')
    ticket.say('/r the end')
    await ticket.clientReads('the end')
    expect(filesOf(ticket.client.messages)).toBe(1)
    expect(everSent()).not.toContain('SECRET')
  })
})
