import { expect, test } from 'vitest'

import { receiveUpdate } from '../../../src/bot/telegram/receive-update.ts'
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
