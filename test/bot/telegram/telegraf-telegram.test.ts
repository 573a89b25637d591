import { inspect } from 'node:util'
import { Telegraf, Telegram, TelegramError } from 'telegraf'
import { expect, onTestFinished, test } from 'vitest'
import { createTransport } from '../../../src/bot/telegram/calls/transport.ts'
import { refusingTelegram, createTelegram } from '../../../src/bot/telegram/telegraf-telegram.ts'
import { json, startAnswering } from './answering-server.ts'

const token = '123456:secret-of-the-bot'

function telegramTo(apiRoot: string): Telegram {
  const transport = createTransport({ token, apiRoot })
  onTestFinished(() => transport.close())
  return createTelegram(transport, token)
}

test("Telegraf's methods go over the transport", async () => {
  const api = await startAnswering((_asked, response) =>
    json(response, { ok: true, result: { id: 7 } }),
  )
  const telegram = telegramTo(`${api.apiRoot}/deep`)
  expect(await telegram.getMe()).toEqual({ id: 7 })
  expect(api.asked[0]?.path).toBe(`/deep/bot${token}/getMe`)
})

test('a refusal is thrown as TelegramError, without what was said', async () => {
  const api = await startAnswering((_asked, response) =>
    json(response, { ok: false, error_code: 400, description: 'Bad Request: no' }, 400),
  )
  const error: unknown = await telegramTo(api.apiRoot)
    .sendMessage(1, 'private words')
    .catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(TelegramError)
  expect(error).toMatchObject({ code: 400, description: 'Bad Request: no' })
  expect(inspect(error, { depth: 9 })).not.toMatch(/private words|secret-of-the-bot/)
})

test('an unreachable server is an ordinary error', async () => {
  await expect(telegramTo('http://127.0.0.1:1').getMe()).rejects.toThrow(/getMe: not_sent/)
})

test('a handler that calls Telegram is told what to do instead', async () => {
  const bot = new Telegraf(token)
  bot.botInfo = { id: 1, is_bot: true, first_name: 'Desk', username: 'desk_bot' } as never
  Object.assign(bot.context, { telegram: refusingTelegram(token) })
  bot.on('message', (ctx) => ctx.reply('hello'))
  let thrown: unknown
  bot.catch((error) => {
    thrown = error
  })
  await bot.handleUpdate({
    update_id: 1,
    message: {
      message_id: 1,
      date: 1,
      chat: { id: 1, type: 'private', first_name: 'A' },
      text: 'x',
    },
  } as never)
  expect(String(thrown)).toMatch(/A handler must not call Telegram \(sendMessage\)/)
})

test("other Telegrafs of the process keep Telegraf's own calls", () => {
  refusingTelegram(token)
  expect(Object.hasOwn(new Telegram(token), 'callApi')).toBe(false)
})
