import { calendarOf } from '../../../desk/calendar.ts'
import type { Desk } from '../../../desk/desk.ts'
import { readMoment } from '../../../domain/read-moment.ts'
import { finishDevelopment, planDevelopment } from '../../../services/tickets/develop-ticket.ts'
import { postponeTicket } from '../../../services/tickets/postpone-ticket.ts'
import { answer } from '../topic/topic-context.ts'
import { finish, withoutStart, type CommandInput, type Run } from './command.ts'

/** `/later 2h reason` */
export const later: Run<CommandInput> = async (ctx, deps, { number, agent, written }) => {
  const { now } = ctx.work
  const read = momentIn(written.text, deps.desk, now)
  if (!read.ok) {
    if (read.reason !== 'past') return 'missing'
    answer(ctx, ctx.t('refusal-time_not_ahead'))
    return
  }
  const reason = withoutStart(written, written.text.length - read.rest.length)
  const tx = await ctx.work.transaction()
  const input = { number, agent, until: read.at, reason, now }
  const verdict = await postponeTicket(tx, deps, input)
  if (!verdict.ok && verdict.reason === 'reason_missing') return 'missing'
  await finish(ctx, deps, verdict)
}

/** `/dev @engineer KEY-123 2026-12-01` */
export const dev: Run<CommandInput> = async (ctx, deps, { number, agent, written }) => {
  const { now } = ctx.work
  const [, engineer, externalKey, time] = /^(\S+)\s+(\S+)\s+([^]+)$/.exec(written.text.trim()) ?? []
  const read = time === undefined ? null : momentIn(time, deps.desk, now)
  if (engineer === undefined || externalKey === undefined || read?.ok !== true) {
    if (read?.ok !== false || read.reason !== 'past') return 'missing'
    answer(ctx, ctx.t('refusal-time_not_ahead'))
    return
  }
  const tx = await ctx.work.transaction()
  const development = { engineer, externalKey, dueAt: read.at }
  await finish(ctx, deps, await planDevelopment(tx, deps, { number, agent, development, now }))
}

/** `/done`: development has ended, or a postponed ticket goes on. */
export const done: Run<CommandInput> = async (ctx, deps, { number, agent }) => {
  const tx = await ctx.work.transaction()
  await finish(ctx, deps, await finishDevelopment(tx, deps, { number, agent, now: ctx.work.now }))
}

function momentIn(text: string, desk: Desk, now: Date) {
  const calendar = calendarOf(desk)
  return readMoment(text, { now, timezone: desk.timezone, ...(calendar !== null && { calendar }) })
}
