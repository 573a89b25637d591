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

async function haveCard(messageId: number): Promise<void> {
  await query(
    `insert into slot values ('card:12', ${staffId}, ${messageId}, '{"text":"Old","entities":[]}', now())`,
  )
}

describe('a card', () => {
  test('is pinned when it is sent and not when it is edited', async () => {
    const card = { kind: 'put', place: toTopic, slot: 'card:12', content: plain('C') } as const
    const { send, calls } = await arrangeDelivery()
    const sent = await send({ ...card, pin: true, first: true })
    const pin = { kind: 'pin', place: toTopic, slot: 'card:12' } as const
    expect(sent).toMatchObject({ followUps: [pin] })
    await send(pin)
    expect(calls.at(-1)).toEqual({
      method: 'pinChatMessage',
      params: { chat_id: staffId, message_id: 102, disable_notification: true },
    })
    expect(await send({ ...card, content: plain('D'), pin: true })).not.toHaveProperty('followUps')
  })

  test('that would not change is not sent', async () => {
    await query(`insert into topic values (12, ${staffId}, 50)`)
    await haveCard(51)
    const { send, calls } = await arrangeDelivery()
    const card = { kind: 'put', place: toTopic, slot: 'card:12', content: plain('Old') } as const
    expect(await send(card)).toMatchObject({ state: 'sent', unspent: true })
    expect(calls).toEqual([])
  })

  test('in a deleted topic is shown once in the new one, made where words are sent', async () => {
    await query(`insert into topic values (12, ${staffId}, 50)`)
    await haveCard(51)
    const { send, methods } = await arrangeDelivery({
      editMessageText: [refuse('Bad Request: message to edit not found')],
      sendMessage: [refuse('Bad Request: message thread not found')],
    })
    const card = { kind: 'put', place: toTopic, slot: 'card:12', content: plain('C') } as const
    const first = { ...card, first: true } as const
    expect(await send(card)).toEqual({ state: 'sent', followUps: [first] })
    expect(await query('select * from topic')).toEqual([])
    await send(first)
    expect(methods()).toEqual([
      'editMessageText',
      'sendMessage',
      'getForumTopicIconStickers',
      'createForumTopic',
      'sendMessage',
    ])
  })

  test('makes no topic and leaves to the topic a card that waits to be shown', async () => {
    const { send, calls } = await arrangeDelivery()
    const card = { kind: 'put', place: toTopic, slot: 'card:12', content: plain('C') } as const
    expect(await send(card)).toMatchObject({ followUps: [{ ...card, first: true }] })
    await query(`insert into topic values (12, ${staffId}, 50)`)
    await haveCard(0)
    expect(await send(card)).toMatchObject({ followUps: [{ ...card, first: true }] })
    expect(calls).toEqual([])
  })
})
