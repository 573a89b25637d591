import { afterAll, beforeAll, expect, test } from 'vitest'

import { builtInDesk } from '../../../src/desk/complete-desk.ts'
import type { WrittenMessage } from '../../../src/domain/message.ts'
import { createRetiring } from '../../../src/services/privacy/retire-tickets.ts'
import { saveClient } from '../../../src/services/telegram/contact-points.ts'
import { withdrawTicket } from '../../../src/services/tickets/close-ticket.ts'
import { openTicket } from '../../../src/services/tickets/open-ticket.ts'
import { lockTicket } from '../../../src/services/tickets/ticket-row.ts'
import { begin } from '../../../src/storage/sql.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { columnsHolding, everyColumn } from '../../support/every-column.ts'
import { checkInvariants } from '../../support/invariants.ts'

const dayMs = 86_400_000
const start = new Date('2026-01-01T09:00:00Z').getTime()
const desk = { ...builtInDesk, retention: { closedTicketsMs: 365 * dayMs } }

let db: TestDatabase
const lines: [object, string][] = []
const log = { info: (fields: object, message: string) => lines.push([fields, message]) }

beforeAll(async () => {
  db = await createTestDatabase()
})
afterAll(() => db.drop())

const pool = () => db.database.pool
let place = 1

/** A ticket that its client opened and, on a day, withdrew. */
async function ticketOf(words: string, closedAfterDays: number | null): Promise<number> {
  const at = new Date(start)
  const identity = { telegramUserId: 4_711, name: 'Olena', username: null, languageCode: 'en' }
  const person = await saveClient(pool(), identity, at)
  const written: WrittenMessage = {
    text: words,
    entities: [],
    attachments: [],
    replyTo: null,
    sentAt: at,
    places: [{ chatId: 4_711, messageId: place++ }],
  }
  const opening = { draftId: words, person, typeKey: 'idea', keyData: {}, messages: [written] }
  const opened = await openTicket(pool(), { desk }, { ...opening, now: at })
  if (!opened.ok) throw new Error(opened.reason)
  const { number } = opened
  await pool().query(`insert into topic values ($1, -100, $2)`, [number, 1_000 + number])
  if (closedAfterDays === null) return number
  const now = new Date(start + closedAfterDays * dayMs)
  const ended = await withdrawTicket(pool(), { desk }, { number, person, now })
  expect(ended.ok).toBe(true)
  return number
}

test('words of tickets closed for longer than the setting go, once, and their numbers stay', async () => {
  const old = await ticketOf('OLDWORDS', 1)
  const young = await ticketOf('YOUNGWORDS', 300)
  const live = await ticketOf('LIVEWORDS', null)
  // Part of one that is still young: it is read with that one.
  const part = await ticketOf('PARTWORDS', 2)
  await pool().query('update ticket set merged_into = $2 where number = $1', [part, young])

  let at = start + 370 * dayMs
  const retiring = { db: pool(), begin: () => begin(pool()), now: () => new Date(at), log }
  await createRetiring({ ...retiring, desk: builtInDesk })()
  const columns = await everyColumn(pool())
  expect(await columnsHolding(pool(), columns, 'OLDWORDS')).not.toEqual([])

  const retire = createRetiring({ ...retiring, desk })
  await retire()
  const draft = ['ticket.draft_id']
  expect(await columnsHolding(pool(), columns, 'OLDWORDS')).toEqual(draft)
  for (const words of ['YOUNGWORDS', 'LIVEWORDS', 'PARTWORDS']) {
    expect(await columnsHolding(pool(), columns, words)).toContain('message.text')
  }
  expect(lines).toEqual([
    [{ tickets: 1, messages: 1 }, 'The words of tickets that were closed long ago were erased'],
  ])
  await checkInvariants(pool(), { number: old }, desk)
  const { rows: removals } = await pool().query('select kind, lane from outbox')
  expect(removals).toEqual([{ kind: 'remove_topic', lane: `chat:-100:${String(1_000 + old)}` }])
  expect(await lockTicket(pool(), old), 'nothing happens to a shell').toBeUndefined()
  expect(await lockTicket(pool(), live)).toMatchObject({ number: live })

  // Its client is one all the same, and the rest follows when its time has come.
  const { rows: people } = await pool().query('select name, erased_at from person')
  expect(people).toEqual([{ name: 'Olena', erased_at: null }])
  at += 300 * dayMs
  await retire()
  await retire()
  expect(lines.map(([fields]) => fields)).toEqual([
    { tickets: 1, messages: 1 },
    { tickets: 2, messages: 2 },
  ])
  expect(await columnsHolding(pool(), columns, 'LIVEWORDS')).toContain('message.text')
})
