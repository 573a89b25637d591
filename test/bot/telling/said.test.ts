import { expect, test } from 'vitest'

import { said } from '../../../src/bot/telling/said.ts'
import { fromTelegram, type Attachment, type AttachmentKind } from '../../../src/domain/message.ts'
import type { StoredMessage } from '../../../src/services/change.ts'

const attachment = (kind: AttachmentKind): Attachment => ({
  kind,
  fileId: kind === 'poll' ? null : 'file-1',
  fileUniqueId: null,
  name: null,
  mime: null,
  sizeBytes: null,
})

const message = (...kinds: AttachmentKind[]): StoredMessage => ({
  id: 3,
  seq: 1,
  kind: 'public',
  author: 'agent',
  purpose: 'solution',
  text: 'Press here',
  entities: [],
  attachments: kinds.map(attachment),
  origin: fromTelegram,
  places: [{ chatId: -100, messageId: 12 }],
  replyToId: null,
  sentAt: new Date('2026-11-23T12:00:00Z'),
})

const place = { kind: 'person', personId: 5 } as const
const content = { text: 'Press here', entities: [] }

/** Of each thing that is sent its kind, and whether it ends the message. */
const parts = (...kinds: AttachmentKind[]) =>
  said(message(...kinds), place, content, 'proposal:5:1').map((one) => [
    one.kind,
    'part' in one ? one.part : undefined,
  ])

test('an answer has arrived when the last of it has, and only that one says so', () => {
  expect(parts()).toEqual([['say', undefined]])
  // The text with its buttons may be refused when the files are there.
  expect(parts('photo', 'photo')).toEqual([
    ['files', 'more'],
    ['say', 'last'],
  ])
  expect(parts('poll')).toEqual([
    ['say', 'more'],
    ['copy', 'last'],
  ])
})
