import type { MessagePlace } from '../../domain/message.ts'
import type { Place } from '../../services/notifier/outgoing.ts'
import { saveAgent } from '../../services/people/save-agent.ts'
import type { Agent, UseCaseRefusal } from '../../services/tickets/change.ts'
import type { DeskContext } from '../desk-context.ts'
import { identityOf } from '../telegram/sync-supervisors.ts'

/** The place in the group where an update happened; General has no thread. */
export function placeOf(ctx: DeskContext): Place {
  const message = ctx.message ?? ctx.editedMessage ?? ctx.callbackQuery?.message
  const isTopic = message !== undefined && 'is_topic_message' in message && message.is_topic_message
  const threadId = isTopic ? (message.message_thread_id ?? null) : null
  return { kind: 'chat', chatId: ctx.chat?.id ?? 0, threadId }
}

/** One line in answer to a message of an agent. */
export function answer(ctx: DeskContext, text: string, to?: MessagePlace): void {
  const replyTo = to ?? ctx.written?.places[0]
  ctx.work.send({
    ...{ kind: 'say', place: placeOf(ctx), content: { text, entities: [] } },
    ...(replyTo !== undefined && { replyTo }),
  })
}

/** The same, for a use case that refused. */
export function answerRefusal(ctx: DeskContext, reason: UseCaseRefusal): void {
  answer(ctx, ctx.t(`refusal-${reason}`))
}

/** The agent who caused the update, remembered from his first message on; null when anonymous. */
export async function agentOf(ctx: DeskContext): Promise<Agent | null> {
  const { from } = ctx
  const { message } = ctx
  const isAnonymous = message !== undefined && 'sender_chat' in message
  if (from === undefined || from.is_bot || isAnonymous) return null
  return saveAgent(await ctx.work.transaction(), identityOf(from))
}
