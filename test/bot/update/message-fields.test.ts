import { readFileSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import {
  contentFieldOf,
  envelopeFields,
  serviceFields,
} from '../../../src/bot/update/message-fields.ts'
import { readWritten } from '../../../src/bot/update/read-written.ts'
import { fileKinds, sharedKinds } from '../../../src/domain/message.ts'

const folder = '../../../node_modules/@gramio/types/out/'
const types = readFileSync(new URL(`${folder}objects.d.ts`, import.meta.url), 'utf8')

/** Every field of a message, with what Telegram says of it. */
const described = (() => {
  const [, body = ''] = /export interface TelegramMessage \{\n([^]*?)\n\}/.exec(types) ?? []
  return [...body.matchAll(/\/\*\*([^]*?)\*\/\s+(\w+)\??:/g)].map(([, words = '', field = '']) => ({
    field,
    words,
  }))
})()

describe('the fields of a message in the published description', () => {
  test('are read', () => {
    expect(described.length).toBeGreaterThan(110)
  })

  test('that it calls service messages are no words of anybody', () => {
    const service = described.filter(({ words }) => /service message/i.test(words))
    expect(service.length).toBeGreaterThan(35)
    const known: readonly string[] = serviceFields
    expect(service.map(({ field }) => field).filter((field) => !known.includes(field))).toEqual([])
  })

  test('are each known as service, content or about the message', () => {
    const known = new Set<string>([
      ...serviceFields,
      ...envelopeFields,
      ...fileKinds,
      ...sharedKinds,
      'text',
      'entities',
      'caption',
      'caption_entities',
      // Content that is passed on without being looked into.
      'rich_message',
    ])
    expect(described.map(({ field }) => field).filter((field) => !known.has(field))).toEqual([])
  })
})

const message = (content: object) => ({
  message_id: 5,
  from: { id: 7, is_bot: false, first_name: 'Ann' },
  chat: { id: 7, type: 'private' },
  date: 1_700_000_000,
  ...content,
})

describe('a message', () => {
  test.each(serviceFields)('with %s says nothing', (field) => {
    expect(readWritten([message({ [field]: {} })])).toBeNull()
  })

  test.each(sharedKinds)('with %s has something to be copied', (kind) => {
    expect(readWritten([message({ [kind]: {} })])?.attachments).toMatchObject([
      { kind, fileId: null },
    ])
  })

  test('of a kind newer than the desk has something of a kind it does not know', () => {
    expect(readWritten([message({ hologram: { id: 1 } })])?.attachments).toMatchObject([
      { kind: 'other', name: 'hologram' },
    ])
    expect(readWritten([message({ hologram: { id: 1 }, caption: 'Look' })])).toMatchObject({
      text: 'Look',
      attachments: [{ kind: 'other' }],
    })
    expect(readWritten([message({})])?.attachments).toMatchObject([{ kind: 'other', name: null }])
    expect(contentFieldOf(message({ ['strange name\n']: 1 }))).toBeNull()
  })

  test.each<[string, object, string]>([
    [
      'contact',
      { contact: { first_name: 'Ivan', last_name: 'Kit', phone_number: '+38044' } },
      'Ivan Kit, +38044',
    ],
    ['venue', { location: {}, venue: { title: 'Office', address: 'Main 1' } }, 'Office, Main 1'],
    ['location', { location: { latitude: 50.4, longitude: 30.5 } }, '50.4, 30.5'],
    ['dice', { dice: { emoji: '🎲', value: 4 } }, '🎲 4'],
    [
      'poll',
      { poll: { question: 'When?', options: [{ text: 'Mon' }, { text: 'Tue' }] } },
      'When? (Mon / Tue)',
    ],
    ['checklist', { checklist: { title: 'Tried', tasks: [{ text: 'A' }, 3] } }, 'Tried: A; '],
    ['poll', { poll: { question: 'x'.repeat(9_000) } }, 'x'.repeat(1_500)],
  ])('with a %s says what it says in words', (kind, content, name) => {
    expect(readWritten([message(content)])?.attachments).toMatchObject([
      { kind, name: name.trim() },
    ])
  })

  test('with a text is that text, whatever else it has', () => {
    const written = readWritten([message({ text: 'Hello', link_preview_options: {}, novelty: 1 })])
    expect(written).toMatchObject({ text: 'Hello', attachments: [] })
  })
})
