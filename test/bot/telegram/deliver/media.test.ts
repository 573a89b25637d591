import { expect, test } from 'vitest'
import type { OutgoingFile } from '../../../../src/services/notifier/outgoing.ts'
import {
  arrangeDelivery,
  clientId,
  plain,
  query,
  refuse,
  toClient,
  toTopic,
  useDatabase,
} from './arrange-delivery.ts'

useDatabase()

const copy = (...messageIds: number[]) => ({
  kind: 'copy' as const,
  place: toTopic,
  from: { chatId: clientId, messageIds },
  message: 1,
})
const photo = (fileId: string): OutgoingFile => ({ kind: 'photo', fileId })

test('an album is copied as an album, its items in order', async () => {
  const { send, calls } = await arrangeDelivery()
  const outcome = await send(copy(12, 10, 11, 10))
  expect(calls[1]).toMatchObject({
    method: 'copyMessages',
    params: { from_chat_id: clientId, message_ids: [10, 11, 12], message_thread_id: 101 },
  })
  expect(outcome).toMatchObject({ state: 'sent', copies: [{ message: 1 }, { message: 1 }, {}] })
})

test('one message is copied, as a reply where one is wanted', async () => {
  await query(`insert into message_copy values (-1001, 44, 2, true)`)
  const { send, calls } = await arrangeDelivery()
  await send({ ...copy(10), replyTo: { copyOfMessage: 2 } })
  expect(calls[1]).toMatchObject({
    method: 'copyMessage',
    params: { message_id: 10, reply_parameters: { message_id: 44 } },
  })
})

test('what cannot be copied is shown in words', async () => {
  const { send, calls } = await arrangeDelivery({
    copyMessage: [refuse("Bad Request: the message can't be copied")],
    copyMessages: [{ result: [] }],
  })
  expect(await send(copy(10))).toMatchObject({ state: 'sent', copies: [{ message: 1 }] })
  expect(await send(copy(10, 11))).toMatchObject({ state: 'sent', copies: [{ message: 1 }] })
  const told = calls.filter(({ method }) => method === 'sendMessage')
  expect(told.map(({ params }) => params['text'])).toEqual(['It is silent', 'It is silent'])
})

test('when Telegram leaves out a part of an album, the rest stays and it is told', async () => {
  const { send } = await arrangeDelivery({ copyMessages: [{ result: [{ message_id: 70 }] }] })
  expect(await send(copy(10, 11))).toMatchObject({
    state: 'sent',
    copies: [{ place: { messageId: 70 } }],
    followUps: [{ kind: 'say', place: toTopic, message: 1 }],
  })
})

test('two photos are an album with one caption', async () => {
  const { send, calls } = await arrangeDelivery()
  const outcome = await send({
    kind: 'files',
    place: toClient,
    message: 2,
    files: [photo('a'), photo('b')],
    caption: plain('Look'),
  })
  expect(calls).toEqual([
    {
      method: 'sendMediaGroup',
      params: {
        chat_id: clientId,
        media: [
          { type: 'photo', media: 'a', caption: 'Look', caption_entities: [] },
          { type: 'photo', media: 'b' },
        ],
      },
    },
  ])
  expect(outcome).toMatchObject({ state: 'sent', copies: [{ message: 2 }, { message: 2 }] })
})

test.each([
  ['photo', 'sendPhoto', 'photo'],
  ['video', 'sendVideo', 'video'],
  ['animation', 'sendAnimation', 'animation'],
  ['audio', 'sendAudio', 'audio'],
  ['voice', 'sendVoice', 'voice'],
  ['video_note', 'sendVideoNote', 'video_note'],
  ['sticker', 'sendSticker', 'sticker'],
  ['document', 'sendDocument', 'document'],
] as const)('a %s goes by %s', async (kind, method, field) => {
  const { send, calls } = await arrangeDelivery()
  await send({ kind: 'files', place: toClient, files: [{ kind, fileId: 'f' }], caption: plain('') })
  expect(calls).toEqual([{ method, params: { chat_id: clientId, [field]: 'f' } }])
})

test('a photo Telegram finds too large goes as a document', async () => {
  const { send, methods } = await arrangeDelivery({
    sendPhoto: [refuse('Bad Request: PHOTO_INVALID_DIMENSIONS')],
  })
  const effect = {
    kind: 'files',
    place: toClient,
    files: [photo('a')],
    caption: plain(''),
  } as const
  expect(await send({ ...effect, files: [photo('a')] })).toMatchObject({ state: 'sent' })
  expect(methods()).toEqual(['sendPhoto', 'sendDocument'])
})

test('files that do not go together follow one another, the mark at the end', async () => {
  const mark = { chatId: -1001, messageId: 3 }
  const { send, methods } = await arrangeDelivery()
  const outcome = await send({
    kind: 'files',
    place: toClient,
    mark,
    files: [photo('a'), photo('b'), { kind: 'voice', fileId: 'v' }],
    caption: plain('Look'),
  })
  expect(methods()).toEqual(['sendMediaGroup'])
  expect(outcome).toMatchObject({
    state: 'sent',
    followUps: [{ kind: 'files', files: [{ kind: 'voice' }], mark }],
  })
})
