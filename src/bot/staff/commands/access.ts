import { readMoment } from '../../../domain/read-moment.ts'
import { formatMoment } from '../../../locales/date-time.ts'
import { setBanned } from '../../../services/people/save-person.ts'
import { readTicket } from '../../../services/tickets/read-tickets.ts'
import type { BotDeps } from '../../bot-deps.ts'
import type { DeskContext } from '../../desk-context.ts'
import { tell } from '../../telling/tell.ts'
import { answer } from '../topic-context.ts'
import type { CommandInput, Run } from './command.ts'

/** `/ban 7d`: the client of this ticket may open no more for a while; those he has go on. */
export const ban: Run = async (ctx, deps, input) => {
  const { now } = ctx.work
  const read = readMoment(input.written.text, { now, timezone: deps.desk.timezone })
  if (read.ok) await change(ctx, deps, input, read.at)
  else answer(ctx, ctx.t(read.reason === 'past' ? 'refusal-time_not_ahead' : 'staff-needs-ban'))
}

/** `/unban`: he may open tickets again. */
export const unban: Run = (ctx, deps, input) => change(ctx, deps, input, null)

async function change(
  ctx: DeskContext,
  deps: BotDeps,
  { number, agent }: CommandInput,
  until: Date | null,
): Promise<void> {
  const ticket = await readTicket(ctx.db, number)
  if (ticket === null) return
  if (!agent.supervisor) {
    answer(ctx, ctx.t('refusal-supervisors_only'))
    return
  }
  const verdict = await setBanned(await ctx.work.transaction(), ticket.requesterId, until)
  if (verdict.ok) await tell(ctx, deps, verdict.changes)
  if (until === null) answer(ctx, ctx.t('staff-unbanned'))
  else {
    const time = formatMoment(until, ctx.work.now, ctx.zone, ctx.language)
    answer(ctx, ctx.t('staff-banned', { time }))
  }
}
