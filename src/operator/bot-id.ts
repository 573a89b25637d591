import type { Config } from '../config.ts'

/** A token begins with the bot's id: https://core.telegram.org/bots/api#authorizing-your-bot */
export function botIdOf({ botToken }: Pick<Config, 'botToken'>): number {
  return Number(botToken.split(':')[0])
}
