import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import type { Message } from '../../sandbox/state/shapes.ts'
import { runCommand } from '../../src/operator/run-command.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { filesOf, isFile, newAlbum, saidIn, untilHandled } from '../support/late-albums.ts'
import { openTicket, textOf, type OpenedTicket } from '../support/opened-ticket.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})

afterAll(() => desk.close())

const clientFiles = ({ client }: OpenedTicket) => filesOf(client.messages)

/** The agent sends the first item of an album. */
const first = (ticket: OpenedTicket, album: string, caption: string, replyTo?: Message) =>
  ticket.staff.send('photo', {
    caption,
    album,
    topic: ticket.topic(),
    ...(replyTo !== undefined && { replyTo }),
  })

/** The second one, when the first is long gone. */
const late = (ticket: OpenedTicket, album: string, caption?: string) =>
  ticket.staff.send('photo', {
    album,
    topic: ticket.topic(),
    ...(caption !== undefined && { caption }),
  })

const reacted = (ticket: OpenedTicket, message: Message, emoji: string) =>
  desk.sandbox.until(() => ticket.topic().reaction(message) === emoji)

const statusOf = async ({ number }: OpenedTicket): Promise<string | undefined> => {
  const { rows } = await desk.db.database.pool.query<{ status: string }>(
    'select status from ticket where number = $1',
    [number],
  )
  return rows[0]?.status
}

describe('the late item of an album of an agent', () => {
  test.each([
    ['//', '// he is a fraud'],
    ['/note', '/note he is a fraud'],
  ])('marked %s stays inside, also after a restart', async (_, caption) => {
    const ticket = await openTicket(desk)
    const album = newAlbum()
    await reacted(ticket, first(ticket, album, caption), '✍')
    if (caption.startsWith('//')) await desk.restart()
    await reacted(ticket, late(ticket, album), '✍')
    ticket.say('the end')
    await ticket.clientReads('the end')
    expect(clientFiles(ticket)).toBe(0)
    expect((await saidIn(desk, ticket, 'agent'))[0]).toEqual({ purpose: 'note', files: 2 })
  })

  test('that replied to a colleague, or began like a command, stays inside', async () => {
    const ticket = await openTicket(desk)
    const colleague = desk.sandbox.person({ name: 'Boris' })
    desk.forum.addMember(colleague)
    const note = colleague.in(desk.forum).write('// have a look', { topic: ticket.topic() })
    await desk.sandbox.until(() => ticket.topic().reaction(note) === '✍')
    const talk = newAlbum()
    await reacted(ticket, first(ticket, talk, 'he is a fraud', note), '✍')
    await reacted(ticket, late(ticket, talk), '✍')
    const mistyped = newAlbum()
    first(ticket, mistyped, '/нотатка fraud')
    await ticket.staffReads('There is no command /нотатка.')
    late(ticket, mistyped)
    const taken = newAlbum()
    first(ticket, taken, '/take')
    await untilHandled(desk)
    late(ticket, taken)
    await untilHandled(desk)
    ticket.say('the end')
    await ticket.clientReads('the end')
    expect(clientFiles(ticket)).toBe(0)
  })

  test('of an answer follows to the client, and is taken back with it', async () => {
    const ticket = await openTicket(desk)
    const album = newAlbum()
    const answer = first(ticket, album, 'Look here')
    await ticket.clientReads('Look here')
    const second = late(ticket, album, 'and here')
    expect(textOf(await ticket.clientReads('and here'))).toContain(`#${String(ticket.number)} `)
    await reacted(ticket, second, '👌')
    expect(clientFiles(ticket)).toBe(2)
    ticket.say('/unsend', { replyTo: answer })
    await desk.sandbox.until(() => clientFiles(ticket) === 0)
  })

  test('of a solution is more of it: no second one, and nothing that opens the ticket', async () => {
    const ticket = await openTicket(desk)
    for (const [command, words, status] of [
      ['/ask', 'Which of them?', 'pending'],
      ['/solve', 'Press here', 'solution_proposed'],
    ] as const) {
      const before = clientFiles(ticket)
      const album = newAlbum()
      const item = first(ticket, album, `${command} ${words}`)
      await ticket.clientReads(words)
      late(ticket, album)
      await desk.sandbox.until(() => clientFiles(ticket) === before + 2)
      // An edit finds the text between the files, and takes none of them away.
      ticket.staff.edit(item, `${command} Really: ${words}`)
      expect(isFile(await ticket.clientReads(`Really: ${words}`))).toBe(false)
      expect(clientFiles(ticket)).toBe(before + 2)
      expect(await statusOf(ticket)).toBe(status)
    }
    const proposals = ticket.client.texts.filter((text) => text.includes('Press here'))
    expect(proposals).toHaveLength(1)
    expect(await saidIn(desk, ticket, 'agent')).toEqual([
      { purpose: 'question', files: 2 },
      { purpose: 'solution', files: 2 },
    ])
  })

  test('that is marked // when the first went out stays inside, and the agent is told', async () => {
    const ticket = await openTicket(desk)
    const album = newAlbum()
    first(ticket, album, 'Look here')
    await ticket.clientReads('Look here')
    late(ticket, album, '// he is a fraud')
    await ticket.staffReads('The rest of this album has reached the client already')
    ticket.say('the end')
    await ticket.clientReads('the end')
    expect(clientFiles(ticket)).toBe(1)
    expect(ticket.client.texts.join('\n')).not.toContain('fraud')
  })

  test('of a solution that waits for "Send anyway" goes with it', async () => {
    const ticket = await openTicket(desk)
    const album = newAlbum()
    const topic = ticket.topic()
    ticket.client.write('It also happens in Firefox')
    await ticket.staffReads('It also happens in Firefox')
    first(ticket, album, '/solve Use Firefox')
    await untilHandled(desk)
    late(ticket, album)
    await untilHandled(desk)
    // Whether it is held is decided elsewhere; both items go the same way.
    if (topic.texts.some((text) => text.includes('Send anyway?'))) {
      expect(clientFiles(ticket)).toBe(0)
      await ticket.staff.press('Send anyway', { topic })
    }
    await ticket.clientReads('Use Firefox')
    await desk.sandbox.until(() => clientFiles(ticket) === 2)
    expect(await saidIn(desk, ticket, 'agent')).toEqual([{ purpose: 'solution', files: 2 }])
  })
})

