import { cutStart } from '../../../domain/formatted.ts'
import type { WrittenMessage } from '../../../domain/message.ts'
import type { Agent } from '../../../domain/people.ts'
import type { Verdict } from '../../../services/change.ts'
import { tell } from '../../telling/tell.ts'
import type { BotDeps } from '../../update/bot-deps.ts'
import type { DeskContext } from '../../update/desk-context.ts'
import { answerRefusal } from '../topic/topic-context.ts'

/** A command, whoever it is about. */
export interface GroupInput {
  agent: Agent
  /** What follows the command, with its formatting and files. */
  written: WrittenMessage
}

/** A command in a ticket's topic. */
export interface CommandInput extends GroupInput {
  number: number
}

/** What a command does; `missing`: nothing, since it lacks what it needs, and its author is told so. */
export type Run<Input> = (
  ctx: DeskContext,
  deps: BotDeps,
  input: Input,
) => Promise<void> | Promise<'missing' | undefined>

/** Sends what follows from a verdict, or says why nothing does. */
export async function finish(ctx: DeskContext, deps: BotDeps, verdict: Verdict): Promise<void> {
  if (verdict.ok) await tell(ctx, deps, verdict.changes)
  else answerRefusal(ctx, verdict)
}

export function saysNothing({ text, attachments }: WrittenMessage): boolean {
  return text.trim() === '' && attachments.length === 0
}

/** The message without its first `cut` units. */
export function withoutStart(written: WrittenMessage, cut: number): WrittenMessage {
  return { ...written, ...cutStart(written, cut) }
}
