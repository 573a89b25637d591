import { calendarOf } from '../../../desk/calendar.ts'
import { cutStart } from '../../../domain/formatted.ts'
import { readMoment } from '../../../domain/read-moment.ts'
import { finishDevelopment, planDevelopment } from '../../../services/tickets/develop-ticket.ts'
import { postponeTicket } from '../../../services/tickets/postpone-ticket.ts'
import { answer } from '../topic-context.ts'
import { finish, type Run } from './command.ts'

/** `/later 2h reason` */
export const later: Run = async (ctx, deps, { number, agent, written }) => {
  const { now } = ctx.work
  const read = momentIn(written.text, deps.desk, now)
  if (!read.ok) {
    answer(ctx, ctx.t(read.reason === 'past' ? 'refusal-time_not_ahead' : 'staff-needs-later'))
    return
  }
  const reason = { ...written, ...cutStart(written, written.text.length - read.rest.length) }
  const tx = await ctx.work.transaction()
  const input = { number, agent, until: read.at, reason, now }
  await finish(ctx, deps, await postponeTicket(tx, deps, input), 'staff-needs-later')
}

/** `/dev @engineer KEY-123 2026-12-01` */
export const dev: Run = async (ctx, deps, { number, agent, written }) => {
  const { now } = ctx.work
  const [, engineer, externalKey, time] = /^(\S+)\s+(\S+)\s+([^]+)$/.exec(written.text.trim()) ?? []
  const read = time === undefined ? null : momentIn(time, deps.desk, now)
  if (engineer === undefined || externalKey === undefined || read?.ok !== true) {
    const isPast = read?.ok === false && read.reason === 'past'
    answer(ctx, ctx.t(isPast ? 'refusal-time_not_ahead' : 'staff-needs-dev'))
    return
  }
  const tx = await ctx.work.transaction()
  const development = { engineer, externalKey, dueAt: read.at }
  await finish(ctx, deps, await planDevelopment(tx, deps, { number, agent, development, now }))
}

/** `/done`: development has ended, or a postponed ticket goes on. */
export const done: Run = async (ctx, deps, { number, agent }) => {
  const tx = await ctx.work.transaction()
  await finish(ctx, deps, await finishDevelopment(tx, deps, { number, agent, now: ctx.work.now }))
}

function momentIn(text: string, desk: Parameters<typeof calendarOf>[0], now: Date) {
  const calendar = calendarOf(desk)
  return readMoment(text, { now, timezone: desk.timezone, ...(calendar !== null && { calendar }) })
}
