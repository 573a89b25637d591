import { describe, expect, test } from 'vitest'
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

const buttons = [[{ label: 'Back', data: 'b' }]]
const put = { kind: 'put', place: toClient, slot: 'wizard:1', content: plain('Step') } as const

async function haveSlot(key: string, chatId: number, messageId: number): Promise<void> {
  await query(
    `insert into slot values ('${key}', ${chatId}, ${messageId}, '{"text":"Old","entities":[]}', now())`,
  )
}

describe('a slot', () => {
  test('is sent first, edited afterwards, and sent anew after its release', async () => {
    const { send, calls } = await arrangeDelivery()
    await send({ ...put, content: { ...plain('Step 1'), buttons } })
    await send({ ...put, content: plain('Step 2') })
    await send({ kind: 'release', place: toClient, slot: 'wizard:1' })
    await send({ ...put, content: plain('Step 1') })
    expect(calls.map(({ method, params }) => [method, params['message_id']])).toEqual([
      ['sendMessage', undefined],
      ['editMessageText', 101],
      ['editMessageReplyMarkup', 101],
      ['sendMessage', undefined],
    ])
    expect(calls[1]?.params['reply_markup']).toEqual({ inline_keyboard: [] })
    expect(await query('select chat_id, message_id, content from slot')).toEqual([
      { chat_id: clientId, message_id: 102, content: plain('Step 1') },
    ])
  })

  test('that shows it already is as good as edited', async () => {
    await haveSlot('wizard:1', clientId, 5)
    const { send } = await arrangeDelivery({
      editMessageText: [refuse('Bad Request: message is not modified: x')],
    })
    expect(await send(put)).toMatchObject({ state: 'sent', slot: { place: { messageId: 5 } } })
  })

  test.each([
    'Bad Request: message to edit not found',
    "Bad Request: message can't be edited",
    'Bad Request: MESSAGE_ID_INVALID',
  ])('whose message is gone ("%s") is sent anew', async (description) => {
    await haveSlot('wizard:1', clientId, 5)
    const { send, methods } = await arrangeDelivery({ editMessageText: [refuse(description)] })
    expect(await send(put)).toMatchObject({ state: 'sent', slot: { place: { messageId: 101 } } })
    expect(methods()).toEqual(['editMessageText', 'sendMessage'])
  })

  test('a text too long to stay one message is cut', async () => {
    const { send, calls } = await arrangeDelivery()
    const entities = [{ type: 'bold', offset: 4000, length: 500 }]
    await send({ ...put, content: { text: '🙈'.repeat(3000), entities } })
    const { text, entities: kept } = calls[0]?.params as { text: string; entities: unknown[] }
    expect(text.length).toBeLessThanOrEqual(4096)
    expect(text.endsWith('🙈…')).toBe(true)
    expect(kept).toEqual([{ type: 'bold', offset: 4000, length: text.length - 1 - 4000 }])
  })
})

describe('a revised message', () => {
  const revise = { kind: 'revise', place: toClient, message: 2, content: plain('Better') } as const

  test('is edited where it was delivered, and nowhere else', async () => {
    await query(
      `insert into message_copy values (${clientId}, 30, 2, false), (${staffId}, 20, 2, true)`,
    )
    const { send, calls } = await arrangeDelivery()
    const mark = { chatId: staffId, messageId: 20 }
    expect(await send({ ...revise, mark })).toMatchObject({
      state: 'sent',
      followUps: [{ kind: 'react', emoji: '👌' }],
    })
    expect(calls).toEqual([
      {
        method: 'editMessageText',
        params: { chat_id: clientId, message_id: 30, text: 'Better', entities: [] },
      },
    ])
  })

  test('of a file changes its caption', async () => {
    await query(`insert into message_copy values (${clientId}, 30, 2, false)`)
    const { send, calls } = await arrangeDelivery({
      editMessageText: [refuse('Bad Request: there is no text in the message to edit')],
    })
    expect(await send(revise)).toMatchObject({ state: 'sent' })
    expect(calls[1]).toMatchObject({
      method: 'editMessageCaption',
      params: { message_id: 30, caption: 'Better' },
    })
  })

  test('that cannot be edited any more is sent anew, and the new one counts', async () => {
    await query(`insert into message_copy values (${clientId}, 30, 2, false)`)
    const { send } = await arrangeDelivery({
      editMessageText: [refuse("Bad Request: message can't be edited")],
    })
    expect(await send(revise)).toMatchObject({ state: 'sent' })
    expect(await query('select telegram_message_id as id from message_copy')).toEqual([{ id: 101 }])
  })

  test('that grew or shrank has as many messages as it needs', async () => {
    await query(`insert into message_copy values (${clientId}, 30, 2, false)`)
    const { send, methods } = await arrangeDelivery()
    await send({ ...revise, content: plain('many words '.repeat(600)) })
    expect(methods()).toEqual(['editMessageText', 'sendMessage'])
    await send(revise)
    expect(methods().slice(2)).toEqual(['editMessageText', 'deleteMessage'])
    expect(await query('select telegram_message_id as id from message_copy')).toEqual([{ id: 30 }])
  })

  test('that was never delivered there is left alone', async () => {
    const { send, calls } = await arrangeDelivery()
    expect(await send(revise)).toMatchObject({ state: 'sent' })
    expect(calls).toEqual([])
  })
})

test('buttons are taken from a message; one that is gone has none', async () => {
  const { send, calls } = await arrangeDelivery({
    editMessageReplyMarkup: [refuse('Bad Request: message to edit not found')],
  })
  const at = { chatId: clientId, messageId: 9 }
  expect(await send({ kind: 'strip', place: toClient, at })).toEqual({ state: 'sent' })
  expect(calls[0]?.params).toEqual({ chat_id: clientId, message_id: 9 })
})

test('a reaction is set and taken away', async () => {
  const at = { chatId: staffId, messageId: 9 }
  const { send, calls } = await arrangeDelivery()
  await send({ kind: 'react', place: toTopic, at, emoji: '👌' })
  await send({ kind: 'react', place: toTopic, at, emoji: null })
  expect(calls.map(({ params }) => params['reaction'])).toEqual([
    [{ type: 'emoji', emoji: '👌' }],
    [],
  ])
})

test('a button pressed too long ago needs no answer', async () => {
  const { send, calls } = await arrangeDelivery({
    answerCallbackQuery: [
      refuse('Bad Request: query is too old and response timeout expired or query ID is invalid'),
    ],
  })
  const outcome = await send({
    kind: 'answer',
    callbackId: 'c1',
    text: 'x'.repeat(300),
    alert: true,
  })
  expect(outcome).toEqual({ state: 'sent' })
  expect(calls[0]?.params).toEqual({
    callback_query_id: 'c1',
    text: `${'x'.repeat(199)}…`,
    show_alert: true,
  })
})
