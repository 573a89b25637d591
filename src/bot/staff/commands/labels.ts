import { priorities } from '../../../domain/ticket.ts'
import { setPriority, setTag } from '../../../services/tickets/label-ticket.ts'
import { answer } from '../topic-context.ts'
import { finish, type Run } from './command.ts'

/** `/priority high` */
export const priority: Run = async (ctx, deps, { number, agent, written }) => {
  const word = written.text.trim().toLowerCase()
  const chosen = priorities.find((one) => one === word)
  if (chosen === undefined) {
    answer(ctx, ctx.t('staff-needs-priority'))
    return
  }
  const tx = await ctx.work.transaction()
  const input = { number, agent, priority: chosen, now: ctx.work.now }
  await finish(ctx, deps, await setPriority(tx, deps, input))
}

export const tag: Run = (ctx, deps, input) => change(ctx, deps, input, true)
export const untag: Run = (ctx, deps, input) => change(ctx, deps, input, false)

async function change(
  ...[ctx, deps, { number, agent, written }, present]: [...Parameters<Run>, boolean]
): Promise<void> {
  const name = written.text.trim().replace(/^#/, '').toLowerCase()
  if (!/^[\p{L}\p{N}_-]{1,32}$/u.test(name)) {
    answer(ctx, ctx.t('staff-needs-tag'))
    return
  }
  const tx = await ctx.work.transaction()
  const input = { number, agent, tag: name, present, now: ctx.work.now }
  await finish(ctx, deps, await setTag(tx, deps, input))
}
