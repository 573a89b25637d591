import { Telegraf, type Middleware } from 'telegraf'
import type { Update } from 'telegraf/types'

import type { Work } from '../services/intake/work.ts'
import { attachDesk } from './attach-desk.ts'
import { clientChat } from './client/index.ts'
import { staffForum } from './staff/index.ts'
import { refusingTelegram } from './telegram/telegraf-telegram.ts'
import type { BotDeps } from './update/bot-deps.ts'
import type { DeskContext } from './update/desk-context.ts'
import { followAlbum } from './update/follow-album.ts'

/**
 * The bot as a function of one unit of work. It never sends anything itself: handlers collect
 * effects on the work, and `ctx.telegram` refuses, because a handler runs inside a transaction.
 */
export function createBot(deps: BotDeps): (work: Work) => Promise<void> {
  const bot = new Telegraf<DeskContext>(deps.token, { handlerTimeout: Infinity })
  const works = new WeakMap<object, Work>()
  bot.botInfo = deps.botInfo
  Object.assign(bot.context, { telegram: refusingTelegram(deps.token) })

  bot.use(attachDesk(deps, (ctx) => works.get(ctx.update)))
  bot.use(followAlbum(deps))
  bot.use(clientChat(deps))
  bot.use(staffForum(deps))
  bot.use(unhandled)
  bot.catch(rethrow)

  return async (work) => {
    const update = work.updates[0]?.payload
    if (update === undefined) throw new Error('A unit of work without an update')
    if (!hasContent(update)) {
      work.ignore('no content of any kind')
      return
    }
    works.set(update, work)
    await bot.handleUpdate(update as unknown as Update)
  }
}

/** Telegraf throws where it finds no kind, with the update in the message. */
function hasContent(update: object): boolean {
  return Object.values(update).some((value) => typeof value === 'object' && value !== null)
}

const unhandled: Middleware<DeskContext> = (ctx) => {
  ctx.work.ignore(`no handler for ${ctx.updateType}`)
}

/** The processor counts failures; Telegraf's own handler would print the client's message. */
function rethrow(error: unknown): never {
  throw error
}
