import { describe, expect, test } from 'vitest'

import { applyView } from '../../../sandbox/page/src/store/chats.ts'
import { findButton } from '../../../sandbox/page/src/tour/buttons.ts'
import { beginTour, sceneOf } from '../../../sandbox/page/src/tour/tour-scene.ts'
import type { ChatView, MessageView } from '../../../sandbox/play/protocol.ts'
import { aChat, aMessage, anna, aView, bot, max } from './a-message.ts'

const people = [anna, max].map((person) => ({ ...person, chatId: person.id, blockedBot: false }))
const menu = ['new', 'tickets'].map((command) => ({ command, description: command }))
const forum = {
  id: -1,
  type: 'supergroup',
  is_forum: true,
  members: { [max.id]: 'creator' },
} as const
const topic = { threadId: 10, name: '#7 Calls drop', icon: '', closed: false, deleted: false }
const nobody = { clientId: null, agentId: null }

function stateOf(chat: Partial<ChatView>, group: Partial<ChatView> = {}) {
  const chats = [aChat({ commands: { '': menu }, ...chat }), aChat({ ...forum, ...group })]
  return applyView(null, aView(chats, { people }))
}

const withButton = (id: number, data: string): MessageView =>
  aMessage(id, {
    from: bot,
    reply_markup: { inline_keyboard: [[{ text: 'x', callback_data: data }]] },
  })

describe('a tour', () => {
  test('begins with a client who is no agent, or with those who are open', () => {
    expect(beginTour(stateOf({}), nobody)).toMatchObject({ clientId: anna.id, agentId: max.id })
    const other = { clientId: max.id, agentId: anna.id }
    expect(beginTour(stateOf({}), other)).toMatchObject({ clientId: anna.id, agentId: max.id })
  })

  test('is not offered where there are no tickets', () => {
    expect(beginTour(stateOf({ commands: {} }), nobody)).toBeNull()
    expect(beginTour(stateOf({}, { members: {} }), nobody)).toBeNull()
  })

  test('follows the ticket that was opened since it began, and no older one', () => {
    const old = aMessage(1, { from: bot, text: '#6 Printer\n\nTicket #6 is open.' })
    const before = stateOf({ messages: [old] })
    const start = beginTour(before, nobody)!
    expect(sceneOf(before, start)).toMatchObject({ topicId: null, inChat: [], inTopic: [] })
    const opened = aMessage(2, { from: bot, text: '#7 Calls drop\n\nTicket #7 is open.' })
    const inTopic = [aMessage(12, { message_thread_id: 10 })]
    const after = stateOf({ messages: [old, opened] }, { topics: [topic], messages: inTopic })
    expect(sceneOf(after, start)).toMatchObject({ topicId: 10, inChat: [opened], inTopic })
  })

  test('ends when its client is gone', () => {
    const start = beginTour(stateOf({}), nobody)!
    expect(sceneOf(applyView(null, aView([])), start)).toBeNull()
  })
})

test('a button is found by what it carries, the newest first', () => {
  const messages = [withButton(1, '1:accept:7:1'), withButton(2, '1:accept:7:2'), aMessage(3)]
  expect(findButton(messages, /^1:accept:/)).toEqual({ messageId: 2, data: '1:accept:7:2' })
  expect(findButton(messages, /^1:reject:/)).toBeNull()
})
