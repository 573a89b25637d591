import { Composer, type MiddlewareFn } from 'telegraf'

import { memberNow } from '../telegram/member.ts'
import type { BotDeps } from '../update/bot-deps.ts'
import type { DeskContext } from '../update/desk-context.ts'
import { followRights } from './follow-rights.ts'
import { obeyMembers } from './obey-members.ts'
import { press } from './press.ts'
import { relay } from './relay.ts'
import { revise } from './revise.ts'
import { setup } from './setup.ts'

/** Everything that happens in groups. Only the staff group is obeyed. */
export function staffForum(deps: BotDeps): MiddlewareFn<DeskContext> {
  const { staffChat } = deps
  const isStaff = (ctx: DeskContext) => ctx.chat?.id === staffChat.id()
  const forum = new Composer<DeskContext>()

  // Telegram was asked what he is now before the update came here (telegram/wait-for-members.ts).
  forum.on('chat_member', (ctx) => {
    if (memberNow(ctx.chatMember) !== null) return
    ctx.work.ignore('a change of members that does not say what is now')
  })
  forum.use(obeyMembers(deps))
  forum.on('callback_query', (ctx) => press(ctx, deps))
  forum.on('edited_message', (ctx) => revise(ctx, deps))
  forum.on('message', (ctx) => relay(ctx, deps))
  forum.use((ctx) => ctx.work.ignore(`${ctx.updateType} in the staff group`))

  const groups = new Composer<DeskContext>()
  groups.use(followRights(deps))
  groups.use(async (ctx, next) => {
    if (!(await followMigration(ctx, deps))) await next()
  })
  groups.use(async (ctx, next) => {
    if (!setup(ctx, deps)) await next()
  })
  groups.use(Composer.optional(isStaff, forum))
  groups.use((ctx) => leave(ctx, deps))

  return Composer.optional((ctx) => isGroup(ctx), groups)
}

function isGroup({ chat }: DeskContext): boolean {
  return chat?.type === 'group' || chat?.type === 'supergroup'
}

/**
 * Telegram gave the staff group a new id. It says so in the old group and in the new one, and either
 * may be handled first.
 */
async function followMigration(ctx: DeskContext, { staffChat }: BotDeps): Promise<boolean> {
  const { message, chat } = ctx
  if (message === undefined || chat === undefined) return false
  const [from, to] =
    'migrate_to_chat_id' in message
      ? [chat.id, message.migrate_to_chat_id]
      : 'migrate_from_chat_id' in message
        ? [message.migrate_from_chat_id, chat.id]
        : [null, null]
  const current = staffChat.id()
  if (from === null || current === null || (from !== current && to !== current)) return false
  await staffChat.moved(to)
  return true
}

/** Nobody but the staff group has business with the bot; while there is none, it waits for one. */
function leave(ctx: DeskContext, { staffChat }: BotDeps): void {
  const chatId = ctx.chat?.id
  ctx.work.ignore('a group that is not the staff group')
  const isMember = memberNow(ctx.myChatMember)?.status
  const isGone = isMember === 'left' || isMember === 'kicked'
  if (chatId === undefined || staffChat.id() === null || isGone) return
  ctx.work.send({ kind: 'leave', chatId })
}
