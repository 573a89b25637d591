import type { MiddlewareFn } from 'telegraf'

import type { BotDeps } from '../bot-deps.ts'
import type { DeskContext } from '../desk-context.ts'

/**
 * What updates of the staff group tell of what the bot may do there. Of a change of its rights they
 * tell at once; of topics switched on or off only by the way.
 */
export function followRights({ staffChat, staffGroup }: BotDeps): MiddlewareFn<DeskContext> {
  return async (ctx, next) => {
    const { chat } = ctx
    if (chat !== undefined && chat.id === staffChat.id()) {
      if (ctx.myChatMember !== undefined) staffGroup.changed()
      else staffGroup.seenForum('is_forum' in chat)
    }
    await next()
  }
}
