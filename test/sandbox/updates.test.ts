import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { startSandbox, type Sandbox } from '../../sandbox/index.ts'

let sandbox: Sandbox

beforeEach(async () => {
  sandbox = await startSandbox()
})

afterEach(() => sandbox.close())

interface Update {
  update_id: number
  [kind: string]: unknown
}

async function call<T>(method: string, params: object = {}): Promise<T> {
  const response = await fetch(`${sandbox.apiRoot}/bot${sandbox.token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(params),
  })
  const answer = (await response.json()) as { ok: boolean; result: T; description: string }
  if (!answer.ok) throw new Error(answer.description)
  return answer.result
}

const poll = (params: object = {}) => call<Update[]>('getUpdates', params)

describe('long polling', () => {
  test('brings updates again until a higher offset confirms them', async () => {
    const person = sandbox.person()
    person.write('one')
    person.write('two')
    const first = await poll()
    expect(await poll()).toEqual(first)
    expect(await poll({ offset: first[1]!.update_id })).toEqual([first[1]])
    expect(await poll({ offset: first[1]!.update_id + 1 })).toEqual([])
  })

  test('waits for an update as long as it is told', async () => {
    const waiting = poll({ timeout: 10 })
    await sandbox.until(() => true)
    sandbox.person().write('there it is')
    expect(await waiting).toHaveLength(1)
  })

  test('is ended by another poller', async () => {
    const first = poll({ timeout: 10 })
    const expectation = expect(first).rejects.toThrow('terminated by other getUpdates request')
    await new Promise((resolve) => setTimeout(resolve, 100))
    await poll()
    await expectation
  })

  test('leaves out reactions and members unless they are asked for', async () => {
    const person = sandbox.person()
    const message = person.write('x')
    person.react(message, '👍')
    expect(await poll()).toHaveLength(1)
    await poll({ allowed_updates: ['message_reaction'] })
    person.react(message, null)
    expect((await poll()).at(-1)).toHaveProperty('message_reaction')
  })
})

describe('a webhook', () => {
  async function receive(answers: number[]) {
    const got: { update: Update; secret: unknown }[] = []
    const server = createServer((request, response) => {
      void text(request).then((body) => {
        const secret = request.headers['x-telegram-bot-api-secret-token']
        got.push({ update: JSON.parse(body) as Update, secret })
        response.writeHead(answers.shift() ?? 200).end()
      })
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`
    const close = async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    }
    return { got, url, close }
  }

  test('gets updates with its secret, in order, and again until it says 200', async () => {
    const bot = await receive([500, 503])
    await call('setWebhook', { url: bot.url, secret_token: 'a-secret' })
    const person = sandbox.person()
    person.write('one')
    person.write('two')
    await sandbox.until(() => bot.got.length === 4)
    const texts = bot.got.map(({ update }) => (update['message'] as { text: string }).text)
    expect(texts).toEqual(['one', 'one', 'one', 'two'])
    expect(bot.got[0]?.secret).toBe('a-secret')
    await expect(poll()).rejects.toThrow("can't use getUpdates method while webhook is active")
    await sandbox.until(() => sandbox.pendingCount() === 0)
    await bot.close()
  })
})

describe('buttons', () => {
  test('a press is answered once, and an unknown one is too old', async () => {
    const person = sandbox.person()
    await call('sendMessage', {
      chat_id: person.id,
      text: 'Press',
      reply_markup: { inline_keyboard: [[{ text: '✅ Accept', callback_data: 'a' }]] },
    })
    const pressed = person.press('Accept')
    const [update] = await sandbox.until(async () => {
      const updates = await poll()
      return updates.length > 0 && updates
    })
    const query = update!['callback_query'] as { id: string; data: string }
    expect(query.data).toBe('a')
    await call('answerCallbackQuery', { callback_query_id: query.id, text: 'Done' })
    expect(await pressed).toEqual({ text: 'Done' })
    const unknown = call('answerCallbackQuery', { callback_query_id: '1' })
    await expect(unknown).rejects.toThrow('query is too old')
  })
})
