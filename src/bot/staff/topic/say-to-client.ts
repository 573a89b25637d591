import type { WrittenMessage } from '../../../domain/message.ts'
import type { Agent } from '../../../domain/people.ts'
import {
  askForInformation,
  proposeSolution,
  replyToClient,
  type AgentSays,
} from '../../../services/tickets/answer-client.ts'
import type { Verdict } from '../../../services/change.ts'
import { readTicket } from '../../../services/tickets/read-tickets.ts'
import { agentById } from '../../../services/people/agents.ts'
import type { BotDeps } from '../../update/bot-deps.ts'
import { pack } from '../../buttons/callback-data.ts'
import type { DeskContext } from '../../update/desk-context.ts'
import { tell } from '../../telling/tell.ts'
import { heldSlot } from './held-slot.ts'
import { answerNotSent, refuseWords } from './not-sent.ts'
import { markMessage, placeOf } from './topic-context.ts'

export type Saying = 'reply' | 'ask' | 'solve'

const useCases = {
  reply: replyToClient,
  ask: askForInformation,
  solve: proposeSolution,
} as const

export interface SayInput {
  number: number
  agent: Agent
  written: WrittenMessage
  /** True after the agent pressed "Send anyway". */
  force?: boolean
}

/** Sends what an agent wrote to the client, as an answer, a question or a solution. */
export async function sayToClient(
  ctx: DeskContext,
  deps: BotDeps,
  how: Saying,
  input: SayInput,
): Promise<Verdict> {
  const tx = await ctx.work.transaction()
  const says: AgentSays = { ...input, now: ctx.work.now }
  const verdict = await useCases[how](tx, deps, says)
  if (verdict.ok) await tell(ctx, deps, verdict.changes)
  else await explain(ctx, deps, input, verdict.reason)
  return verdict
}

/** What its author is told of a text that did not go out, at that text. */
async function explain(
  ctx: DeskContext,
  deps: BotDeps,
  { number, written }: SayInput,
  reason: Extract<Verdict, { ok: false }>['reason'],
): Promise<void> {
  const [source] = written.places
  if (reason === 'taken_by_other') {
    const tx = await ctx.work.transaction()
    const ticket = await readTicket(tx, number)
    const winner = await agentById(tx, ticket?.assigneeId ?? null)
    answerNotSent(ctx, ctx.t('staff-taken', { name: winner?.name ?? '' }), source)
    return
  }
  if (reason !== 'newer_message' || source === undefined) {
    await refuseWords(ctx, deps, number, reason, source)
    return
  }
  const data = pack({ action: 'force', ticket: number, messageId: source.messageId })
  markMessage(ctx, '💔', source)
  ctx.work.send({
    kind: 'say',
    place: placeOf(ctx),
    replyTo: source,
    slot: heldSlot(source),
    content: {
      text: ctx.t('staff-newer'),
      entities: [],
      buttons: [[{ label: ctx.t('staff-newer-send'), data }]],
    },
  })
}
