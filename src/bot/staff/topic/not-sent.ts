import { canBeReopened } from '../../../domain/guard.ts'
import type { MessagePlace } from '../../../domain/message.ts'
import type { Ticket } from '../../../domain/ticket.ts'
import type { UseCaseRefusal } from '../../../services/change.ts'
import { readTicket } from '../../../services/tickets/read-tickets.ts'
import type { BotDeps } from '../../update/bot-deps.ts'
import type { DeskContext } from '../../update/desk-context.ts'
import { answer, markMessage } from './topic-context.ts'

/** Words that were meant for the client and did not go out: 💔, and in reply why. */
export function answerNotSent(ctx: DeskContext, text: string, source?: MessagePlace): void {
  markMessage(ctx, '💔', source)
  answer(ctx, text, source)
}

/**
 * The same for what a use case refused, with what its author can do about it.
 *
 * @param source where the words stand, if not in the update itself
 */
export async function refuseWords(
  ctx: DeskContext,
  { desk }: BotDeps,
  number: number,
  reason: UseCaseRefusal,
  source?: MessagePlace,
): Promise<void> {
  const ticket = await readTicket(await ctx.work.transaction(), number)
  const { reopenWindowMs } = desk.timers
  const text = ticket === null ? null : wayOn(ctx, ticket, reason, reopenWindowMs)
  const plain = `${ctx.t('staff-not-sent')} ${ctx.t(`refusal-${reason}`)}`
  answerNotSent(ctx, text ?? plain, source)
}

/** What it is about a ticket that keeps words from its client, and where they can go. */
function wayOn(
  { t, work }: DeskContext,
  ticket: Ticket,
  reason: UseCaseRefusal,
  reopenWindowMs: number,
): string | null {
  switch (reason) {
    case 'no_transition':
    case 'never_reopened':
    case 'reopen_window_over': {
      const { status, mergedInto } = ticket
      if (mergedInto !== null) return t('staff-not-sent-merged', { other: mergedInto })
      if (status !== 'closed') return t('staff-not-sent-status', { status: t(`status-${status}`) })
      const isOpenable = canBeReopened(ticket, reopenWindowMs, work.now)
      return t(isOpenable ? 'staff-not-sent-closed' : 'staff-not-sent-over')
    }
    default:
      return null
  }
}
