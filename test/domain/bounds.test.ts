import { describe, expect, test } from 'vitest'

import { patience } from '../../sandbox/patience.ts'
import { unpack } from '../../src/bot/buttons/callback-data.ts'
import { readWritten } from '../../src/bot/update/read-written.ts'
import { hasRoomFor } from '../../src/domain/draft-room.ts'
import { join, lines, plain, quote } from '../../src/domain/formatted.ts'
import type { WrittenMessage } from '../../src/domain/message.ts'
import { nearestName } from '../../src/domain/nearest-name.ts'
import { readCommand } from '../../src/domain/read-command.ts'
import { readMoment } from '../../src/domain/read-moment.ts'
import { nameOfUser, shownFileName } from '../../src/domain/shown-name.ts'
import { splitText } from '../../src/domain/split-text.ts'
import { readSaying } from '../../src/domain/staff-saying.ts'
import { readStaffText } from '../../src/domain/staff-text.ts'
import { shorten, subjectOf } from '../../src/domain/subject.ts'
import { isAcknowledgement } from '../../src/domain/thanks.ts'
import { readNumber, readTicketNumber } from '../../src/domain/ticket-number.ts'

const names = ['note', 'solve', 'close', 'r']
const now = new Date('2026-11-23T12:00:00Z')

/** All that reads a text of a person before anything has cut it. */
const readers: Record<string, (text: string) => unknown> = {
  shorten: (text) => shorten(text, 60),
  'shorten to a page': (text) => shorten(text, 1_500),
  subjectOf,
  readSaying: (text) => readSaying(text, { botUsername: 'desk_bot', names }),
  readStaffText: (text) => readStaffText(text, { repliesTo: null, plainText: 'public' }),
  readCommand: (text) => readCommand(text, 'desk_bot'),
  nearestName: (text) => nearestName(text, names),
  isAcknowledgement: (text) => isAcknowledgement(text, false),
  readMoment: (text) => readMoment(text, { now, timezone: 'Europe/Kyiv' }),
  splitText: (text) => splitText(plain(text), 4_096),
  lines: (text) => lines([plain(text), plain(text)]),
  nameOfUser: (text) => nameOfUser({ id: 7, first_name: text, last_name: text }),
  shownFileName,
  readTicketNumber,
  unpack,
}

/** What is repeated, so that something might look at all of it again and again. */
const repeated = [
  'a',
  ' ',
  '\n',
  '\n ',
  '/',
  '/ ',
  '/\u200b',
  '\\',
  '.',
  '. ',
  '#',
  '9',
  '9 ',
  '1d ',
  '1d',
  'at ',
  ' \u0301',
  'a\u0301',
  '\u0301',
  '\u200b',
  '\u202e',
  '👨\u200d',
  '🇺🇦',
  '🏽',
  'слово ',
  'ً',
  'ㅤ',
  '\ud83d',
  'a-',
  'a.',
  '1.',
  '1:',
  '@a',
  'tag_',
  '\u2800',
]

const units = 200_000

describe('a text of 200,000 characters', () => {
  // What looks at all of it for each character of it needs minutes, or all the memory there is.
  test.each(Object.entries(readers))(
    'costs %s no more than its length',
    (_, read) => {
      for (const one of repeated) {
        for (const text of [
          one.repeat(units / one.length),
          `/x ${one.repeat(units / one.length)}`,
        ]) {
          const began = performance.now()
          read(text)
          const tookMs = performance.now() - began
          expect(tookMs, JSON.stringify(one)).toBeLessThan(4_000 * patience)
        }
      }
    },
    60_000 * patience,
  )

  test('is split with ten thousand overlapping entities, and no part cuts one', () => {
    const text = 'слово '.repeat(units / 6)
    const entities = Array.from({ length: 10_000 }, (_, index) => ({
      type: 'bold',
      offset: index * 19,
      length: 40 + (index % 7),
    })).filter(({ offset }) => Math.floor(offset / 3_000) % 2 === 0)
    const began = performance.now()
    const parts = splitText({ text, entities }, 4_096)
    expect(performance.now() - began).toBeLessThan(2_000)
    expect(parts?.map((part) => part.text).join('')).toBe(text)
    expect(parts?.flatMap((part) => part.entities)).toHaveLength(entities.length)
  })

  test('joins ten thousand texts with their formatting', () => {
    const parts = Array.from({ length: 10_000 }, () => quote(plain('a')))
    const many = Array.from({ length: 200_000 }, () => ({ type: 'bold', offset: 0, length: 1 }))
    expect(join(...parts).entities).toHaveLength(10_000)
    expect(join({ text: 'a', entities: many }).entities).toHaveLength(200_000)
  })
})

