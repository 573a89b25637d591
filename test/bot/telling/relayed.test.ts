import { expect, test } from 'vitest'

import { relay } from '../../../src/bot/telling/relayed.ts'
import type { Attachment } from '../../../src/domain/message.ts'
import { createTexts } from '../../../src/locales/texts.ts'
import type { StoredMessage } from '../../../src/services/change.ts'

const t = createTexts()('en')
const place = { kind: 'topic', ticketNumber: 5 } as const

const byMail = (...attachments: Attachment[]): StoredMessage => ({
  id: 3,
  seq: 1,
  kind: 'public',
  author: 'client',
  purpose: 'message',
  text: 'See the log',
  entities: [{ type: 'bold', offset: 8, length: 3 }],
  attachments,
  // No other channel is there yet; it stands nowhere in Telegram.
  origin: { channel: 'telegram', ref: 'mail-1' },
  places: [],
  replyToId: 2,
  sentAt: new Date('2026-11-23T12:00:00Z'),
})

const log: Attachment = {
  kind: 'document',
  fileId: null,
  fileUniqueId: null,
  sha256: 'ab'.repeat(32),
  name: 'log.txt',
  mime: 'text/plain',
  sizeBytes: 12,
}

test('what stands nowhere in Telegram is said, in answer to what it answers', () => {
  const entities = [{ type: 'bold', offset: 8, length: 3 }]
  const content = { text: 'See the log', entities }
  expect(relay(byMail(), place, t)).toEqual([
    { kind: 'say', place, content, message: 3, replyTo: { copyOfMessage: 2 } },
  ])
})

test('a file that Telegram has is sent with it, and one that it has not is named', () => {
  const photo: Attachment = { ...log, kind: 'photo', fileId: 'photo-1', name: null }
  const text = 'See the log\n📎 File: log.txt'
  expect(relay(byMail(log), place, t)).toMatchObject([{ kind: 'say', content: { text } }])
  expect(relay(byMail(photo, log), place, t)).toMatchObject([
    { kind: 'files', files: [{ kind: 'photo', fileId: 'photo-1' }], caption: { text } },
  ])
})
