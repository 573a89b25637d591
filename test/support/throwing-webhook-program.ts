import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { Telegraf } from 'telegraf'

// Stock Telegraf behind its own webhook, with a handler that fails. Prints its port.
const bot = new Telegraf('1:token')
bot.botInfo = { id: 1, is_bot: true, first_name: 'Stock', username: 'stock_bot' } as never
bot.on('message', () => {
  throw new Error('The handler failed')
})

const server = createServer((request, response) => {
  void bot.webhookCallback('/hook')(request, response)
})
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${String((server.address() as AddressInfo).port)}\n`)
})
