import { cutStart } from '../../../domain/formatted.ts'
import { findAgentByName } from '../../../services/people/save-agent.ts'
import { assignTicket, releaseTicket, takeTicket } from '../../../services/tickets/take-ticket.ts'
import { answer } from '../topic-context.ts'
import { finish, saysNothing, type Run } from './command.ts'

export const take: Run = async (ctx, deps, { number, agent }) => {
  const tx = await ctx.work.transaction()
  finish(ctx, deps, await takeTicket(tx, deps, { number, agent, now: ctx.work.now }))
}

export const release: Run = async (ctx, deps, { number, agent }) => {
  const tx = await ctx.work.transaction()
  finish(ctx, deps, await releaseTicket(tx, deps, { number, agent, now: ctx.work.now }))
}

/** `/assign @name what he should know` */
export const assign: Run = async (ctx, deps, { number, agent, written }) => {
  const [head, name] = /^\s*(\S+)\s*/.exec(written.text) ?? []
  if (head === undefined || name === undefined) {
    answer(ctx, ctx.t('staff-needs-text-assign'))
    return
  }
  const tx = await ctx.work.transaction()
  const toAgent = await findAgentByName(tx, name)
  if (toAgent === null) {
    answer(ctx, ctx.t('staff-no-agent', { name }))
    return
  }
  const note = { ...written, ...cutStart(written, head.length) }
  const input = { number, agent, toAgent, now: ctx.work.now }
  const verdict = await assignTicket(tx, deps, { ...input, ...(!saysNothing(note) && { note }) })
  finish(ctx, deps, verdict)
}
