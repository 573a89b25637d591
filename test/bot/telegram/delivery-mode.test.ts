import { expect, onTestFinished, test } from 'vitest'
import { createCall } from '../../../src/bot/telegram/calls/call.ts'
import { createTransport } from '../../../src/bot/telegram/calls/transport.ts'
import { choosePolling, chooseWebhook } from '../../../src/bot/telegram/delivery-mode.ts'
import { json, startAnswering } from './answering-server.ts'

async function startApi(...answers: object[]) {
  const api = await startAnswering((_asked, response) =>
    json(response, answers.shift() ?? { ok: true, result: true }),
  )
  const transport = createTransport({ token: '1:token', apiRoot: api.apiRoot })
  onTestFinished(() => transport.close())
  return { call: createCall(transport), asked: api.asked }
}

function deps(signal = new AbortController().signal) {
  const pauses: number[] = []
  const wait = async (ms: number) => void pauses.push(ms)
  return { signal, log: { warn: () => undefined }, wait, pauses }
}

test('a webhook is set with its secret and with every kind of update the desk wants', async () => {
  const { call, asked } = await startApi({
    ok: false,
    error_code: 429,
    description: 'retry after 2',
  })
  const waits = deps()
  await chooseWebhook(call, { url: 'https://desk.example/hook', secret: 'abc' }, waits)
  expect(waits.pauses).toEqual([2000])
  expect(asked).toHaveLength(2)
  expect(JSON.parse(asked[1]!.body.toString())).toMatchObject({
    url: 'https://desk.example/hook',
    secret_token: 'abc',
    allowed_updates: [
      'message',
      'edited_message',
      'callback_query',
      'message_reaction',
      'my_chat_member',
      'chat_member',
    ],
  })
})

test('a wrong token is one sentence', async () => {
  const unknown = { ok: false, error_code: 404, description: 'Not Found' }
  const { call } = await startApi(...Array.from({ length: 5 }, () => unknown))
  await expect(choosePolling(call, deps())).rejects.toThrow(/check BOT_TOKEN/)
})

test('a stop ends the attempts', async () => {
  const { call, asked } = await startApi()
  await choosePolling(call, deps(AbortSignal.abort()))
  expect(asked).toEqual([])
})
