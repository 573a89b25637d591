import { addNote } from '../../../services/tickets/add-note.ts'
import { withdrawSolution } from '../../../services/tickets/take-ticket.ts'
import type { DeskContext } from '../../update/desk-context.ts'
import { sayToClient } from '../topic/say-to-client.ts'
import { answer, answerRefusal } from '../topic/topic-context.ts'
import { finish, saysNothing, type CommandInput, type Run } from './command.ts'

/** `/ask text` */
export const ask: Run<CommandInput> = async (ctx, deps, input) => {
  await sayToClient(ctx, deps, 'ask', input)
}

/** `/solve text` */
export const solve: Run<CommandInput> = async (ctx, deps, input) => {
  await sayToClient(ctx, deps, 'solve', input)
}

/** `/r text`: an answer, however it begins. */
export const reply: Run<CommandInput> = async (ctx, deps, input) => {
  await sayToClient(ctx, deps, 'reply', input)
}

export const withdraw: Run<CommandInput> = async (ctx, deps, { number, agent }) => {
  const tx = await ctx.work.transaction()
  await finish(ctx, deps, await withdrawSolution(tx, deps, { number, agent, now: ctx.work.now }))
}

/** Keeps a message inside and marks it so. */
export async function keepNote(ctx: DeskContext, input: CommandInput): Promise<void> {
  const { number, agent, written } = input
  if (saysNothing(written)) {
    answer(ctx, ctx.t('staff-needs-text-note'))
    return
  }
  const tx = await ctx.work.transaction()
  const verdict = await addNote(tx, { number, agent, written, now: ctx.work.now })
  const [at] = written.places
  if (!verdict.ok) answerRefusal(ctx, verdict)
  else if (at !== undefined) {
    const place = { kind: 'topic', ticketNumber: number } as const
    ctx.work.send({ kind: 'react', place, at, emoji: '✍' })
  }
}
