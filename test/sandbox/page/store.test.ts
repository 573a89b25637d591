import { describe, expect, test } from 'vitest'

import { messagesIn, topicsNamed, topicsOf } from '../../../sandbox/page/src/store/by-topic.ts'
import { applyView } from '../../../sandbox/page/src/store/chats.ts'
import { countAfter, noteRead, readsFor, readUpTo } from '../../../sandbox/page/src/store/reads.ts'
import { agentsOf, staffGroup } from '../../../sandbox/page/src/store/staff-group.ts'
import { aChat, aMessage, anna, aView, bot, max, messagesUpTo } from './a-message.ts'

const topic = (threadId: number, name: string) => ({
  threadId,
  name,
  icon: '',
  closed: false,
  deleted: false,
})

describe('the state', () => {
  test('a piece is put to what is known, and what did not change stays the same object', () => {
    const before = applyView(null, aView([aChat({ messages: messagesUpTo(2) })]))
    const change = aChat({ messages: [aMessage(1, { text: 'edited' }), aMessage(3)], gone: [] })
    const after = applyView(before, aView([change], { revision: 2 }))
    const [old, now] = [before, after].map(({ chats }) => chats.get(1)?.messages)
    expect([...(now?.keys() ?? [])]).toEqual([1, 2, 3])
    expect(now?.get(1)?.text).toBe('edited')
    expect(now?.get(2)).toBe(old?.get(2))
  })

  test('deleted messages go', () => {
    const before = applyView(null, aView([aChat({ messages: messagesUpTo(3) })]))
    const after = applyView(before, aView([aChat({ gone: [2] })], { revision: 2 }))
    expect([...(after.chats.get(1)?.messages.keys() ?? [])]).toEqual([1, 3])
  })

  test('a chat in which nothing happened keeps its messages', () => {
    const before = applyView(null, aView([aChat({ messages: messagesUpTo(3) })]))
    const after = applyView(before, aView([aChat()], { revision: 2 }))
    expect(after.chats.get(1)?.messages).toBe(before.chats.get(1)?.messages)
  })

  test('after a new start nothing old is left', () => {
    const before = applyView(null, aView([aChat({ messages: messagesUpTo(3) })]))
    const after = applyView(before, aView([aChat()], { epoch: 'second' }))
    expect(after.chats.get(1)?.messages.size).toBe(0)
  })
})

describe('topics', () => {
  const forum = aChat({
    id: -1,
    type: 'supergroup',
    is_forum: true,
    title: 'Staff',
    members: { [max.id]: 'administrator', [anna.id]: 'left' },
    topics: [topic(10, '#1 Calls drop'), topic(11, '#2 No sound'), topic(12, 'Gone')],
    messages: [
      aMessage(20, { message_thread_id: 11 }),
      aMessage(21, { message_thread_id: 10 }),
      aMessage(22),
    ],
  })
  const deleted = { ...topic(12, 'Gone'), deleted: true }
  const people = [anna, max].map((user) => ({ ...user, chatId: user.id, blockedBot: false }))
  const first = applyView(null, aView([forum], { people }))
  const state = applyView(first, aView([{ ...forum, messages: [], topics: [deleted] }], { people }))
  const group = staffGroup(state)

  test('General is first, then those with the newest messages; deleted ones are gone', () => {
    const names = group && topicsOf(group).map(({ name }) => name)
    expect(names).toEqual(['General', '#1 Calls drop', '#2 No sound'])
  })

  test('each has its own messages', () => {
    const ids = [0, 10, 11].map((id) => group && messagesIn(group, id).map((m) => m.message_id))
    expect(ids).toEqual([[22], [21], [20]])
  })

  test('they are found by all the words, in any case', () => {
    const found = topicsNamed(group ? topicsOf(group) : [], 'drop #1')
    expect(found.map(({ topicId }) => topicId)).toEqual([10])
  })

  test('administrators are supervisors; who left is no agent', () => {
    expect(agentsOf(state, group)).toMatchObject([{ id: max.id, isSupervisor: true }])
  })
})

describe('what is unread', () => {
  const state = applyView(null, aView([aChat({ messages: messagesUpTo(3) })]))
  const viewed = { viewerId: anna.id, chatId: 1, topicId: 0 }

  test('all that stood there when the page came counts as read', () => {
    expect(readUpTo(readsFor(null, state), viewed)).toBe(3)
  })

  test('one’s own messages and the birth of a topic are not counted', () => {
    const messages = [
      aMessage(4),
      aMessage(5, { from: bot }),
      aMessage(6, { from: bot }),
      aMessage(7, { from: bot, forum_topic_created: {} }),
    ]
    expect(countAfter(messages, anna.id, 4)).toBe(2)
  })

  test('each viewer reads for himself', () => {
    const reads = noteRead(readsFor(null, state), viewed, 5)
    expect(readUpTo(reads, viewed)).toBe(5)
    expect(readUpTo(reads, { ...viewed, viewerId: max.id })).toBe(3)
    expect(noteRead(reads, viewed, 4)).toBe(reads)
  })
})
