import { readMoment } from '../../../domain/read-moment.ts'
import { formatMoment } from '../../../locales/date-time.ts'
import { setBanned } from '../../../services/people/persons.ts'
import { readTicket } from '../../../services/tickets/read-tickets.ts'
import { tell } from '../../telling/tell.ts'
import type { BotDeps } from '../../update/bot-deps.ts'
import type { DeskContext } from '../../update/desk-context.ts'
import { answer } from '../topic/topic-context.ts'
import type { CommandInput, Run } from './command.ts'

/** `/ban 7d`: the client of this ticket may open no more for a while; those he has go on. */
export const ban: Run<CommandInput> = async (ctx, deps, { number, written }) => {
  const { now } = ctx.work
  const read = readMoment(written.text, { now, timezone: deps.desk.timezone })
  if (read.ok) await banUntil(ctx, deps, number, read.at)
  else if (read.reason === 'past') answer(ctx, ctx.t('refusal-time_not_ahead'))
  else return 'missing'
}

/** `/unban`: he may open tickets again. */
export const unban: Run<CommandInput> = (ctx, deps, { number }) => banUntil(ctx, deps, number, null)

async function banUntil(
  ctx: DeskContext,
  deps: BotDeps,
  number: number,
  until: Date | null,
): Promise<void> {
  const ticket = await readTicket(ctx.db, number)
  if (ticket === null) return
  const verdict = await setBanned(await ctx.work.transaction(), ticket.requesterId, until)
  if (verdict.ok) await tell(ctx, deps, verdict.changes)
  if (until === null) answer(ctx, ctx.t('staff-unbanned'))
  else {
    const time = formatMoment(until, ctx.work.now, ctx.zone, ctx.language)
    answer(ctx, ctx.t('staff-banned', { time }))
  }
}
