import { expect, test } from 'vitest'

import { receiveUpdate } from '../../../src/bot/telegram/receive-update.ts'
import { recordedUpdates } from '../../support/recorded-updates.ts'
import { maxJsonDepth, maxJsonWeight } from '../../../src/bot/telegram/weigh-json.ts'

const nested = (levels: number, inner = '1') => `${'['.repeat(levels)}${inner}${']'.repeat(levels)}`
const from = '"from":{"id":7,"first_name":"Olena"},"chat":{"id":7,"type":"private"}'

test('an update is taken as it is up to the bounds, and not beyond them', () => {
  // The update and its message are two levels of their own.
  const within = (levels: number): unknown =>
    JSON.parse(`{"update_id":1,"message":{${from},"deep":${nested(levels)}}}`)
  const deepest = within(maxJsonDepth - 2)
  expect(receiveUpdate(deepest)).toEqual({
    updateId: 1,
    lane: 'user:7',
    payload: deepest,
    poison: null,
  })
  expect(receiveUpdate(within(maxJsonDepth - 1))).toMatchObject({
    updateId: 1,
    lane: 'user:7',
    poison: 'too_deep',
  })
  const long = { update_id: 2, message: { text: 'x'.repeat(maxJsonWeight) } }
  expect(receiveUpdate(long)).toMatchObject({ updateId: 2, poison: 'too_large' })
})

test('of what is nested 400,000 deep the outer part is kept', () => {
  const text = `{"update_id":3,"message":{${from},"text":"Help","deep":${nested(400_000)}}}`
  const received = receiveUpdate(JSON.parse(text))
  expect(received).toMatchObject({ updateId: 3, lane: 'user:7', poison: 'too_deep' })
  expect(received.payload).toEqual({
    update_id: 3,
    message: {
      from: { id: 7, first_name: 'Olena' },
      chat: { id: 7, type: 'private' },
      text: 'Help',
      deep: [[[['…']]]],
    },
  })
})

test('without an id the same content is the same letter, other content another one', () => {
  const deep = (inner: string) => receiveUpdate(JSON.parse(nested(50_000, inner))).updateId
  expect(deep('1')).toBe(deep('1'))
  expect(deep('1')).not.toBe(deep('2'))
  const idOf = (value: unknown) => receiveUpdate(value).updateId
  const all = [
    null,
    [],
    {},
    [[]],
    [null],
    [1, [2]],
    [[1], 2],
    { a: 1 },
    { b: 1 },
    '',
    'a',
    0,
    false,
  ]
  expect(new Set(all.map(idOf)).size).toBe(all.length)
  for (const id of all.map(idOf)) expect(id).toBeLessThan(0)
})

test.each([
  ['an id that is too large', '{"update_id":1e400000,"message":{}}'],
  ['an id with a fraction', '{"update_id":1.5}'],
  ['no object', '[[[[]]]]'],
])('%s is poison with the reason', (_name, text) => {
  const { poison, lane } = receiveUpdate(JSON.parse(text))
  expect(poison).toMatch(/^(bad_update_id|not_an_object)$/)
  expect(lane).toBe('misc')
})

const at = 1_795_000_000
const topicMessage = (change: object) => ({
  update_id: 9,
  message: {
    message_id: 5,
    date: at,
    chat: { id: -1_001, type: 'supergroup' },
    from: { id: 7, is_bot: false, first_name: 'Olena' },
    message_thread_id: 3,
    ...change,
  },
})
const user = (id: unknown) => ({ id, is_bot: false, first_name: 'Olena' })

test.each<[string, object]>([
  ['id', { from: user(1.5) }],
  ['id', { from: user(2 ** 63) }],
  ['id', { chat: { id: -(2 ** 63), type: 'private' } }],
  ['id', { sender_chat: { id: 1e300, type: 'channel' } }],
  ['id', { new_chat_members: [user(1), user(1.5)] }],
  ['id', { reply_to_message: { message_id: 4, date: at, chat: { id: 0.5 } } }],
  ['id', { users_shared: { users: [{ user_id: 1 }], more: [{ from: { id: 0.1 } }] } }],
  ['user_id', { users_shared: { users: [{ user_id: 2 ** 60 }] } }],
  ['migrate_to_chat_id', { migrate_to_chat_id: -1.5 }],
  ['message_id', { message_id: 2 ** 40 }],
  ['message_id', { message_id: 2 ** 31 }],
  ['message_id', { reply_to_message: { message_id: 2 ** 62, date: at } }],
  ['message_thread_id', { message_thread_id: 2 ** 40 }],
  ['message_thread_id', { message_thread_id: 0.5 }],
  ['date', { date: 2 ** 50 }],
  ['date', { date: -(2 ** 50) }],
  ['date', { forward_origin: { type: 'hidden_user', date: 9e12 } }],
  ['edit_date', { edit_date: 253_402_300_800 }],
])('an update with an unusable %s is poison: %j', (name, change) => {
  expect(receiveUpdate(topicMessage(change))).toMatchObject({
    updateId: 9,
    poison: `unusable ${name}`,
  })
})

test.each<[string, object]>([
  ['the greatest ids', { message_id: 2 ** 31 - 1, from: user(Number.MAX_SAFE_INTEGER) }],
  ['the last second of 9999', { date: 253_402_300_799, edit_date: 0 }],
  ['what is missing', { from: undefined, date: undefined, message_id: undefined }],
  ['nulls', { from: null, chat: null, date: null, message_id: null, message_thread_id: null }],
  ['words in place of numbers', { from: user('7'), date: 'now', message_id: '5' }],
  ['ids of other things', { poll: { id: '5' }, game: { id: 2 ** 60 } }],
  ['a business connection', { business_connection_id: 'abc', user_chat_id: 5 }],
])('an update with %s is none', (_name, change) => {
  expect(receiveUpdate(topicMessage(change)).poison).toBeNull()
})

test('no recorded update has one', async () => {
  const poisons = (await recordedUpdates()).map((update) => receiveUpdate(update).poison)
  expect(poisons.filter((poison) => poison?.startsWith('unusable'))).toEqual([])
})
