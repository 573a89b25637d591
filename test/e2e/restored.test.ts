import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import type { SandboxPerson } from '../../sandbox/index.ts'
import { patience } from '../../sandbox/patience.ts'
import type { Message } from '../../sandbox/state/shapes.ts'
import { runCommand } from '../../src/operator/run-command.ts'
import { createTestDatabase } from '../support/database.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { createEmptyDatabase } from '../support/empty-database.ts'
import { openTicket, textOf, type OpenedTicket } from '../support/opened-ticket.ts'

vi.setConfig({ testTimeout: 180_000 * patience })

let desk: TestDesk
let folder: string
/** What happened in the trial, a line each; docs/operations.md shows it. */
let protocol: string[]

beforeEach(async () => {
  desk = await startTestDesk()
  folder = await mkdtemp(join(tmpdir(), 'kvytok-restored-'))
  protocol = []
})

afterEach(async () => {
  await desk.close()
  await rm(folder, { recursive: true, force: true })
})

const type = (url: string, ...words: string[]) =>
  runCommand(words, { BOT_TOKEN: desk.sandbox.token, DATABASE_URL: url })

function note(what: string, came: string): string {
  protocol.push(`${what}: ${came}`)
  return came
}

function buttonsOf({ reply_markup: markup }: Message): { text: string; data: string }[] {
  const keys = (markup?.inline_keyboard ?? []).flat()
  return keys.flatMap((key) =>
    'callback_data' in key ? [{ text: key.text, data: key.callback_data }] : [],
  )
}

/** Presses a button under one certain message, as it is in the chat now, or was. */
async function pressUnder(person: SandboxPerson, message: Message, label: string): Promise<string> {
  const data = buttonsOf(message).find(({ text }) => text === label)?.data
  if (data === undefined) throw new Error(`No button ${label}`)
  const pressed = person.forge(message, data)
  await desk.sandbox.until(() => pressed.answer !== null)
  return pressed.answer?.text ?? 'carried out'
}

/** What the bot says next to somebody. */
async function saidNext(person: SandboxPerson, act: () => void): Promise<string> {
  const before = person.messages.length
  act()
  const answer = await desk.sandbox.until(() =>
    person.messages.slice(before).find(({ from }) => from?.is_bot === true),
  )
  return textOf(answer).split('\n')[0] ?? ''
}

/** What the bot answers to a message of an agent. */
async function answerIn({ staff }: OpenedTicket, text: string, topic: { threadId: number }) {
  const written = staff.write(text, { topic: topicAt(topic.threadId) })
  const answer = await desk.sandbox.until(() =>
    [...desk.forum.chat().kept.values()]
      .map(({ message }) => message)
      .find(({ reply_to_message: to }) => to?.message_id === written.message_id),
  )
  return textOf(answer)
}

function topicAt(threadId: number) {
  const found = desk.forum.topics().find((topic) => topic.threadId === threadId)
  if (found === undefined) throw new Error('The topic is gone.')
  return found
}

/** No text that is marked as meant for one person is in the chat of another. */
function expectNobodyReadsOthers(people: SandboxPerson[]): void {
  for (const { user, texts } of people) {
    for (const other of people) {
      if (other.user.id === user.id) continue
      expect(texts.join('\n'), user.first_name).not.toContain(`[${other.user.first_name}]`)
    }
  }
  note('Words meant for one client in the chat of another', 'none')
}

const notOurs =
  'This topic belongs to no ticket of this desk: nobody outside this group gets what is written here.'
const notCurrent = 'This is no longer current.'