test('what comes of an album whose first item died stays inside', async () => {
  const ticket = await openTicket(desk)
  const album = newAlbum()
  const message = ticket.say('/help')
  await untilHandled(desk)
  // As if the last update had been the marked item, and could not be handled.
  const { rowCount } = await desk.db.database.pool.query(
    `update inbound_update set state = 'dead', payload = $1
     where update_id = (select max(update_id) from inbound_update)`,
    [{ message: { ...message, media_group_id: album } }],
  )
  expect(rowCount).toBe(1)
  late(ticket, album)
  await untilHandled(desk)
  ticket.say('the end')
  await ticket.clientReads('the end')
  expect(clientFiles(ticket)).toBe(0)
})

describe('an album whose first item died and is run again', () => {
  /** While it lasts, the database refuses what says REFUSED. */
  async function refuse(): Promise<() => Promise<void>> {
    const { pool } = desk.db.database
    await pool.query(`
      create function refuse_words() returns trigger language plpgsql as $$ begin
        if to_jsonb(new)::text like '%REFUSED%' then raise exception 'refused'; end if;
        return new;
      end $$`)
    await pool.query(`create trigger refuse_words before insert or update on message
      for each row execute function refuse_words()`)
    return async () => {
      await pool.query('drop function refuse_words() cascade')
    }
  }

  const deadId = () =>
    desk.sandbox.until(async () => {
      const { rows } = await desk.db.database.pool.query<{ id: string }>(
        `select update_id::text as id from inbound_update
         where state = 'dead' and payload -> 'message' ->> 'caption' like '%REFUSED%'`,
      )
      return rows[0]?.id
    }, 20_000)

  async function dies(ticket: OpenedTicket, album: string): Promise<() => Promise<void>> {
    const accept = await refuse()
    first(ticket, album, 'REFUSED at first')
    const id = await deadId()
    return async () => {
      await accept()
      const settings = { BOT_TOKEN: desk.sandbox.token, DATABASE_URL: desk.db.url }
      const { text } = await runCommand(['dead', 'retry', id], settings)
      expect(text).toContain('is handled again')
    }
  }

  test('goes out with what came meanwhile', async () => {
    const ticket = await openTicket(desk)
    const album = newAlbum()
    const retry = await dies(ticket, album)
    late(ticket, album, 'and this')
    await untilHandled(desk)
    await retry()
    expect(textOf(await ticket.clientReads('REFUSED at first'))).toContain('first\nand this')
    await desk.sandbox.until(() => clientFiles(ticket) === 2)
    late(ticket, album, 'and at last this')
    await ticket.clientReads('and at last this')
    expect(clientFiles(ticket)).toBe(3)
    expect(await saidIn(desk, ticket, 'agent')).toEqual([{ purpose: 'reply', files: 3 }])
  })

  test('stays inside when what came meanwhile became a note', async () => {
    const ticket = await openTicket(desk)
    const album = newAlbum()
    const retry = await dies(ticket, album)
    const second = late(ticket, album, 'and this')
    await untilHandled(desk)
    ticket.staff.edit(second, '// he is a fraud')
    await untilHandled(desk)
    await retry()
    await desk.sandbox.until(async () => (await saidIn(desk, ticket, 'agent')).length > 0)
    expect(await saidIn(desk, ticket, 'agent')).toEqual([{ purpose: 'note', files: 2 }])
    expect(clientFiles(ticket)).toBe(0)
  })
})

test('albums are forgotten after a day', async () => {
  const count = async () => {
    const { rows } = await desk.db.database.pool.query<{ count: number }>(
      'select count(*)::int as count from album',
    )
    return rows[0]?.count
  }
  expect(await count()).toBeGreaterThan(0)
  await desk.db.database.pool.query(`update album set at = now() - interval '25 hours'`)
  await desk.restart()
  await desk.sandbox.until(async () => (await count()) === 0)
})
