import { describe, expect, test } from 'vitest'
import {
  arrangeDelivery,
  clientId,
  plain,
  query,
  refuse,
  staffId,
  toClient,
  useDatabase,
} from './arrange-delivery.ts'

useDatabase()

const mark = { chatId: staffId, messageId: 20 }
const common = { place: toClient, message: 2, mark } as const
const revise = (text: string) => ({ kind: 'revise', ...common, content: plain(text) }) as const
const say = (text: string) => ({ kind: 'say', ...common, content: plain(text) }) as const
const unsend = { kind: 'unsend', place: toClient, message: 2, at: mark } as const
const flood = refuse('Too Many Requests: retry after 1', 429, { retry_after: 1 })
const gone = refuse('Bad Request: message to edit not found')
const file = (fileId: string) => ({ kind: 'document', fileId }) as const
const album = {
  ...common,
  kind: 'files' as const,
  caption: plain('The password is WRONG'),
  files: [file('one'), file('two')],
}

async function haveFiles(count: number): Promise<void> {
  for (let at = 1; at <= count; at += 1) {
    await query(
      `insert into attachment (message_id, position, kind, file_id, name)
       values (2, ${at}, 'document', 'file-${at}', '${at}.pdf')`,
    )
  }
}

const copies = () =>
  query('select telegram_message_id as id, shows from message_copy where not source order by 1')

const doubt = expect.stringContaining('Telegram once did not confirm this message') as string
const inDoubt = [
  { kind: 'react', emoji: '💔' },
  { kind: 'say', content: { text: doubt }, replyTo: mark },
]

describe('an edit of several messages', () => {
  test('that breaks off keeps what it sent: the next attempt edits it, and /unsend finds it', async () => {
    await query(
      `insert into message_copy (chat_id, telegram_message_id, message_id, source, shows)
       values (${clientId}, 30, 2, false, 'text'), (${clientId}, 31, 2, false, 'text')`,
    )
    const { send, calls, methods } = await arrangeDelivery({ editMessageText: [gone, flood] })
    const long = revise('many words '.repeat(600))
    expect(await send(long)).toMatchObject({ state: 'retry' })
    expect(await copies()).toEqual([
      { id: 31, shows: 'text' },
      { id: 101, shows: 'text' },
    ])
    expect(await send(long, 2)).toMatchObject({ state: 'sent' })
    expect(methods().filter((method) => method === 'sendMessage')).toHaveLength(1)
    await send(unsend)
    const deleted = calls.filter(({ method }) => method === 'deleteMessage')
    expect(deleted.map(({ params }) => params['message_id'])).toEqual([31, 101])
  })

  test('whose fate nobody learns keeps what it sent, too', async () => {
    await query(
      `insert into message_copy (chat_id, telegram_message_id, message_id, source, shows)
       values (${clientId}, 30, 2, false, 'text'), (${clientId}, 31, 2, false, 'text')`,
    )
    const { send } = await arrangeDelivery({ editMessageText: [gone, refuse('Bad Gateway', 502)] })
    expect(await send(revise('many words '.repeat(600)))).toMatchObject({ state: 'unknown' })
    expect((await copies()).map(({ id }) => id)).toEqual([31, 101])
  })
})

describe('a message of which a copy may stand unknown', () => {
  test('is taken back, and its author reads that the client may still have it', async () => {
    const { send } = await arrangeDelivery({ sendMessage: [refuse('Bad Gateway', 502)] })
    expect(await send(say('hunter2'))).toMatchObject({ state: 'unknown' })
    await send(say('hunter2'), 2)
    expect(await send(unsend)).toMatchObject({ state: 'sent', followUps: inDoubt })
  })

  test('is edited, and its author reads that the client may still have the old words', async () => {
    const { send } = await arrangeDelivery({ sendMessage: [refuse('Bad Gateway', 502)] })
    await send(say('Call 555-WRONG'))
    await send(say('Call 555-WRONG'), 2)
    expect(await send(revise('Call 555-RIGHT'))).toMatchObject({ followUps: inDoubt })
  })

  test('is a text of files that went apart as well', async () => {
    await haveFiles(2)
    const { send } = await arrangeDelivery({
      sendMediaGroup: [refuse('Bad Request: WEBPAGE_MEDIA_EMPTY')],
      sendMessage: [refuse('Bad Gateway', 502)],
    })
    const outcome = await send(album)
    expect(outcome).toMatchObject({ state: 'sent', followUps: [{ kind: 'say' }] })
    expect(await send(unsend)).toMatchObject({ followUps: inDoubt })
  })

  test('is none that Telegram refused or confirmed', async () => {
    const { send } = await arrangeDelivery({ sendMessage: [flood] })
    await send(say('hunter2'))
    await send(say('hunter2'), 2)
    expect(await send(unsend)).toMatchObject({ followUps: [{ kind: 'react', emoji: null }] })
  })
})

describe('an album of which one file was refused', () => {
  const refusals = () => ({
    sendMediaGroup: [refuse('Bad Request: WEBPAGE_MEDIA_EMPTY')],
    sendDocument: [refuse('Bad Request: wrong file identifier/HTTP URL specified')],
  })

  test('is edited where its words stand, and stays called incomplete', async () => {
    await haveFiles(2)
    const { send, calls } = await arrangeDelivery(refusals())
    expect(await send(album)).toMatchObject({ state: 'dead' })
    const before = calls.length
    const outcome = await send(revise('The password is RIGHT'))
    expect(calls.slice(before).map(({ method, params }) => [method, params['text']])).toEqual([
      ['editMessageText', 'The password is RIGHT'],
    ])
    expect(outcome).toEqual({ state: 'sent', copies: [] })
  })

  test('whose words were refused is whole once they are there', async () => {
    await haveFiles(2)
    const { send } = await arrangeDelivery({
      sendMediaGroup: [refuse('Bad Request: WEBPAGE_MEDIA_EMPTY')],
      sendMessage: [refuse('Bad Request: MESSAGE_TOO_STRANGE')],
    })
    await send(album)
    expect(await send(revise('Better'))).toMatchObject({
      followUps: [{ kind: 'react', emoji: '👌' }],
    })
  })
})

test('a caption that grows leaves its file without words, whatever Telegram asks meanwhile', async () => {
  await haveFiles(1)
  const { send, methods } = await arrangeDelivery({ editMessageCaption: [flood] })
  const one = { ...album, files: [file('one')] }
  await send(one)
  const long = revise('words '.repeat(300))
  expect(await send(long)).toMatchObject({ state: 'retry' })
  expect(await send(long, 2)).toMatchObject({ state: 'sent' })
  expect(methods()).toEqual([
    'sendDocument',
    'sendMessage',
    'editMessageCaption',
    'editMessageText',
    'editMessageCaption',
  ])
  expect(await copies()).toEqual([
    { id: 101, shows: 'file' },
    { id: 102, shows: 'text' },
  ])
})

test('a text that went as a file is no file any more when it is short enough', async () => {
  const noText = refuse('Bad Request: there is no text in the message to edit')
  const tooLong = refuse('Bad Request: message is too long')
  const { send, calls } = await arrangeDelivery({
    sendMessage: [tooLong],
    editMessageText: [noText],
  })
  await send(say('Too much'))
  await send(revise('Short'))
  expect(calls.map(({ method }) => method)).toEqual([
    'sendMessage',
    'sendDocument',
    'editMessageText',
    'deleteMessage',
    'sendMessage',
  ])
  expect(await copies()).toEqual([{ id: 102, shows: 'text' }])
})
