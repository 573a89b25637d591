import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readEnvelope } from '../../../src/bot/telegram/envelope.ts'
import { recordedUpdates } from '../../support/recorded-updates.ts'

const person = { id: 7, is_bot: false, first_name: 'Ann' }
const privateChat = { id: 7, type: 'private', first_name: 'Ann' }
const group = { id: -1001, type: 'supergroup', title: 'Staff', is_forum: true }

test.each([
  ['a private message', { message: { chat: privateChat, from: person } }, 'user:7'],
  ['an edit in private', { edited_message: { chat: privateChat } }, 'user:7'],
  [
    'a private button',
    { callback_query: { from: person, message: { chat: privateChat } } },
    'user:7',
  ],
  ['a block', { my_chat_member: { chat: privateChat, from: person } }, 'user:7'],
  [
    'a topic message',
    { message: { chat: group, is_topic_message: true, message_thread_id: 12 } },
    'topic:-1001:12',
  ],
  [
    'a button in a topic',
    {
      callback_query: {
        from: person,
        message: { chat: group, is_topic_message: true, message_thread_id: 12 },
      },
    },
    'topic:-1001:12',
  ],
  ['a reply thread', { message: { chat: group, message_thread_id: 12 } }, 'topic:-1001:0'],
  ['the General topic', { message: { chat: group, from: person } }, 'topic:-1001:0'],
  [
    'a button on an inaccessible message',
    { callback_query: { from: person, message: { chat: group, date: 0 } } },
    'topic:-1001:0',
  ],
  ['a reaction in the group', { message_reaction: { chat: group, user: person } }, 'chat:-1001'],
  ['a new member', { chat_member: { chat: group, from: person } }, 'chat:-1001'],
  ['a button without message', { callback_query: { from: person } }, 'user:7'],
  ['an inline query', { inline_query: { from: person } }, 'user:7'],
  ['a poll answer', { poll_answer: { user: person } }, 'user:7'],
  ['a poll', { poll: { id: '1' } }, 'misc'],
  ['an unknown kind', { novelty: { something: 1 } }, 'misc'],
  ['nothing', {}, 'misc'],
])('%s has its lane', (_name, content, lane) => {
  expect(readEnvelope({ update_id: 1, ...content })).toEqual({ ok: true, updateId: 1, lane })
})

test.each([['1'], [1.5], [1e20], [null], [undefined], [[1]]])(
  'an update with the id %j is poison',
  (updateId) => {
    const verdict = readEnvelope({ update_id: updateId, message: { chat: privateChat } })
    expect(verdict).toEqual({ ok: false, reason: 'bad_update_id' })
  },
)

test('a negative id is an id', () => {
  expect(readEnvelope({ update_id: -5 })).toEqual({ ok: true, updateId: -5, lane: 'misc' })
})

test('the lane does not depend on the order of several kinds', () => {
  const message = { chat: privateChat }
  const poll = { id: '1' }
  const one = readEnvelope({ update_id: 1, message, poll })
  expect(readEnvelope({ poll, message, update_id: 1 })).toEqual(one)
  expect(one).toMatchObject({ lane: 'user:7' })
})

const laneShape = /^(user:-?\d+|topic:-?\d+:-?\d+|chat:-?\d+|misc)$/

test('any value gets a verdict, and any lane is short and well formed', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.anything(),
        fc.record({
          update_id: fc.integer(),
          message: fc.record({ chat: fc.anything(), from: fc.anything() }),
          callback_query: fc.record({ message: fc.anything(), from: fc.anything() }),
        }),
      ),
      (update) => {
        const envelope = readEnvelope(update)
        if (envelope.ok) expect(envelope.lane).toMatch(laneShape)
      },
    ),
    { numRuns: 2000 },
  )
})

test('each recorded update has an envelope, or an id that cannot be one', async () => {
  for (const update of await recordedUpdates()) {
    const envelope = readEnvelope(update)
    const words = JSON.stringify(update)
    expect(envelope.ok, words).toBe(Number.isSafeInteger(update['update_id']))
    if (envelope.ok) expect(envelope.lane, words).toMatch(laneShape)
  }
})
