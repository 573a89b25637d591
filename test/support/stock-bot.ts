import { Telegraf } from 'telegraf'

import type { Sandbox } from '../../sandbox/index.ts'

export interface StockBot {
  bot: Telegraf
  /** How polling ended, as soon as it did. */
  ended: Promise<'stopped' | Error>
  isEnded(): boolean
  stop(): Promise<void>
}

/** Telegraf as its documentation shows it: `launch()`, no own intake. */
export function launchStock(
  sandbox: Sandbox,
  prepare: (bot: Telegraf) => void,
  { handlerTimeout = 90_000 } = {},
): StockBot {
  const bot = new Telegraf(sandbox.token, {
    handlerTimeout,
    telegram: { apiRoot: sandbox.apiRoot },
  })
  prepare(bot)
  let isEnded = false
  const ended = bot
    .launch()
    .then(
      (): 'stopped' => 'stopped',
      (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
    )
    .finally(() => (isEnded = true))
  return {
    bot,
    ended,
    isEnded: () => isEnded,
    async stop() {
      if (!isEnded) bot.stop()
      await ended
    },
  }
}

/** A message of a private chat as an update. */
export function messageFrom(userId: number, text: string): { message: object } {
  const from = { id: userId, is_bot: false, first_name: 'Somebody' }
  return {
    message: {
      message_id: 1,
      from,
      date: 1_700_000_000,
      text,
      chat: { id: userId, type: 'private', first_name: 'Somebody' },
    },
  }
}
