import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { runCommand } from '../../src/operator/run-command.ts'
import { measureWork } from '../../src/services/reports/measure-work.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { columnsHolding, everyColumn, holdsWords, rowsHolding } from '../support/every-column.ts'
import { fillEveryColumn, keepsNoWords } from '../support/fill-every-column.ts'
import { checkInvariants } from '../support/invariants.ts'
import { agentOf, openTicket, textOf, type OpenedTicket } from '../support/opened-ticket.ts'

let desk: TestDesk
const logged: string[] = []

beforeAll(async () => {
  const write = (fields: { err?: unknown }, message?: string) => {
    logged.push(`${JSON.stringify(fields)} ${String(fields.err)} ${String(message)}`)
  }
  const log = { debug: write, info: write, warn: write, error: write }
  desk = await startTestDesk({ logTo: log })
})

afterAll(() => desk.close())

const pool = () => desk.db.database.pool
const operator = (...words: string[]) =>
  runCommand(words, { BOT_TOKEN: desk.sandbox.token, DATABASE_URL: desk.db.url })

/** The command that the first call of `erase` shows, as words. */
async function shownCommand(person: string): Promise<{ text: string; words: string[] }> {
  const { code, text } = await operator('erase', person)
  expect(code, text).toBe(0)
  const command = /npm run desk -- (erase person:\d+ \S+)$/.exec(text)?.[1] ?? ''
  return { text, words: command.split(' ') }
}

async function personOf(telegramUserId: number): Promise<number | undefined> {
  const { rows } = await pool().query<{ id: number }>(
    'select person_id as id from contact_point where address = $1',
    [String(telegramUserId)],
  )
  return rows[0]?.id
}

/** Everything has left: what is looked at then does not move. */
const untilQuiet = () =>
  desk.sandbox.until(async () => {
    const { rows } = await pool().query<{ waits: number }>(
      `select (select count(*)::int from outbox where state in ('pending', 'retry', 'sending'))
            + (select count(*)::int from inbound_update where state = 'pending') as waits`,
    )
    return rows[0]?.waits === 0
  })

/** What figures are made of, of some tickets. */
async function figuresOf(numbers: number[]): Promise<string[]> {
  const tables: [table: string, of: string, columns: string][] = [
    [
      'ticket',
      'number',
      `number, type_key, status, priority, requester_id, assignee_id, assigned_at, entered_at,
       last_agent_action_at, first_response_at, proposal_no, closure_no, close_reason, closed_at,
       reopen_count, message_count, version, merged_into, split_from, follow_up_of, created_at`,
    ],
    [
      'status_change',
      'ticket_number',
      `ticket_number, seq, "from", "to", transition, event, actor_kind, actor_id,
       reason is null as unreasoned, implicit, at`,
    ],
    ['assignment_change', 'ticket_number', '*'],
    ['priority_change', 'ticket_number', '*'],
    ['sla_clock', 'ticket_number', '*'],
    ['timer', 'ticket_number', '*'],
    [
      'rating',
      'ticket_number',
      'ticket_number, closure_no, person_id, agent_id, helpfulness, speed, politeness, rated_at',
    ],
    [
      'message',
      'ticket_number',
      `id, ticket_number, seq, kind, author, person_id, agent_id, purpose, reply_to_id, is_ack,
       revision, sent_at, recorded_at, copied_from, unsent_at`,
    ],
  ]
  const figures: string[] = []
  for (const [table, of, columns] of tables) {
    const { rows } = await pool().query<{ row: string }>(
      `select to_jsonb(r)::text as row from (select ${columns} from ${table} where ${of} = any($1)) r`,
      [numbers],
    )
    figures.push(...rows.map(({ row }) => `${table} ${row}`))
  }
  return figures.sort()
}