describe('what Telegram brings', () => {
  const message = (fields: object) => [{ message_id: 1, chat: { id: 7 }, date: 1, ...fields }]

  test('keeps the text, and as much formatting as a message has', () => {
    const entities = Array.from({ length: 10_000 }, (_, offset) => ({
      type: 'bold',
      offset,
      length: 2,
    }))
    const read = readWritten(message({ text: 'x'.repeat(20_000), entities }))
    expect(read?.text).toHaveLength(20_000)
    expect(read?.entities).toHaveLength(100)
    expect(read?.entities[99]?.offset).toBe(99)
  })

  test('is read up to a bound, not through the middle of an emoji', () => {
    const read = readWritten(message({ text: `a${'😀'.repeat(20_000)}` }))
    expect(read?.text).toHaveLength(32_767)
    expect(read?.text).toMatch(/😀$/u)
  })

  test('has names of files that cannot turn their ending round', () => {
    const document = { file_id: 'f', file_name: 'invoice\u202efdp.exe' }
    expect(readWritten(message({ document }))?.attachments[0]?.name).toBe('invoicefdp.exe')
    const long = { file_id: 'f', file_name: 'x'.repeat(10_000) }
    expect(readWritten(message({ document: long }))?.attachments[0]?.name).toHaveLength(120)
    const unseen = { file_id: 'f', file_name: '\u200b\u2800 ' }
    expect(readWritten(message({ document: unseen }))?.attachments[0]?.name).toBeNull()
  })
})

describe('a name', () => {
  test.each([
    ['as it is', { first_name: 'Олена', last_name: 'Ковальчук' }, 'Олена Ковальчук'],
    ['of a family of emoji', { first_name: '👨‍👩‍👧‍👦 Anna' }, '👨‍👩‍👧‍👦 Anna'],
    ['of ten thousand letters', { first_name: 'x'.repeat(10_000) }, `${'x'.repeat(63)}…`],
    ['without a shape', { first_name: '\u200b\u2060ㅤ' }, 'id 7'],
    ['without a shape, of somebody with a user name', { ...unseen(), username: 'anna' }, '@anna'],
    ['of accents alone', { first_name: '\u0301\u0301' }, 'id 7'],
    ['of blanks of Braille', { first_name: '\u2800' }, 'id 7'],
    ['that turns the direction round', { first_name: '\u202eannA\u2066' }, 'annA'],
    ['that turns it back', { first_name: '\u202eannA\u202c' }, '\u202eannA\u202c'],
    ['of several lines', { first_name: 'Olena\n\nStatus: Closed' }, 'Olena Status: Closed'],
    ['with a zero in it', { first_name: 'An\0na' }, 'Anna'],
    ['in Persian, with its joiner', { first_name: 'می\u200cخواهم' }, 'می\u200cخواهم'],
  ])('%s', (_, user, shown) => {
    expect(nameOfUser({ id: 7, ...user })).toBe(shown)
  })

  test('is no tower of accents', () => {
    expect(nameOfUser({ id: 7, first_name: `Z${'\u0301'.repeat(5_000)}` }).length).toBeLessThan(
      2_100,
    )
  })

  function unseen() {
    return { first_name: '\u200b' }
  }
})

describe('a draft', () => {
  const written = (text: string): WrittenMessage => ({
    text,
    entities: [],
    attachments: [],
    replyTo: null,
    sentAt: now,
    places: [{ chatId: 7, messageId: 1 }],
  })
  const messages = (count: number, length: number) =>
    Array.from({ length: count }, () => written('x'.repeat(length)))

  test('has room for eighteen texts as long as Telegram lets them be, and some more', () => {
    expect(hasRoomFor(messages(17, 4_096), written('x'.repeat(4_096)))).toBe(true)
    expect(hasRoomFor(messages(24, 4_096), written('x'.repeat(4_096)))).toBe(true)
    expect(hasRoomFor(messages(25, 4_096), written('x'))).toBe(false)
    expect(hasRoomFor(messages(49, 1), written('x'))).toBe(true)
    expect(hasRoomFor(messages(50, 1), written('x'))).toBe(false)
  })
})

test.each([
  ['12', 12],
  ['0012', 12],
  ['2147483647', 2_147_483_647],
  ['2147483648', null],
  ['9223372036854775808', null],
  ['-1', null],
  ['1.5', null],
  ['١٢', null],
  ['', null],
  ['9'.repeat(10_000), null],
])('the number of a ticket in %j', (digits, number) => {
  expect(readNumber(digits)).toBe(number)
  expect(readTicketNumber(` #${digits} `)).toBe(number)
})

test('a quotation is cut where Telegram would refuse it', () => {
  const quoteOf = (text: string) =>
    readWritten([{ chat: { id: 1 }, message_id: 1, text: 'a', quote: { text } }])?.quote
  expect(quoteOf('q'.repeat(1_024))).toHaveLength(1_024)
  expect(quoteOf('q'.repeat(5_000))).toBe('q'.repeat(1_024))
  expect(quoteOf('👍'.repeat(5_000))).toBe('👍'.repeat(512))
})
