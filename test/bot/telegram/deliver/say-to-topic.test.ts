import { describe, expect, test } from 'vitest'
import {
  arrangeDelivery,
  plain,
  query,
  refuse,
  staffId,
  toTopic,
  useDatabase,
} from './arrange-delivery.ts'

useDatabase()

describe('to a topic', () => {
  const say = { kind: 'say', place: toTopic, content: plain('x') } as const

  test('the topic is made when it is missing, once', async () => {
    const { send, calls, methods } = await arrangeDelivery()
    await send(say)
    await send(say)
    expect(methods()).toEqual(['createForumTopic', 'sendMessage', 'sendMessage'])
    expect(calls[0]?.params).toEqual({ chat_id: staffId, name: '#12 No sound' })
    expect(calls[1]?.params['message_thread_id']).toBe(101)
    expect(calls[2]?.params['message_thread_id']).toBe(101)
  })

  test('a doubt about the creation of a topic is none about the message', async () => {
    const { send } = await arrangeDelivery({ createForumTopic: [refuse('', 502)] })
    expect(await send(say)).toMatchObject({ state: 'retry' })
  })

  test('a deleted topic is made anew, and the card comes first in it', async () => {
    const content = { ...plain('Card'), buttons: [[{ label: 'Take', data: 't' }]] }
    await query(`insert into topic values (12, ${staffId}, 50)`)
    await query(
      `insert into slot values ('card:12', ${staffId}, 51, '${JSON.stringify(content)}', now())`,
    )
    const { send, calls } = await arrangeDelivery({
      sendMessage: [refuse('Bad Request: message thread not found')],
    })
    expect(await send(say)).toMatchObject({ state: 'sent' })
    expect(calls.map(({ method, params }) => [method, params['text'] ?? params['name']])).toEqual([
      ['sendMessage', 'x'],
      ['getForumTopicIconStickers', undefined],
      ['createForumTopic', '#12 No sound'],
      ['sendMessage', 'Card'],
      ['pinChatMessage', undefined],
      ['sendMessage', 'x'],
    ])
    expect(calls[2]?.params).toMatchObject({ icon_custom_emoji_id: 'icon-of-new' })
    expect(calls[3]?.params).toMatchObject({ message_thread_id: 101, reply_markup: {} })
    expect(await query('select message_id from slot')).toEqual([{ message_id: 102 }])
    expect(await query('select thread_id from topic')).toEqual([{ thread_id: 101 }])
  })

  test('a card that could not be shown at once is shown by the next attempt', async () => {
    await query(`insert into topic values (12, ${staffId}, 50)`)
    await query(
      `insert into slot values ('card:12', ${staffId}, 51, '{"text":"Card","entities":[]}', now())`,
    )
    const { send, calls } = await arrangeDelivery({
      sendMessage: [
        refuse('Bad Request: TOPIC_DELETED'),
        refuse('Too Many Requests', 429, { retry_after: 1 }),
      ],
    })
    expect(await send(say)).toMatchObject({ state: 'retry', pauseChatId: staffId })
    expect(await send(say)).toMatchObject({ state: 'sent' })
    expect(calls.slice(4).map(({ params }) => params['text'])).toEqual(['Card', undefined, 'x'])
  })

  test('a closed topic is opened', async () => {
    await query(`insert into topic values (12, ${staffId}, 50)`)
    const { send, methods } = await arrangeDelivery({
      sendMessage: [refuse('Bad Request: TOPIC_CLOSED')],
    })
    expect(await send(say)).toMatchObject({ state: 'sent' })
    expect(methods()).toEqual(['sendMessage', 'reopenForumTopic', 'sendMessage'])
  })

  test('a group that moved is followed', async () => {
    await query(`insert into topic values (12, ${staffId}, 50)`)
    const text = 'Bad Request: group chat was upgraded to a supergroup chat'
    const { send, calls, staff } = await arrangeDelivery({
      sendMessage: [refuse(text, 400, { migrate_to_chat_id: -1009 })],
    })
    expect(await send(say)).toMatchObject({ state: 'sent' })
    expect(staff()).toBe(-1009)
    expect(calls.map(({ params }) => params['chat_id'])).toEqual([staffId, -1009, -1009])
  })

  test('without a staff group it waits', async () => {
    const { send, setStaff, calls } = await arrangeDelivery()
    setStaff(null)
    expect(await send(say)).toEqual({
      state: 'retry',
      afterMs: 30_000,
      error: 'no_staff_chat',
      unspent: true,
    })
    expect(calls).toEqual([])
  })

  test.each([
    ['write', say],
    ['topics', say],
    ['manage_topics', say],
    ['write', { ...say, place: { kind: 'staff' } as const }],
  ] as const)('what lacks the right "%s" waits without a call', async (right, effect) => {
    const { send, calls, lacking } = await arrangeDelivery()
    lacking.add(right)
    expect(await send(effect)).toMatchObject({ state: 'retry', unspent: true })
    expect(calls).toEqual([])
    lacking.delete(right)
    expect(await send(effect)).toMatchObject({ state: 'sent' })
  })

  test('a topic that stands needs no right to make one', async () => {
    await query(`insert into topic values (12, ${staffId}, 50)`)
    const { send, lacking } = await arrangeDelivery()
    lacking.add('manage_topics').add('pin_messages')
    expect(await send(say)).toMatchObject({ state: 'sent' })
  })

  test.each([
    ['createForumTopic', 'not enough rights to create a topic', 'manage_topics'],
    ['createForumTopic', 'the chat is not a forum', 'topics'],
    ['sendMessage', 'have no rights to send a message', 'write'],
  ])('a refusal of %s (%s) tells which right is missing', async (method, reason, right) => {
    const { send, lacking } = await arrangeDelivery({
      [method]: [refuse(`Bad Request: ${reason}`)],
    })
    const outcome = await send(say)
    expect(outcome).toMatchObject({ state: 'retry' })
    expect(outcome).not.toHaveProperty('pauseChatId')
    expect([...lacking]).toEqual([right])
  })

  test.each([
    ['Forbidden: bot was kicked from the supergroup chat', 403],
    ['Bad Request: not enough rights to send text messages to the chat', 400],
    ['Bad Request: chat not found', 400],
  ])('"%s" keeps the messages and tells the operator', async (description, code) => {
    await query(`insert into topic values (12, ${staffId}, 50)`)
    const { send, logged } = await arrangeDelivery({ sendMessage: [refuse(description, code)] })
    const outcome = await send(say)
    expect(outcome).toMatchObject({ state: 'retry' })
    expect(outcome).not.toHaveProperty('pauseChatId')
    expect(logged).toHaveLength(1)
  })

  test('repairs end after six', async () => {
    const gone = () => refuse('Bad Request: message thread not found')
    const { send, methods } = await arrangeDelivery({
      sendMessage: Array.from({ length: 9 }, gone),
    })
    expect(await send(say)).toMatchObject({ state: 'retry' })
    expect(methods().filter((method) => method === 'sendMessage')).toHaveLength(7)
  })
})
