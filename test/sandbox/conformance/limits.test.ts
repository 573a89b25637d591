import { afterAll, beforeAll, expect, test } from 'vitest'

import { startSandbox, type Sandbox } from '../../../sandbox/index.ts'
import { callIn, type Answer } from './bot-caller.ts'
import { setStage, type Stage } from './stage.ts'

let sandbox: Sandbox
let stage: Stage

beforeAll(async () => {
  sandbox = await startSandbox()
  stage = await setStage(sandbox, call)
})

afterAll(() => sandbox.close())

const call = (method: string, params: Record<string, unknown>): Promise<Answer> =>
  callIn('json', sandbox, method, params)

const inChat = () => ({ chat_id: stage.person.id })
const button = (fields: object) => ({
  reply_markup: { inline_keyboard: [[{ text: 'x', ...fields }]] },
})
const photos = (count: number) => ({
  media: Array.from({ length: count }, () => ({ type: 'photo', media: stage.files.photo })),
})
const topicNamed = (length: number) => ({ chat_id: stage.forum.id, name: 'ї'.repeat(length) })
const command = (length: number, description = 'x') => ({
  commands: [{ command: 'c'.repeat(length), description }],
})
const commands = (count: number) => ({
  commands: Array.from({ length: count }, (_, index) => ({
    command: `c${String(index)}`,
    description: 'x',
  })),
})
const copies = (count: number) => ({
  ...inChat(),
  from_chat_id: stage.person.id,
  message_ids: Array.from({ length: count }, (_, index) => index + 1),
})

/** Method, what just passes, what does not, and in which words. */
const limits: [string, string, () => object, () => object, string][] = [
  [
    'a text of 4096 characters, counted without its marks',
    'sendMessage',
    () => ({ ...inChat(), text: `<b>${'x'.repeat(4_096)}</b>`, parse_mode: 'HTML' }),
    () => ({ ...inChat(), text: 'x'.repeat(4_097) }),
    'message is too long',
  ],
  [
    'a caption of 1024 characters',
    'sendPhoto',
    () => ({ ...inChat(), photo: stage.files.photo, caption: 'x'.repeat(1_024) }),
    () => ({ ...inChat(), photo: stage.files.photo, caption: 'x'.repeat(1_025) }),
    'message caption is too long',
  ],
  [
    '64 bytes behind a button',
    'sendMessage',
    () => ({ ...inChat(), text: 'x', ...button({ callback_data: 'ї'.repeat(32) }) }),
    () => ({ ...inChat(), text: 'x', ...button({ callback_data: `${'ї'.repeat(32)}x` }) }),
    'BUTTON_DATA_INVALID',
  ],
  [
    'a button that does something',
    'sendMessage',
    () => ({ ...inChat(), text: 'x', ...button({ url: 'https://example.org' }) }),
    () => ({ ...inChat(), text: 'x', ...button({}) }),
    "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
  ],
  [
    'ten in an album',
    'sendMediaGroup',
    () => ({ ...inChat(), ...photos(10) }),
    () => ({ ...inChat(), ...photos(11) }),
    'too many messages to send as an album',
  ],
  [
    'two in an album',
    'sendMediaGroup',
    () => ({ ...inChat(), ...photos(2) }),
    () => ({ ...inChat(), ...photos(1) }),
    'media group must include 2-10 items',
  ],
  [
    'a topic name of 128 characters',
    'createForumTopic',
    () => topicNamed(128),
    () => topicNamed(129),
    'topic name is too long',
  ],
  [
    '200 characters of an answer to a button',
    'answerCallbackQuery',
    () => ({ callback_query_id: stage.callbackId, text: 'x'.repeat(200) }),
    () => ({ callback_query_id: stage.callbackId, text: 'x'.repeat(201) }),
    'MESSAGE_TOO_LONG',
  ],
  [
    'a command of 32 letters',
    'setMyCommands',
    () => command(32),
    () => command(33),
    'command length must not exceed 32',
  ],
  [
    'a description of 256 characters',
    'setMyCommands',
    () => command(3, 'x'.repeat(256)),
    () => command(3, 'x'.repeat(257)),
    'command description length must not exceed 256',
  ],
  [
    '100 commands',
    'setMyCommands',
    () => commands(100),
    () => commands(101),
    'BOT_COMMANDS_TOO_MUCH',
  ],
  [
    '100 copies',
    'copyMessages',
    () => copies(100),
    () => copies(101),
    'too many message identifiers',
  ],
  [
    'copies in order',
    'copyMessages',
    () => ({ ...copies(1), message_ids: [1, 2] }),
    () => ({ ...copies(1), message_ids: [2, 2] }),
    'message identifiers must be in a strictly increasing order',
  ],
  [
    'words in an empty field of 64 characters',
    'sendMessage',
    () => ({ ...inChat(), text: 'x', ...placeholder(64) }),
    () => ({ ...inChat(), text: 'x', ...placeholder(65) }),
    'input field placeholder is too long',
  ],
  [
    'one reaction',
    'setMessageReaction',
    () => ({ ...inChat(), message_id: stage.ids.theirs, ...reactions('👍') }),
    () => ({ ...inChat(), message_id: stage.ids.theirs, ...reactions('👍', '👎') }),
    'REACTIONS_TOO_MANY',
  ],
]

const placeholder = (length: number) => ({
  reply_markup: { force_reply: true, input_field_placeholder: 'x'.repeat(length) },
})
const reactions = (...emoji: string[]) => ({
  reaction: emoji.map((one) => ({ type: 'emoji', emoji: one })),
})

test.each(limits)('%s', async (_what, method, passes, fails, words) => {
  expect(await call(method, { ...passes() })).toMatchObject({ ok: true })
  const refused = await call(method, { ...fails() })
  expect(refused).toMatchObject({ ok: false, error_code: 400 })
  expect(refused.description).toContain(`Bad Request: ${words}`)
})
