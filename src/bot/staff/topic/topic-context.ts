import type { MessagePlace } from '../../../domain/message.ts'
import type { TicketStatus } from '../../../domain/ticket.ts'
import type { UseCaseRefusal } from '../../../services/change.ts'
import type { Place } from '../../../services/notifier/outgoing.ts'
import type { DeskContext } from '../../update/desk-context.ts'

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
    kind: 'say',
    place: placeOf(ctx),
    content: { text, entities: [] },
    ...(replyTo !== undefined && { replyTo }),
  })
}

/** Marks a message of an agent: ✍ it stayed inside, 💔 it was not sent. */
export function markMessage(ctx: DeskContext, emoji: '✍' | '💔', message?: MessagePlace): void {
  const at = message ?? ctx.written?.places[0]
  if (at !== undefined) ctx.work.send({ kind: 'react', place: placeOf(ctx), at, emoji })
}

/** What leads out of a status in which a command is not possible. */
const ways: Partial<Record<TicketStatus, string>> = {
  postponed: '/done',
  in_development: '/done',
  solution_proposed: '/withdraw',
  closed: '/reopen',
}

/** An answer to a use case that refused. */
export function answerRefusal(
  ctx: DeskContext,
  { reason, status }: { reason: UseCaseRefusal; status?: TicketStatus },
): void {
  const { t } = ctx
  if (reason !== 'no_transition' || status === undefined) {
    answer(ctx, t(`refusal-${reason}`))
    return
  }
  const way = ways[status]
  const first = way === undefined ? '' : ` ${t('staff-do-first', { command: way })}`
  answer(ctx, t('staff-not-possible', { status: t(`status-${status}`) }) + first)
}
