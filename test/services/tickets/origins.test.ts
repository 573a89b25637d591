import { afterAll, beforeAll, expect, test } from 'vitest'

import { builtInDesk } from '../../../src/desk/complete-desk.ts'
import type { Attachment, Origin, WrittenMessage } from '../../../src/domain/message.ts'
import type { Person } from '../../../src/domain/people.ts'
import { filesAmong, isAllFiles } from '../../../src/services/notifier/files-among.ts'
import { saveClient } from '../../../src/services/telegram/contact-points.ts'
import { lastMessages } from '../../../src/services/tickets/read-messages.ts'
import { openTicket } from '../../../src/services/tickets/open-ticket.ts'
import { wordsOfMessage } from '../../../src/services/tickets/words-of-message.ts'
import { withTransaction } from '../../../src/storage/sql.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'

const now = new Date('2026-12-01T12:00:00Z')
const sha256 = 'ab'.repeat(32)
const noName = { name: null, mime: null, sizeBytes: null }
const known: Attachment = { kind: 'photo', fileId: 'f', fileUniqueId: 'u', ...noName }
const both: Attachment = { ...known, sha256 }
const held: Attachment = {
  kind: 'document',
  fileId: null,
  fileUniqueId: null,
  sha256,
  name: 'log.txt',
  mime: 'text/plain',
  sizeBytes: 12,
}
const location: Attachment = { kind: 'location', fileId: null, fileUniqueId: null, ...noName }

let db: TestDatabase
let person: Person
beforeAll(async () => {
  db = await createTestDatabase()
  const identity = { telegramUserId: 7, name: 'Olena', username: null, languageCode: 'en' }
  person = await saveClient(db.database.pool, identity, now)
})
afterAll(() => db.drop())

let drafts = 0
async function opened(message: Partial<WrittenMessage>) {
  const written: WrittenMessage = {
    text: 'It is broken',
    entities: [],
    attachments: [],
    places: [],
    replyTo: null,
    sentAt: now,
    ...message,
  }
  const draftId = `draft-${String(drafts++)}`
  const input = { draftId, person, typeKey: 'idea', keyData: {}, messages: [written], now }
  const verdict = await withTransaction(db.database.pool, (tx) =>
    openTicket(tx, { desk: builtInDesk }, input),
  )
  if (!verdict.ok) throw new Error(verdict.reason)
  const [change] = verdict.changes
  if (change?.about !== 'ticket') throw new Error('No change of a ticket')
  const told = change.messages[0]!
  const [read] = await lastMessages(db.database.pool, verdict.number, 1, { publicOnly: true })
  return { told, read: read! }
}

test('a message says by which channel it came, and may stand nowhere in Telegram', async () => {
  const origin: Origin = { channel: 'telegram', ref: 'export:77' }
  const other = await opened({ origin })
  expect(other.told).toMatchObject({ origin, places: [] })
  expect(other.read).toMatchObject({ origin, places: [] })

  const places = [{ chatId: 7, messageId: 5 }]
  const ofTelegram = await opened({ places })
  const expected = { origin: { channel: 'telegram', ref: null }, places }
  expect(ofTelegram.told).toMatchObject(expected)
  expect(ofTelegram.read).toMatchObject(expected)
})

test('a file is known to Telegram, held by us, or both, and stays so', async () => {
  const attachments = [known, both, held, location]
  const { told, read } = await opened({ attachments })
  expect(told.attachments).toEqual(attachments)
  expect(read.attachments).toEqual(attachments)
  const words = await wordsOfMessage(db.database.pool, read.id)
  expect(words.attachments.map((one) => one.sha256)).toEqual([undefined, sha256, sha256, undefined])
})

test('only what Telegram knows is sent by an id', () => {
  expect(filesAmong([held, both, location, known])).toEqual([
    { kind: 'photo', fileId: 'f' },
    { kind: 'photo', fileId: 'f' },
  ])
  expect(isAllFiles([both])).toBe(true)
  expect(isAllFiles([both, held])).toBe(false)
})
