import { expect, test } from 'vitest'

import { createNewestSent } from '../../../../src/bot/telegram/deliver/newest-sent.ts'

const group = -1001

test.each<[what: string, method: string, result: unknown, newest: number | null]>([
  ['a message', 'sendMessage', { message_id: 12, message_thread_id: 3 }, 12],
  ['a message that was copied', 'copyMessage', { message_id: 13 }, 13],
  ['several at once', 'copyMessages', [{ message_id: 14 }, { message_id: 15 }], 15],
  ['a topic', 'createForumTopic', { message_thread_id: 16, name: '#1 A' }, 16],
  ['an edit: the message is an old one', 'editMessageText', { message_id: 17 }, null],
  ['a reaction', 'setMessageReaction', true, null],
])('what this run has sent is known by %s', (_what, method, result, newest) => {
  const sent = createNewestSent()
  sent.learn(group, method, { ok: true, result })
  expect([sent.in(group), sent.in(-1002)]).toEqual([newest, null])
})

test('nothing is learnt from a refusal, nor forgotten for a lower id', () => {
  const sent = createNewestSent()
  const failure = { kind: 'ambiguous', cause: new Error('reset') } as const
  sent.learn(group, 'createForumTopic', { ok: false, failure })
  expect(sent.in(group)).toBeNull()
  for (const id of [20, 19])
    sent.learn(group, 'sendMessage', { ok: true, result: { message_id: id } })
  expect(sent.in(group)).toBe(20)
})
