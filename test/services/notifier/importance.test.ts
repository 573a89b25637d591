import { expect, test } from 'vitest'

import {
  importanceOf,
  importances,
  isMoreImportant,
} from '../../../src/services/notifier/importance.ts'
import type { Outgoing, Place } from '../../../src/services/notifier/outgoing.ts'

const topic: Place = { kind: 'topic', ticketNumber: 5 }
const place: Place = { kind: 'chat', chatId: -1, threadId: 3 }
const at = { chatId: -1, messageId: 9 }
const content = { text: 'x', entities: [] }
const card = { kind: 'put', place: topic, slot: 'card:5', content } as const

const table: [string, Outgoing, (typeof importances)[number]][] = [
  [
    'a copy of what a client wrote',
    {
      kind: 'copy',
      place: topic,
      from: { chatId: 7, messageIds: [1] },
      message: 1,
    },
    'words',
  ],
  ['his words as a text', { kind: 'say', place: topic, content, message: 1 }, 'words'],
  ['his files', { kind: 'files', place: topic, files: [], caption: content, message: 1 }, 'words'],
  ['his text, edited', { kind: 'revise', place: topic, message: 1, content }, 'words'],
  [
    'what he made of his message',
    { kind: 'say', place: topic, content, replyTo: { copyOfMessage: 1 } },
    'words',
  ],
  ['the card that begins the topic', { ...card, first: true }, 'words'],
  ['a prompt for text', { kind: 'say', place: topic, content, slot: 'prompt:5:9:ask' }, 'answers'],
  ['why something failed', { kind: 'say', place: topic, content, replyTo: at }, 'answers'],
  ['the answer to a command', { kind: 'say', place, content }, 'answers'],
  ['a delivery mark', { kind: 'react', place, at, emoji: '👌' }, 'answers'],
  ['buttons that are used up', { kind: 'strip', place: topic, at }, 'answers'],
  ['a line of the desk', { kind: 'say', place: topic, content }, 'lines'],
  ['a line in General', { kind: 'say', place: { kind: 'staff' }, content }, 'lines'],
  ['a changed card', card, 'cards'],
  ['a card taken down', { kind: 'release', place: topic, slot: 'card:5' }, 'cards'],
  ['the icon of a topic', { kind: 'topic', ticketNumber: 5, icon: '✅' }, 'looks'],
]

test.each(table)('%s', (_what, effect, importance) => {
  expect(importanceOf(effect)).toBe(importance)
})

test('words come before answers, lines, cards and looks', () => {
  for (const [index, one] of importances.entries()) {
    for (const [another, other] of importances.entries()) {
      expect(isMoreImportant(one, other)).toBe(index < another)
    }
  }
})