/** A ticket with all that two sides can say in it, each word of which is marked. */
async function lifeOf(mark: string, name: string, username: string): Promise<OpenedTicket> {
  const client = desk.sandbox.person({ name, username, language: 'en' })
  const ticket = await openTicket(desk, { subject: `${mark} subject`, client })
  ticket.say(`${mark} answer`)
  const answer = await ticket.clientReads(`${mark} answer`)
  client.react(answer, '👍')
  ticket.say(`// ${mark} note`)
  const wrote = client.write(`${mark} furthermore`)
  await ticket.staffReads(`${mark} furthermore`)
  client.edit(wrote, `${mark} furthermore, better`)
  await ticket.staffReads(`${mark} furthermore, better`)
  client.album([{ kind: 'photo', caption: `${mark} album` }, { kind: 'photo' }])
  await desk.sandbox.until(() =>
    ticket.topic().messages.some((one) => textOf(one) === `${mark} album`),
  )
  ticket.say(`/tag ${mark.toLowerCase()}tag`)
  ticket.say(`/solve ${mark} solution`)
  await ticket.clientReads(`${mark} solution`)
  return ticket
}

test('I17: nothing of who was erased is left anywhere, and figures are what they were', async () => {
  const other = await lifeOf('OTHERQ', 'Bohdan Otherq', 'otherq')
  const ticket = await lifeOf('MARKP', 'Zoriana Markp', 'markp')
  const { client } = ticket
  const live = await openTicket(desk, { subject: 'MARKP second', client })
  live.say('/postpone 2h MARKP reason')
  await client.press('Accept')
  await ticket.clientReads('The ticket is closed')
  // A dialogue he is in the middle of.
  client.write('/new')
  await desk.sandbox.until(() => client.texts.at(-1)?.includes('Step 1'))
  await untilQuiet()
  const id = (await personOf(client.id)) ?? 0
  const numbers = [ticket.number, live.number]
  await fillEveryColumn(pool(), {
    personId: id,
    userId: client.id,
    numbers,
    closed: ticket.number,
    groupId: desk.forum.id,
  })
  const pattern = `markp|zoriana|(^|[^0-9])${String(client.id)}($|[^0-9])`
  const others = `otherq|bohdan|(^|[^0-9])${String(other.client.id)}($|[^0-9])|"ticket_number": ${String(other.number)}[,}]`
  const columns = await everyColumn(pool())

  // The search bites: each column that can hold words held some of his.
  const held = await columnsHolding(pool(), columns, pattern)
  const words = columns.filter(holdsWords).map(({ table, column }) => `${table}.${column}`)
  const unfilled = words.filter((one) => !held.includes(one) && !(one in keepsNoWords))
  expect(unfilled, 'columns with words that this test does not fill').toEqual([])

  const period = { from: new Date(0), to: new Date(), calendar: null }
  const before = {
    figures: await figuresOf([ticket.number]),
    others: await rowsHolding(pool(), columns, others),
    work: await measureWork(pool(), period),
  }

  const { text, words: command } = await shownCommand('@markp')
  expect(text).toContain(
    `person:${String(id)} is Zoriana Markp, @markp (telegram ${String(client.id)})`,
  )
  expect(text).toContain(`#${String(ticket.number)}, #${String(live.number)}`)
  const wrong = await operator('erase', `person:${String(id)}`, 'bcdfghjk')
  expect(wrong).toMatchObject({ code: 1 })
  expect(wrong.text).toContain('That is not the word')
  const done = await operator(...command)
  expect(done, done.text).toMatchObject({ code: 0 })
  expect(done.text).toContain(`person:${String(id)} is erased.`)
  await desk.sandbox.until(() => !desk.forum.topics().some(({ name }) => name.includes('MARKP')))
  await untilQuiet()

  expect(await rowsHolding(pool(), columns, pattern)).toEqual([])
  expect(logged.filter((line) => new RegExp(pattern, 'i').test(line))).toEqual([])
  const { rows: kept } = await pool().query(
    'select name, language_code, language, timezone, banned_until, quiet_from, quiet_to, muted, ' +
      'active_ticket_number, active_ticket_at, erased_at is not null as erased from person where id = $1',
    [id],
  )
  expect(kept).toEqual([
    {
      name: '—',
      language_code: null,
      language: null,
      timezone: null,
      banned_until: null,
      quiet_from: null,
      quiet_to: null,
      muted: [],
      active_ticket_number: null,
      active_ticket_at: null,
      erased: true,
    },
  ])
  expect(await figuresOf([ticket.number])).toEqual(before.figures)
  expect(await rowsHolding(pool(), columns, others)).toEqual(before.others)
  const after = await measureWork(pool(), period)
  expect({ ...after, live: 0, backlog: 0 }).toEqual({ ...before.work, live: 0, backlog: 0 })
  expect(before.work.live - after.live, 'what was live was ended').toBe(1)
  await checkInvariants(pool(), live, desk.desk)

  // He is somebody new, and the other client notices nothing.
  client.write('/start')
  const again = await desk.sandbox.until(() => personOf(client.id))
  expect(again).toBeGreaterThan(id)
  other.say('OTHERQ further')
  await other.clientReads('OTHERQ further')
  expect(await operator('erase', `person:${String(id)}`)).toMatchObject({ code: 1 })
})

