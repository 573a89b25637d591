import type { MiddlewareFn } from 'telegraf'

import type { BotDeps } from '../update/bot-deps.ts'
import type { DeskContext } from '../update/desk-context.ts'

/**
 * Updates of the staff group tell by the way whether it has topics. Of a change of the bot's rights
 * they tell before they come here (telegram/wait-for-members.ts).
 */
export function followRights({ staffChat, staffGroup }: BotDeps): MiddlewareFn<DeskContext> {
  return async (ctx, next) => {
    const { chat } = ctx
    const isStaff = chat !== undefined && chat.id === staffChat.id()
    if (isStaff && ctx.myChatMember === undefined) staffGroup.seenForum('is_forum' in chat)
    await next()
  }
}
