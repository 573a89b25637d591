import { describe, expect, test } from 'vitest'
import type { Outgoing } from '../../../../src/services/notifier/outgoing.ts'
import {
  arrangeDelivery,
  clientId,
  plain,
  query,
  refuse,
  staffId,
  toClient,
  toTopic,
  useDatabase,
} from './arrange-delivery.ts'

useDatabase()

const toStaffChat = { kind: 'chat', chatId: staffId, threadId: null }

describe('to a person', () => {
  test('a text goes out with formatting, buttons and a copy that is remembered', async () => {
    const { send, calls } = await arrangeDelivery()
    const entities = [{ type: 'bold', offset: 0, length: 5 }]
    const buttons = [[{ label: 'Answer', data: 'v1:a' }]]
    const outcome = await send({
      kind: 'say',
      place: toClient,
      content: { text: 'Hello <you> & "me"', entities, buttons },
      message: 2,
      slot: 'wizard:1',
    })
    expect(calls).toEqual([
      {
        method: 'sendMessage',
        params: {
          chat_id: clientId,
          text: 'Hello <you> & "me"',
          entities,
          reply_markup: { inline_keyboard: [[{ text: 'Answer', callback_data: 'v1:a' }]] },
        },
      },
    ])
    const place = { chatId: clientId, messageId: 101 }
    expect(outcome).toMatchObject({
      state: 'sent',
      copies: [{ place, message: 2 }],
      slot: { key: 'wizard:1', place },
    })
  })

  test('a reply goes to the copy of a message in that chat', async () => {
    await query(
      `insert into message_copy values (${clientId}, 55, 1, true), (${staffId}, 66, 1, false)`,
    )
    const { send, calls } = await arrangeDelivery()
    await send({ kind: 'say', place: toClient, content: plain('x'), replyTo: { copyOfMessage: 1 } })
    expect(calls[0]?.params['reply_parameters']).toEqual({
      message_id: 55,
      allow_sending_without_reply: true,
    })
  })

  test('who blocked the bot is remembered, and the agent is told in reply', async () => {
    await query(`insert into message_copy values (${staffId}, 66, 2, true)`)
    const { send } = await arrangeDelivery({
      sendMessage: [refuse('Forbidden: bot was blocked by the user', 403)],
    })
    const mark = { chatId: staffId, messageId: 66 }
    const outcome = await send({ kind: 'say', place: toClient, content: plain('x'), mark })
    expect(outcome).toEqual({
      state: 'dead',
      error: '403: Forbidden: bot was blocked by the user',
      told: true,
      followUps: [
        { kind: 'react', place: toStaffChat, at: mark, emoji: '💔' },
        {
          kind: 'say',
          place: toTopic,
          replyTo: mark,
          content: plain('Not delivered: the client has blocked the bot or deleted the account.'),
        },
      ],
    })
    expect(await query('select reachable from contact_point')).toEqual([{ reachable: false }])
  })

  test('who blocked the bot in one chat is written to in another the next time', async () => {
    const { send, calls } = await arrangeDelivery({
      sendMessage: [{ result: { message_id: 1 } }, refuse('Forbidden: user is deactivated', 403)],
    })
    const say = () => send({ kind: 'say', place: toClient, content: plain('x') })
    await say()
    await query(
      `insert into contact_point (person_id, channel, address, verified)
       values (1, 'telegram', '8', true)`,
    )
    expect([(await say()).state, (await say()).state]).toEqual(['dead', 'sent'])
    expect(calls.map(({ params }) => params['chat_id'])).toEqual([clientId, clientId, 8])
  })

  test('who has no chat is not written to, and the agent is told in reply', async () => {
    await query(`insert into message_copy values (${staffId}, 66, 2, true)`)
    await query('delete from contact_point')
    const { send, calls } = await arrangeDelivery()
    const mark = { chatId: staffId, messageId: 66 }
    const outcome = await send({ kind: 'say', place: toClient, content: plain('x'), mark })
    expect(outcome).toEqual({
      state: 'dead',
      error: 'No channel reaches this person',
      told: true,
      followUps: [
        { kind: 'react', place: toStaffChat, at: mark, emoji: '💔' },
        {
          kind: 'say',
          place: toTopic,
          replyTo: mark,
          content: plain('Not delivered: the client has blocked the bot or deleted the account.'),
        },
      ],
    })
    expect(calls).toEqual([])
  })

  test('no effect breaks off for want of a chat', async () => {
    await query('delete from contact_point')
    const { send, calls, logged } = await arrangeDelivery()
    const [place, content] = [toClient, plain('x')]
    const from = { chatId: staffId, messageIds: [66] }
    const effects: Outgoing[] = [
      { kind: 'say', place, content: plain('x'.repeat(5000)), message: 2 },
      { kind: 'put', place, slot: 'rating:12:1', content, pin: true },
      { kind: 'copy', place, from, message: 2 },
      {
        kind: 'files',
        place,
        files: [{ kind: 'photo', fileId: 'f' }],
        caption: content,
        message: 2,
      },
      { kind: 'revise', place, message: 2, content },
      { kind: 'revise', place, message: 2, content, unsent: { kind: 'say', place, content } },
      { kind: 'unsend', place, message: 2 },
      { kind: 'release', place, slot: 'rating:12:1' },
    ]
    const outcomes = []
    for (const effect of effects) outcomes.push((await send(effect)).state)
    expect(outcomes).toEqual(['dead', 'dead', 'dead', 'dead', 'dead', 'dead', 'sent', 'sent'])
    expect(calls).toEqual([])
    expect(logged).not.toContain('An attempt to send broke off')
  })

  test('the message of an agent is marked when it has arrived', async () => {
    const { send } = await arrangeDelivery()
    const mark = { chatId: staffId, messageId: 66 }
    const outcome = await send({ kind: 'say', place: toClient, content: plain('x'), mark })
    expect(outcome).toMatchObject({
      state: 'sent',
      followUps: [{ kind: 'react', at: mark, emoji: '👌' }],
    })
  })

  test('formatting Telegram cannot read is dropped, and so is a reply that is gone', async () => {
    const { send, calls } = await arrangeDelivery({
      sendMessage: [
        refuse("Bad Request: can't parse entities: x"),
        refuse('Bad Request: message to be replied not found'),
      ],
    })
    const replyTo = { chatId: clientId, messageId: 5 }
    const outcome = await send({ kind: 'say', place: toClient, content: plain('x'), replyTo })
    expect(outcome.state).toBe('sent')
    expect(calls[2]?.params).toEqual({ chat_id: clientId, text: 'x' })
  })

  test('a text without a place to cut goes as a file', async () => {
    const { send, calls } = await arrangeDelivery({
      sendMessage: [refuse('Bad Request: message is too long')],
    })
    expect(await send({ kind: 'say', place: toClient, content: plain('long') })).toMatchObject({
      state: 'sent',
    })
    expect(calls[1]?.method).toBe('sendDocument')
    expect(calls[1]?.params['multipart']).toMatch(/filename="message.txt"[^]*long/)
  })

  test('a flood stops the chat for as long as Telegram says', async () => {
    const { send } = await arrangeDelivery({
      sendMessage: [refuse('Too Many Requests', 429, { retry_after: 9 })],
    })
    const outcome = await send({ kind: 'say', place: toClient, content: plain('x') })
    expect(outcome).toMatchObject({ state: 'retry', pauseChatId: clientId })
    expect(outcome.state === 'retry' && outcome.afterMs).toBeGreaterThanOrEqual(9000)
  })

  test('a server in trouble leaves it open whether the message is out', async () => {
    const { send } = await arrangeDelivery({ sendMessage: [refuse('', 502)] })
    expect(await send({ kind: 'say', place: toClient, content: plain('x') })).toMatchObject({
      state: 'unknown',
    })
  })

  test('content Telegram never accepts is dead, with its words as the reason', async () => {
    const { send } = await arrangeDelivery({ sendMessage: [refuse('Bad Request: NOVELTY')] })
    expect(await send({ kind: 'say', place: toClient, content: plain('x') })).toEqual({
      state: 'dead',
      error: '400: Bad Request: NOVELTY',
    })
  })
})
