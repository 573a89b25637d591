import { expect, test } from 'vitest'

import { addLateItems, captioned, captionsOf, withLateItems } from '../../src/domain/album.ts'
import type { Attachment, WrittenMessage } from '../../src/domain/message.ts'

const photo = (fileId: string): Attachment => ({
  kind: 'photo',
  fileId,
  fileUniqueId: null,
  name: null,
  mime: null,
  sizeBytes: null,
})

const item = (messageId: number, text: string): WrittenMessage => ({
  text,
  entities: text === '' ? [] : [{ type: 'bold', offset: 0, length: text.length }],
  attachments: [photo(`file-${String(messageId)}`)],
  places: [{ chatId: 7, messageId }],
  replyTo: null,
  sentAt: new Date('2026-11-23T12:00:00Z'),
})

const both = {
  text: 'Here\nand there',
  entities: [
    { type: 'bold', offset: 0, length: 4 },
    { type: 'bold', offset: 5, length: 9 },
  ],
  attachments: [photo('file-1'), photo('file-2')],
  places: [
    { chatId: 7, messageId: 1 },
    { chatId: 7, messageId: 2 },
  ],
}

test('what comes late of an album has its caption below and its file behind', () => {
  expect(withLateItems(item(1, 'Here'), item(2, 'and there'))).toMatchObject(both)
  expect(withLateItems(item(1, ''), item(2, 'and there')).text).toBe('and there')
  expect(withLateItems(item(1, 'Here'), item(2, '')).text).toBe('Here')
})

test('it joins the message its album is, and no other one', () => {
  const messages = [item(5, 'Before'), item(1, 'Here')]
  const late = item(2, 'and there')
  const joined = addLateItems(messages, { chatId: 7, messageId: 1 }, late)
  const pieces = [item(1, 'Here'), late].map(({ text, entities }) => ({ text, entities }))
  expect(joined).toEqual([messages[0], { ...messages[1], ...both, pieces }])
  expect(addLateItems(messages, { chatId: 8, messageId: 1 }, late)).toBeNull()
  expect(addLateItems(messages, null, late)).toBeNull()
})

test('an album says what its captions do, in order and without empty lines', () => {
  const captions = captionsOf([item(1, 'Here'), item(2, ''), item(3, 'and there')])
  expect(captions.map(({ messageId }) => messageId)).toEqual([1, 2, 3])
  const { text, entities } = captioned(item(1, 'before'), captions)
  expect({ text, entities }).toEqual({ text: both.text, entities: both.entities })
})
