import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { filesOf, newAlbum, saidIn, untilHandled } from '../support/late-albums.ts'
import { openTicket, type OpenedTicket } from '../support/opened-ticket.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})

afterAll(() => desk.close())

const topicFiles = (ticket: OpenedTicket) => filesOf(ticket.topic().messages)

describe('the late item of an album of a client', () => {
  const sendsTo = (ticket: OpenedTicket, album: string, caption?: string) =>
    ticket.client.send('photo', { album, ...(caption !== undefined && { caption }) })

  test('stays with its message in the ticket, wherever the chat has gone on to', async () => {
    const client = desk.sandbox.person({ name: 'Olena' })
    const one = await openTicket(desk, { client, subject: 'The first' })
    const album = newAlbum()
    sendsTo(one, album, 'This is how it looks')
    await one.staffReads('This is how it looks')
    const other = await openTicket(desk, { client, subject: 'The second' })
    sendsTo(one, album)
    await desk.sandbox.until(() => topicFiles(one) === 2)
    expect(topicFiles(other)).toBe(0)
    expect(client.texts.join('\n')).not.toContain('Which ticket does this belong to?')
    const { rows } = await desk.db.database.pool.query<{ messages: number }>(
      'select message_count as messages from ticket where number = $1',
      [one.number],
    )
    expect(rows[0]?.messages).toBe(2)
  })

  test('waits with the first for the word which ticket it belongs to', async () => {
    const client = desk.sandbox.person({ name: 'Olena' })
    const one = await openTicket(desk, { client, subject: 'The first' })
    await openTicket(desk, { client, subject: 'The second' })
    const album = newAlbum()
    sendsTo(one, album, 'It broke again')
    await one.clientReads('Which ticket does this belong to?')
    sendsTo(one, album)
    await untilHandled(desk)
    await client.press(`#${String(one.number)} The first`)
    await desk.sandbox.until(() => topicFiles(one) === 2)
    const questions = client.texts.filter((text) => text.includes('Which ticket'))
    expect(questions).toHaveLength(1)
  })

  test('is counted in the step in which the first was sent, and reaches the ticket', async () => {
    const client = desk.sandbox.person({ name: 'Olena' })
    const [described, shown] = [newAlbum(), newAlbum()]
    client.write('/new')
    await client.press('Idea')
    client.send('photo', { album: described, caption: 'It is broken here' })
    await desk.sandbox.until(() => client.texts.at(-1)?.includes('Received: 1 message'))
    client.send('photo', { album: described })
    await untilHandled(desk)
    await client.press('Done')
    await desk.sandbox.until(() => client.texts.at(-1)?.includes('2 files'))
    client.send('photo', { album: shown })
    await desk.sandbox.until(() => client.texts.at(-1)?.includes('3 files'))
    client.send('photo', { album: shown, caption: 'and here' })
    await desk.sandbox.until(() => client.texts.at(-1)?.includes('4 files'))
    await client.press('Done')
    await client.press('Send')
    const topic = await desk.sandbox.until(() =>
      desk.forum.topics().find((one) => one.texts.includes('It is broken here')),
    )
    await desk.sandbox.until(() => filesOf(topic.messages) === 4)
    const { rows } = await desk.db.database.pool.query<{ messages: number }>(
      `select message_count as messages from ticket where subject = 'It is broken here'`,
    )
    expect(rows[0]?.messages).toBe(2)
  })

  test('of an answer under way is part of it, and of a reason follows it', async () => {
    const ticket = await openTicket(desk)
    ticket.say('/ask Which one?')
    await ticket.clientReads('Which one?')
    await ticket.client.press('Answer')
    const answer = newAlbum()
    sendsTo(ticket, answer, 'This one')
    await ticket.clientReads('Received: 1 message')
    sendsTo(ticket, answer)
    await untilHandled(desk)
    await ticket.client.press('Done')
    await desk.sandbox.until(() => topicFiles(ticket) === 2)
    ticket.say('Thank you')
    await ticket.clientReads('Thank you')
    ticket.say('/solve Press here')
    await ticket.clientReads('Press here')
    await ticket.client.press('Reject')
    const reason = newAlbum()
    sendsTo(ticket, reason, 'It is still broken')
    await ticket.staffReads('It is still broken')
    sendsTo(ticket, reason)
    await desk.sandbox.until(() => topicFiles(ticket) === 4)
    const said = await saidIn(desk, ticket, 'client')
    expect(said.slice(1)).toEqual([
      { purpose: 'answer', files: 2 },
      { purpose: 'rejection', files: 2 },
    ])
  })
})
