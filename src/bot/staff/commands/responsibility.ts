import { findAgentByName } from '../../../services/people/save-agent.ts'
import { assignTicket, releaseTicket, takeTicket } from '../../../services/tickets/take-ticket.ts'
import { answer } from '../topic-context.ts'
import { finish, type Run } from './command.ts'

export const take: Run = async (ctx, deps, { number, agent }) => {
  const tx = await ctx.work.transaction()
  finish(ctx, deps, await takeTicket(tx, deps, { number, agent, now: ctx.work.now }))
}

export const release: Run = async (ctx, deps, { number, agent }) => {
  const tx = await ctx.work.transaction()
  finish(ctx, deps, await releaseTicket(tx, deps, { number, agent, now: ctx.work.now }))
}

/** `/assign @name` */
export const assign: Run = async (ctx, deps, { number, agent, written }) => {
  const name = written.text.trim()
  if (name === '') {
    answer(ctx, ctx.t('staff-needs-text-assign'))
    return
  }
  const tx = await ctx.work.transaction()
  const toAgent = await findAgentByName(tx, name)
  if (toAgent === null) answer(ctx, ctx.t('staff-no-agent', { name }))
  else {
    const verdict = await assignTicket(tx, deps, { number, agent, toAgent, now: ctx.work.now })
    finish(ctx, deps, verdict)
  }
}
