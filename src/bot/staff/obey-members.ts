import type { MiddlewareFn } from 'telegraf'

import { readCommand } from '../../domain/read-command.ts'
import type { Agent } from '../../domain/people.ts'
import { NotYet } from '../../services/intake/work.ts'
import { agentByUser, renameAgent } from '../../services/telegram/members.ts'
import type { BotDeps } from '../update/bot-deps.ts'
import type { DeskContext } from '../update/desk-context.ts'
import { identityOf, type TelegramUser } from '../telegram/member.ts'
import { toast } from '../update/toast.ts'
import { answer, placeOf } from './topic/topic-context.ts'

/**
 * Nobody but a member of the staff group is obeyed, whatever he does there. Telegram was asked about
 * the person, mostly before the update came here; if something has made that doubtful since, or the
 * group has moved, it is now. So who is not among the agents is no member. What is written in a
 * chat's name goes on without an agent: whom it concerns is told why nothing happens.
 */
export function obeyMembers({ members }: Pick<BotDeps, 'members'>): MiddlewareFn<DeskContext> {
  return async (ctx, next) => {
    const { from } = ctx
    const message = ctx.message ?? ctx.editedMessage
    if (message !== undefined && 'sender_chat' in message) {
      const isForwardedPost = 'is_automatic_forward' in message && message.is_automatic_forward
      if (isForwardedPost) ctx.work.ignore('a post of the linked channel')
      else await next()
      return
    }
    if (from === undefined || from.is_bot) {
      await next()
      return
    }
    const known = members.know(from.id)
    if (known !== null) throw new NotYet(known)
    ctx.agent = await memberBehind(ctx, from)
    if (ctx.agent === null) refuse(ctx)
    else await next()
  }
}

/** The agent under the name he has now. */
async function memberBehind(ctx: DeskContext, from: TelegramUser): Promise<Agent | null> {
  const identity = identityOf(from)
  const agent = await agentByUser(ctx.db, identity.telegramUserId)
  if (agent === null) return null
  const { name, username } = identity
  if (agent.name === name && agent.username === username) return agent
  await renameAgent(await ctx.work.transaction(), identity)
  return { ...agent, name, username }
}

/** Who talks in General expects nothing of the desk. */
function refuse(ctx: DeskContext): void {
  ctx.work.ignore('not a member of the staff group')
  toast(ctx, ctx.t('staff-members-only'))
  const { written } = ctx
  if (written === null) return
  const place = placeOf(ctx)
  const isInTopic = place.kind === 'chat' && place.threadId !== null
  if (isInTopic || readCommand(written.text, ctx.me) !== null) {
    answer(ctx, ctx.t('staff-members-only'))
  }
}
