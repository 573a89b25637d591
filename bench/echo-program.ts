import { once } from 'node:events'
import { createServer } from 'node:http'

import { Telegraf } from 'telegraf'

// The bot to compare with: Telegraf as its own documentation shows it, remembering nothing.
const [apiRoot = '', token = '', mode = 'polling', port = '0'] = process.argv.slice(2)

const bot = new Telegraf(token, {
  telegram: {
    apiRoot,
    // A reply in the webhook's own answer would not be a call that can be compared.
    webhookReply: false,
  },
})
bot.on('message', (ctx) => ctx.reply('text' in ctx.message ? ctx.message.text : ''))

if (mode === 'polling') {
  void bot.launch(() => process.stdout.write('The bot runs\n'))
} else {
  const receive = bot.webhookCallback('/telegram')
  const server = createServer((request, response) => void receive(request, response))
  await once(server.listen(Number(port), '127.0.0.1'), 'listening')
  await bot.telegram.setWebhook(`http://127.0.0.1:${port}/telegram`)
  process.stdout.write('The bot runs\n')
}
