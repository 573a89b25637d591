import { priorities } from '../../../domain/ticket.ts'
import { setPriority, setTag } from '../../../services/tickets/label-ticket.ts'
import type { BotDeps } from '../../update/bot-deps.ts'
import type { DeskContext } from '../../update/desk-context.ts'
import { finish, type CommandInput, type Run } from './command.ts'

/** `/priority high` */
export const priority: Run<CommandInput> = async (ctx, deps, { number, agent, written }) => {
  const word = written.text.trim().toLowerCase()
  const chosen = priorities.find((one) => one === word)
  if (chosen === undefined) return 'missing'
  const tx = await ctx.work.transaction()
  const input = { number, agent, priority: chosen, now: ctx.work.now }
  await finish(ctx, deps, await setPriority(tx, deps, input))
}

/** `/tag billing` */
export const tag: Run<CommandInput> = (ctx, deps, input) => changeTag(ctx, deps, input, true)

/** `/untag billing` */
export const untag: Run<CommandInput> = (ctx, deps, input) => changeTag(ctx, deps, input, false)

async function changeTag(
  ctx: DeskContext,
  deps: BotDeps,
  { number, agent, written }: CommandInput,
  present: boolean,
): Promise<'missing' | undefined> {
  const name = written.text.trim().replace(/^#/, '').toLowerCase()
  if (!/^[\p{L}\p{N}_-]{1,32}$/u.test(name)) return 'missing'
  const tx = await ctx.work.transaction()
  const input = { number, agent, tag: name, present, now: ctx.work.now }
  await finish(ctx, deps, await setTag(tx, deps, input))
}
