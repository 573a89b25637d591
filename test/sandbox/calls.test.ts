import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { startSandbox, type Sandbox } from '../../sandbox/index.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startSandbox()
})

afterAll(() => sandbox.close())

interface Answer {
  ok: boolean
  result?: unknown
  description?: string
  error_code?: number
}

async function call(method: string, params: object = {}): Promise<Answer> {
  const response = await fetch(`${sandbox.apiRoot}/bot${sandbox.token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(params),
  })
  return (await response.json()) as Answer
}

const refused = async (method: string, params: object) => (await call(method, params)).description

describe('a call is checked against the description of the API', () => {
  test.each([
    ['an unknown parameter', { chat_id: 1, text: 'x', receiver_user_id: 7 }, 'receiver_user_id'],
    ['a missing one', { chat_id: 1 }, 'text'],
    ['a value of another type', { chat_id: 1, text: 'x', entities: 'bold' }, 'entities'],
    ['an unknown field inside', { chat_id: 1, text: 'x', reply_parameters: { id: 1 } }, 'reply'],
  ])('%s is refused', async (_what, params, name) => {
    expect(await refused('sendMessage', params)).toContain(name)
  })

  test('a method that does not exist is not found, and so is another bot', async () => {
    expect(await call('sendMesage')).toMatchObject({ ok: false, error_code: 404 })
    const other = await fetch(`${sandbox.apiRoot}/bot1:other/getMe`)
    expect(other.status).toBe(401)
  })

  test('every method of the API is known', async () => {
    expect(await call('getMe')).toMatchObject({ ok: true })
    expect(await call('setMyDescription', { description: 'x' })).toMatchObject({ ok: true })
  })
})

describe('what the description has only in prose', () => {
  test.each([
    ['text is empty', 'sendMessage', { text: '' }],
    ['text must be non-empty', 'sendMessage', { text: ' ' }],
    ['unsupported parse_mode', 'sendMessage', { text: 'x', parse_mode: 'BBCode' }],
    ['message is too long', 'sendMessage', { text: 'x'.repeat(4_097) }],
    ['BUTTON_DATA_INVALID', 'sendMessage', { text: 'x', reply_markup: keyboard('ї'.repeat(33)) }],
    ['chat not found', 'sendMessage', { text: 'x', chat_id: 5 }],
    ['message to edit not found', 'editMessageText', { text: 'x', message_id: 999 }],
    ['there are no messages to send', 'sendMediaGroup', { media: [] }],
    ['strictly increasing', 'copyMessages', { from_chat_id: 0, message_ids: [2, 1] }],
  ])('%s', async (words, method, params) => {
    const { id } = sandbox.person()
    const full = { chat_id: id, ...params }
    if ('from_chat_id' in full) full.from_chat_id = id
    expect(await refused(method, full)).toContain(words)
  })

  test('an edit that changes nothing is refused', async () => {
    const person = sandbox.person()
    await call('sendMessage', { chat_id: person.id, text: 'same' })
    const edit = { chat_id: person.id, message_id: person.lastMessage?.message_id, text: 'same' }
    expect(await refused('editMessageText', edit)).toContain('message is not modified')
  })

  test('a person who blocked the bot gets nothing, and it is told', async () => {
    const person = sandbox.person()
    person.block()
    expect(await call('sendMessage', { chat_id: person.id, text: 'x' })).toMatchObject({
      ok: false,
      error_code: 403,
      description: 'Forbidden: bot was blocked by the user',
    })
  })

  test('what a person wrote before blocking the bot can be read, copied and replied to', async () => {
    const [person, colleague] = [sandbox.person(), sandbox.person()]
    const { message_id: id } = person.write('Then goodbye')
    person.block()
    const source = { from_chat_id: person.id, message_id: id }
    expect(await call('copyMessage', { chat_id: colleague.id, ...source })).toMatchObject({
      ok: true,
    })
    expect(colleague.texts).toEqual(['Then goodbye'])
    const reply = { chat_id: person.id, message_id: id }
    const answer = { chat_id: colleague.id, text: 'Of him', reply_parameters: reply }
    expect(await call('sendMessage', answer)).toMatchObject({ ok: true })
    expect(await call('getChat', { chat_id: person.id })).toMatchObject({ ok: true })
  })
})

describe('topics', () => {
  test('are made, written in, closed and gone', async () => {
    const forum = sandbox.forum()
    const made = await call('createForumTopic', { chat_id: forum.id, name: 'First' })
    const { message_thread_id: thread } = made.result as { message_thread_id: number }
    const place = { chat_id: forum.id, message_thread_id: thread }
    await call('sendMessage', { ...place, text: 'in it' })
    expect(forum.topic('First')?.texts).toEqual(['in it'])
    await call('closeForumTopic', place)
    expect(await refused('sendMessage', { ...place, text: 'x' })).toContain('TOPIC_CLOSED')
    await call('reopenForumTopic', place)
    await call('deleteForumTopic', place)
    expect(await refused('sendMessage', { ...place, text: 'x' })).toContain(
      'message thread not found',
    )
    expect(
      await refused('sendMessage', { chat_id: forum.id, message_thread_id: 1, text: 'x' }),
    ).toBe('Bad Request: message thread not found')
  })

  test('a group that moved says where to', async () => {
    const forum = sandbox.forum()
    const before = forum.id
    forum.migrate()
    expect(await call('sendMessage', { chat_id: before, text: 'x' })).toMatchObject({
      ok: false,
      parameters: { migrate_to_chat_id: forum.id },
    })
  })
})

describe('files', () => {
  test('an upload gets an id by which it is sent again and fetched', async () => {
    const person = sandbox.person()
    const form = new FormData()
    form.set('chat_id', String(person.id))
    form.set('document', new Blob(['hello']), 'hello.txt')
    const root = `${sandbox.apiRoot}/bot${sandbox.token}`
    await fetch(`${root}/sendDocument`, { method: 'POST', body: form })
    const { document } = person.lastMessage as unknown as { document: { file_id: string } }
    expect(document).toMatchObject({ file_name: 'hello.txt', file_size: 5 })
    await call('sendDocument', { chat_id: person.id, document: document.file_id })
    const found = await call('getFile', { file_id: document.file_id })
    const { file_path: path } = found.result as { file_path: string }
    const fetched = await fetch(`${sandbox.apiRoot}/file/bot${sandbox.token}/${path}`)
    expect(await fetched.text()).toBe('hello')
  })

  test('one over 20 MB cannot be fetched but copied', async () => {
    const person = sandbox.person()
    const large = person.send('document', { size: 30_000_000 })
    const { document } = large as unknown as { document: { file_id: string } }
    expect(await refused('getFile', { file_id: document.file_id })).toContain('file is too big')
    const source = { from_chat_id: person.id, message_id: large.message_id }
    expect(await call('copyMessage', { chat_id: person.id, ...source })).toMatchObject({ ok: true })
  })

  test('an album stays one when it is copied', async () => {
    const person = sandbox.person()
    const album = person.album([{ kind: 'photo', caption: 'a' }, { kind: 'video' }])
    const ids = album.map(({ message_id: id }) => id)
    await call('copyMessages', { chat_id: person.id, from_chat_id: person.id, message_ids: ids })
    const copies = person.messages.slice(-2)
    expect(copies[0]?.media_group_id).toBe(copies[1]?.media_group_id)
    expect(copies[0]?.media_group_id).not.toBe(album[0]?.media_group_id)
  })
})

describe('troubles on demand', () => {
  test('a limit answers 429 with when to come back', async () => {
    const person = sandbox.person()
    sandbox.limits.chatPerSecond = 1
    const answers = []
    for (let count = 0; count < 6; count += 1) {
      answers.push(await call('sendMessage', { chat_id: person.id, text: 'x' }))
    }
    sandbox.limits.chatPerSecond = null
    expect(answers.slice(0, 5).every(({ ok }) => ok)).toBe(true)
    expect(answers[5]).toMatchObject({ error_code: 429, parameters: { retry_after: 5 } })
  })

  test('a connection that breaks after the message was stored leaves the message', async () => {
    const person = sandbox.person()
    sandbox.faults.add({ kind: 'resetAfter', method: 'sendMessage', chatId: person.id })
    await expect(call('sendMessage', { chat_id: person.id, text: 'x' })).rejects.toThrow()
    expect(person.texts).toEqual(['x'])
  })
})

function keyboard(data: string): object {
  return { inline_keyboard: [[{ text: 'x', callback_data: data }]] }
}