test('a desk in use comes back beside the same group: nobody reads what is meant for another', async () => {
  const { sandbox, db } = desk
  const person = (name: string) => sandbox.person({ name })
  const [olena, petro, zoe, ira, nina, oleh] = [
    person('Olena'),
    person('Petro'),
    person('Zoe'),
    person('Ira'),
    person('Nina'),
    person('Oleh'),
  ]
  const people = [olena, petro, zoe, ira, nina, oleh]
  const kept = await openTicket(desk, { client: olena, subject: 'The printer [Olena]' })
  const cured = await openTicket(desk, { client: petro, subject: 'The mail [Petro]' })
  kept.say('Looking [Olena]')
  await kept.clientReads('Looking [Olena]')

  // People write while the backup is made.
  const file = join(folder, 'desk.backup')
  const backup = type(db.url, 'backup', file)
  for (let nth = 0; nth < 10; nth += 1) {
    olena.write(`More ${String(nth)} [Olena]`)
    cured.say(`Step ${String(nth)} [Petro]`)
  }
  expect((await backup).code).toBe(0)
  await cured.clientReads('Step 9 [Petro]')
  await kept.staffReads('More 9 [Olena]')

  // The life that is lost: a proposal, a closure with its rating, a new client, many new tickets.
  cured.say('/solve Lost cure [Petro]')
  const lostCure = await cured.clientReads('Lost cure [Petro]')
  // Who solves must have been able to read what was written before: Telegram's dates are whole.
  await desk.pass(1_000)
  kept.say('/solve Lost paper [Olena]')
  await kept.clientReads('Lost paper [Olena]')
  await olena.press('Accept')
  const lostRating = await sandbox.until(() =>
    olena.messages.findLast((message) =>
      buttonsOf(message).some(({ data }) => data.startsWith('1:rate:')),
    ),
  )
  const lost = await openTicket(desk, { client: zoe, subject: 'The door [Zoe]' })
  lost.say('/ask Which door? [Zoe]')
  const lostQuestion = await lost.clientReads('Which door? [Zoe]')
  await db.database.pool.query(`select setval('ticket_number_seq', 5000)`)
  const farOff = await openTicket(desk, { client: ira, subject: 'Far off [Ira]' })
  expect(farOff.number).toBe(5001)
  const lostTopic = lost.topic()
  const farTopic = farOff.topic()
  await sandbox.until(async () => {
    const { rows } = await db.database.pool.query(
      `select from outbox where state in ('pending', 'retry', 'sending')`,
    )
    return rows.length === 0
  })

  const empty = await createEmptyDatabase()
  const restored = await type(empty.url, 'restore', file)
  expect(restored).toMatchObject({ code: 0 })
  expect(restored.text).toMatch(
    /2 tickets, \d+ messages\.\nTickets go on from #1003: its last ticket is #2/,
  )
  await desk.moveTo(empty)
  note('The backup holds', 'tickets #1 and #2; lost are #3, #5001 and what was said after it')

  expect(
    note('An agent writes in the topic of lost #3', await answerIn(kept, 'For [Zoe]', lostTopic)),
  ).toBe(notOurs)
  const card = topicAt(lostTopic.threadId).messages.find(
    (message) => buttonsOf(message).length > 0,
  )!
  const [first] = buttonsOf(card)
  expect(
    note('An agent presses a button of its card', await pressUnder(kept.agent, card, first!.text)),
  ).toBe('This card belongs to no ticket of this desk.')
  expect(
    note(
      'The new client presses Answer under its question',
      await pressUnder(zoe, lostQuestion, 'Answer'),
    ),
  ).toBe(notCurrent)
  expect(
    note(
      'The new client replies to the lost question',
      await saidNext(zoe, () => zoe.write('The red one [Zoe]', { replyTo: lostQuestion })),
    ),
  ).toMatch(/\S/)

  cured.say('/solve Cure now [Petro]')
  const cureNow = await cured.clientReads('Cure now [Petro]')
  expect(
    note(
      'A client presses Accept under a lost solution',
      await pressUnder(petro, lostCure, 'Accept'),
    ),
  ).toBe(notCurrent)
  expect(note('... Reject under it', await pressUnder(petro, lostCure, 'Reject'))).toBe(notCurrent)
  expect(
    note('... Accept under the present solution', await pressUnder(petro, cureNow, 'Accept')),
  ).toBe('carried out')
  await cured.clientReads('You accepted the solution.')

  const five = buttonsOf(lostRating)[0]?.text ?? ''
  expect(
    note('A client rates a closure that is lost', await pressUnder(olena, lostRating, five)),
  ).toBe(notCurrent)
  const own = await kept.clientReads('Ticket #1 is open')
  olena.forge(own, '1:withdraw:1:1')
  await kept.clientReads('You withdrew the ticket.')
  expect(
    note('... and again when the ticket is closed anew', await pressUnder(olena, lostRating, five)),
  ).toBe(notCurrent)

  const after = await openTicket(desk, { client: nina, subject: 'The roof [Nina]' })
  note('The next ticket has the number', String(after.number))
  expect(after.number).toBe(1003)
  expect(
    note('An agent writes in the topic of lost #5001', await answerIn(kept, 'Far [Ira]', farTopic)),
  ).toBe(notOurs)
  const beyond = await openTicket(desk, { client: ira, subject: 'The wall [Ira]' })
  expect(Number(note('The next ticket has the number', String(beyond.number)))).toBe(6002)
  const names = desk.forum.topics().map(({ name }) => name.split(' ')[0])
  expect(new Set(names).size).toBe(names.length)
  note('Topics of one number', 'no two')
  expectNobodyReadsOthers(people)

  const fresh = await createTestDatabase()
  await desk.moveTo(fresh)
  note('Now with a fresh database beside the same group', 'no ticket is known')
  expect(
    note(
      'An agent writes in the topic of #6002',
      await answerIn(kept, 'Wall [Ira]', beyond.topic()),
    ),
  ).toBe(notOurs)
  const anew = await openTicket(desk, { client: oleh, subject: 'The lock [Oleh]' })
  expect(Number(note('The next ticket has the number', String(anew.number)))).toBe(7003)
  expect(
    note(
      'A client presses Answer under the lost question',
      await pressUnder(zoe, lostQuestion, 'Answer'),
    ),
  ).toBe(notCurrent)
  expectNobodyReadsOthers(people)

  const printed = protocol.join('\n')
  if (process.env['PRINT_PROTOCOL'] !== undefined) process.stdout.write(`\n${printed}\n`)
  expect(await readFile('docs/operations.md', 'utf8')).toContain(printed)
})
