import type { WrittenMessage } from '../../../domain/message.ts'
import type { Agent } from '../../../domain/people.ts'
import type { MessageKey } from '../../../locales/texts.ts'
import type { Verdict } from '../../../services/tickets/change.ts'
import type { BotDeps } from '../../bot-deps.ts'
import type { DeskContext } from '../../desk-context.ts'
import { tell } from '../../telling/tell.ts'
import { answer, answerRefusal } from '../topic-context.ts'

export interface CommandInput {
  number: number
  agent: Agent
  /** What follows the command, with its formatting and files. */
  written: WrittenMessage
}

/** A command of a ticket's topic. */
export type Run = (ctx: DeskContext, deps: BotDeps, input: CommandInput) => Promise<void>

/**
 * Sends what follows from a verdict, or says why nothing does.
 *
 * @param usage shown where the reason is missing: it has an example
 */
export async function finish(
  ctx: DeskContext,
  deps: BotDeps,
  verdict: Verdict,
  usage?: Extract<MessageKey, `staff-needs-${string}`>,
): Promise<void> {
  if (verdict.ok) await tell(ctx, deps, verdict.changes)
  else if (verdict.reason === 'reason_missing' && usage !== undefined) answer(ctx, ctx.t(usage))
  else answerRefusal(ctx, verdict.reason)
}

export function saysNothing({ text, attachments }: WrittenMessage): boolean {
  return text.trim() === '' && attachments.length === 0
}
