/** What somebody needs who wants to try his bot on the sandbox. */
export function instructions(given: {
  apiRoot: string
  token: string
  staffChatId: number
}): string {
  const { apiRoot, token, staffChatId } = given
  return `The sandbox stands in for Telegram on this machine. It is not for production: it keeps
nothing, protects nothing, and listens on 127.0.0.1 only.

  page                ${apiRoot}/
  TELEGRAM_API_ROOT   ${apiRoot}
  BOT_TOKEN           ${token}
  STAFF_CHAT_ID       ${String(staffChatId)}

Give your bot this token, and tell its library where the Bot API is:

  Telegraf               new Telegraf(token, { telegram: { apiRoot: '${apiRoot}' } })
  grammY                 new Bot(token, { client: { apiRoot: '${apiRoot}' } })
  node-telegram-bot-api  new TelegramBot(token, { baseApiUrl: '${apiRoot}', polling: true })
  python-telegram-bot    ApplicationBuilder().token(token).base_url('${apiRoot}/bot')
                           .base_file_url('${apiRoot}/file/bot').build()
  aiogram                AiohttpSession(api=TelegramAPIServer.from_base('${apiRoot}'))

Write to it on the page: a forum and a few people are there. Ctrl-C ends the sandbox.
`
}
