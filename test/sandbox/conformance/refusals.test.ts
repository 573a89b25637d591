import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { startSandbox, type Sandbox } from '../../../sandbox/index.ts'
import { callIn, type Answer } from './bot-caller.ts'
import { setStage, type Stage } from './stage.ts'

let sandbox: Sandbox
let stage: Stage

beforeAll(async () => {
  sandbox = await startSandbox()
})
beforeEach(async () => {
  stage = await setStage(sandbox, call)
})

afterAll(() => sandbox.close())

const call = (method: string, params: Record<string, unknown> = {}): Promise<Answer> =>
  callIn('json', sandbox, method, params)

const inChat = () => ({ chat_id: stage.person.id })
const say = (fields: object = {}) => call('sendMessage', { ...inChat(), text: 'x', ...fields })
const inTopic = () => ({ chat_id: stage.forum.id, message_thread_id: stage.threadId })
const edit = (fields: object) =>
  call('editMessageText', { ...inChat(), message_id: stage.ids.text, text: 'y', ...fields })
const copy = (fields: object) =>
  call('copyMessage', { ...inChat(), from_chat_id: stage.person.id, message_id: 9_999, ...fields })

/** The texts of botapi.md, and what brings each about. */
const refusals: [string, () => Promise<Answer>][] = [
  ['Bad Request: chat not found', () => say({ chat_id: 4_711 })],
  ['Bad Request: chat_id is empty', () => say({ chat_id: '' })],
  ['Bad Request: message text is empty', () => say({ text: '' })],
  ["Bad Request: can't parse entities: ", () => say({ text: '<b>x', parse_mode: 'HTML' })],
  ["Bad Request: can't parse entities: ", () => say({ text: 'a.b', parse_mode: 'MarkdownV2' })],
  ["Bad Request: can't parse entities: ", () => say({ text: '*a', parse_mode: 'Markdown' })],
  ['Bad Request: unsupported parse_mode', () => say({ parse_mode: 'BBCode' })],
  ["Bad Request: can't parse reply keyboard markup JSON object", () => say({ reply_markup: '{' })],
  [
    'Bad Request: message to be replied not found',
    () => say({ reply_parameters: { message_id: 9_999 } }),
  ],
  [
    'Bad Request: QUOTE_TEXT_INVALID',
    () => say({ reply_parameters: { message_id: stage.ids.theirs, quote: 'never said' } }),
  ],
  ['Bad Request: message is not modified: ', () => edit({ text: 'A text' })],
  ['Bad Request: message to edit not found', () => edit({ message_id: 9_999 })],
  ["Bad Request: message can't be edited", () => edit({ message_id: stage.ids.theirs })],
  [
    'Bad Request: there is no text in the message to edit',
    () => edit({ message_id: stage.ids.photo }),
  ],
  [
    'Bad Request: message to delete not found',
    () => call('deleteMessage', { ...inChat(), message_id: 9_999 }),
  ],
  ['Bad Request: message to copy not found', () => copy({})],
  [
    "Bad Request: the message can't be copied",
    () => copy({ from_chat_id: stage.forum.id, message_id: stage.threadId }),
  ],
  [
    'Bad Request: wrong file identifier/HTTP URL specified',
    () => call('sendPhoto', { ...inChat(), photo: 'no-such-file' }),
  ],
  [
    'Bad Request: failed to get HTTP URL content',
    () => call('sendPhoto', { ...inChat(), photo: 'https://example.org/x.png' }),
  ],
  [
    'Bad Request: query is too old and response timeout expired or query ID is invalid',
    () => call('answerCallbackQuery', { callback_query_id: '1' }),
  ],
  ['Bad Request: message thread not found', () => say({ ...inTopic(), message_thread_id: 1 })],
  [
    'Bad Request: TOPIC_ID_INVALID',
    () => call('closeForumTopic', { ...inTopic(), message_thread_id: 1 }),
  ],
  [
    'Bad Request: the chat is not a forum',
    () => call('createForumTopic', { ...inChat(), name: 'x' }),
  ],
  ['Bad Request: TOPIC_NOT_MODIFIED', () => call('reopenForumTopic', inTopic())],
  [
    'Bad Request: TOPIC_CLOSED',
    async () => {
      await call('closeForumTopic', inTopic())
      return say(inTopic())
    },
  ],
  [
    'Forbidden: bot is not a member of the supergroup chat',
    async () => {
      await call('leaveChat', { chat_id: stage.forum.id })
      return say({ chat_id: stage.forum.id })
    },
  ],
  [
    'Forbidden: bot was blocked by the user',
    async () => {
      stage.person.block()
      return say()
    },
  ],
  [
    'Bad Request: group chat was upgraded to a supergroup chat',
    async () => {
      const before = stage.forum.id
      stage.forum.migrate()
      return say({ chat_id: before })
    },
  ],
  ['Not Found: method not found', () => call('sendMesage')],
]

test.each(refusals)('%s', async (words, bring) => {
  const { ok, description, error_code: code } = await bring()
  expect(ok).toBe(false)
  expect(description?.startsWith(words), description).toBe(true)
  const codes = { Bad: 400, Forbidden: 403, Not: 404 }
  expect(code).toBe(codes[words.split(' ')[0]?.replace(':', '') as keyof typeof codes])
})

test('the flood limit says when to come back, in both places', async () => {
  sandbox.faults.add({
    kind: 'status',
    method: 'sendMessage',
    code: 429,
    description: 'Too Many Requests: retry after 7',
    parameters: { retry_after: 7 },
  })
  expect(await say()).toEqual({
    ok: false,
    error_code: 429,
    description: 'Too Many Requests: retry after 7',
    parameters: { retry_after: 7 },
  })
  expect(await say()).toMatchObject({ ok: true })
})

test('a webhook and getUpdates exclude each other until the webhook is deleted', async () => {
  const url = 'http://127.0.0.1:9/'
  expect(await call('setWebhook', { url, secret_token: 'a b' })).toMatchObject({ error_code: 400 })
  expect(await call('setWebhook', { url, secret_token: 'a_b' })).toEqual({ ok: true, result: true })
  const info = await call('getWebhookInfo')
  expect(info.result).toMatchObject({ url })
  expect(await call('getUpdates')).toMatchObject({
    ok: false,
    error_code: 409,
    description:
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
  })
  expect(await call('deleteWebhook', { drop_pending_updates: true })).toMatchObject({ ok: true })
  expect(await call('getUpdates')).toEqual({ ok: true, result: [] })
})