test('what is exported is his: both sides, no note, no other client, for its owner alone', async () => {
  const { client, number, say } = await lifeOf('EXPO', 'Ivan Expo', 'expo')
  say('// EXPO second note')
  await untilQuiet()
  const folder = await mkdtemp(join(tmpdir(), 'kvytok-export-'))
  try {
    const path = join(folder, 'ivan.json')
    expect(await operator('export', String(client.id), path)).toMatchObject({ code: 0 })
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    const text = await readFile(path, 'utf8')
    const { person, reachedAt, tickets } = JSON.parse(text) as {
      person: object
      reachedAt: object[]
      tickets: { number: number; subject: string; messages: { by: string; text: string }[] }[]
    }
    expect(person).toMatchObject({ name: 'Ivan Expo' })
    expect(reachedAt).toMatchObject([{ address: String(client.id), userName: 'expo' }])
    expect(tickets.map((one) => one.number)).toEqual([number])
    const said = tickets[0]!.messages.map(({ by, text: words }) => `${by}: ${words}`)
    expect(said).toEqual([
      'you: EXPO subject',
      'Anna: EXPO answer',
      'you: EXPO furthermore, better',
      'you: EXPO album',
      'Anna: EXPO solution',
    ])
    expect(text).not.toMatch(/note|OTHERQ/)
    expect(text).toContain('"text": "EXPO furthermore"')
    expect(text).toContain('"yourReaction": "like"')
    const again = await operator('export', '@expo', path)
    expect(again).toMatchObject({ code: 1 })
    expect(again.text).toContain('it is there already')
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('a word is refused once anything has changed since it was shown', async () => {
  const client = desk.sandbox.person({ name: 'Halyna', username: 'halyna' })
  const ticket = await openTicket(desk, { subject: 'It rings', client })
  await untilQuiet()
  const { words } = await shownCommand('@halyna')
  client.write('And again')
  await ticket.staffReads('And again')
  const ended = await operator(...words)
  expect(ended).toMatchObject({ code: 1 })
  expect(ended.text).toContain('look again with erase')
  expect(await personOf(client.id)).toBeGreaterThan(0)
})

test('without the right to delete messages, people are told to remove the topic', async () => {
  const client = desk.sandbox.person({ name: 'Oksana', username: 'oksana' })
  const ticket = await openTicket(desk, { subject: 'It hums', client })
  await untilQuiet()
  const owner = desk.sandbox.person({ name: 'Owner' })
  desk.forum.addMember(owner, 'creator')
  desk.forum.limitBot(['can_delete_messages'], owner)
  await untilQuiet()
  const { words } = await shownCommand('@oksana')
  expect(await operator(...words)).toMatchObject({ code: 0 })
  const told = `#${String(ticket.number)} was erased, but its topic is still here`
  await desk.sandbox.until(() => desk.forum.general.some((one) => textOf(one).includes(told)))
  // What is said there is nobody's ticket any more.
  agentOf(desk).in(desk.forum).write('HUMS again', { topic: ticket.topic() })
  await untilQuiet()
  const { rows } = await pool().query(`select from message where text like 'HUMS%'`)
  expect(rows).toEqual([])
  desk.forum.limitBot([], owner)
})

test.each<[given: string, said: RegExp]>([
  ['@nobody_here', /^Nobody is known as "@nobody_here": person list WORDS finds people\.$/],
  ['person:99999', /^Nobody is known/],
  ['Olena', /^"Olena" names nobody: PERSON is person:12, @olena or a user id of Telegram\.$/],
])('"erase %s" is one clear sentence', async (given, said) => {
  const ended = await operator('erase', given)
  expect(ended.code).toBe(1)
  expect(ended.text).toMatch(said)
})
