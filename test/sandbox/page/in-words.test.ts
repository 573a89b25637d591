import { describe, expect, test } from 'vitest'

import { initialsOf, originOf } from '../../../sandbox/page/src/chat/author.ts'
import { excerptOf } from '../../../sandbox/page/src/chat/excerpt.ts'
import { fileSize } from '../../../sandbox/page/src/chat/file-size.ts'
import { reactionsTo } from '../../../sandbox/page/src/chat/reactions-to.ts'
import { serviceText } from '../../../sandbox/page/src/chat/service-text.ts'
import { aMessage, anna, bot, max } from './a-message.ts'

const document = { file_id: 'f', file_name: 'log.txt', file_size: 3 }

describe('a message in one line', () => {
  test.each([
    ['its words, without line breaks', { text: 'one\n\ntwo' }, 'one two'],
    ['a photo without words', { photo: [{ file_id: 'p' }] }, '🖼 Photo'],
    ['a photo with words', { photo: [{ file_id: 'p' }], caption: 'look' }, '🖼 look'],
    ['a file by its name', { document }, '📎 log.txt'],
    ['a place', { location: { latitude: 1, longitude: 2 } }, '📍 Location'],
  ])('%s', (_what, content, expected) => {
    const { text: _words, ...bare } = aMessage(1)
    expect(excerptOf({ ...bare, ...content })).toBe(expected)
  })
})

describe('what nobody wrote', () => {
  test('a pinned message is told by its beginning', () => {
    const pinning = aMessage(2, { from: bot, pinned_message: aMessage(1, { text: 'Card' }) })
    expect(serviceText(pinning)).toBe('Desk pinned “Card”')
  })

  test('an ordinary message is none', () => {
    expect(serviceText(aMessage(1))).toBeNull()
  })
})

test('reactions are counted by emoji, and one’s own is known', () => {
  const given = [
    { userId: max.id, emoji: '👍' },
    { userId: anna.id, emoji: '👍' },
    { userId: bot.id, emoji: '👌' },
  ]
  const [thumb, ring] = reactionsTo([aMessage(1, { reactions: given })], anna.id)
  expect(thumb).toMatchObject({ emoji: '👍', count: 2, isOwn: true })
  expect(ring).toMatchObject({ emoji: '👌', count: 1, isOwn: false })
})

test('who wrote first what was forwarded', () => {
  expect(originOf(aMessage(1))).toBeNull()
  expect(originOf(aMessage(1, { forward_origin: { sender_user: max } }))).toBe('Max')
  expect(originOf(aMessage(1, { forward_origin: { sender_user_name: 'Hidden' } }))).toBe('Hidden')
})

test.each([
  ['Anna', 'A'],
  ['Марія Іваненко', 'МІ'],
  ['Sandbox desk', 'SD'],
  ['👍', ''],
])('%s has the initials %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})

test.each([
  [3, '3 B'],
  [5_900, '5.9 KB'],
  [48_000, '48 KB'],
  [20_000_000, '20 MB'],
])('%d bytes are %s', (bytes, words) => {
  expect(fileSize(bytes)).toBe(words)
})
