import { calendarOf } from '../../desk/calendar.ts'
import { beginningOf } from '../../domain/beginning.ts'
import { maxSearchUnits } from '../../domain/bounds.ts'
import { readMoment } from '../../domain/read-moment.ts'
import { formatDuration, formatMoment } from '../../locales/date-time.ts'
import { setAway } from '../../services/people/save-agent.ts'
import { findTickets, queuedTickets, ticketsOfAgent } from '../../services/reports/find-tickets.ts'
import { measureWork } from '../../services/reports/measure-work.ts'
import type { Agent } from '../../services/tickets/change.ts'
import type { BotDeps } from '../bot-deps.ts'
import type { DeskContext } from '../desk-context.ts'
import { ticketLines, workLines } from '../views/overview.ts'
import { answer } from './topic-context.ts'

type Show = (ctx: DeskContext, deps: BotDeps, agent: Agent, argument: string) => Promise<void>

/** Lists are for a phone's screen. */
const longestList = 20
const dayMs = 86_400_000
const statsDays = 7

/** Commands about all tickets, by name. */
export const overviews: Partial<Record<string, Show>> = { queue, mine, find, stats, away, back }

async function queue(ctx: DeskContext): Promise<void> {
  const tickets = await queuedTickets(ctx.db, longestList)
  const title = ctx.t('staff-queue', { count: tickets.length })
  answer(ctx, tickets.length === 0 ? ctx.t('staff-queue-empty') : list(ctx, title, tickets))
}

async function mine(ctx: DeskContext, _deps: BotDeps, agent: Agent): Promise<void> {
  const tickets = await ticketsOfAgent(ctx.db, agent.id, longestList)
  const title = ctx.t('staff-mine', { count: tickets.length })
  answer(ctx, tickets.length === 0 ? ctx.t('staff-mine-empty') : list(ctx, title, tickets))
}

async function find(
  ctx: DeskContext,
  _deps: BotDeps,
  _agent: Agent,
  argument: string,
): Promise<void> {
  const words = beginningOf(argument.trim(), maxSearchUnits)
  if (words === '') {
    answer(ctx, ctx.t('staff-needs-find'))
    return
  }
  const tickets = await findTickets(ctx.db, words, longestList)
  const title = ctx.t('staff-found', { count: tickets.length })
  answer(ctx, tickets.length === 0 ? ctx.t('staff-found-none') : list(ctx, title, tickets))
}

async function stats(ctx: DeskContext, { desk }: BotDeps): Promise<void> {
  const to = ctx.work.now
  const from = new Date(to.getTime() - statsDays * dayMs)
  const work = await measureWork(ctx.db, { from, to, calendar: calendarOf(desk) })
  const duration = (ms: number) => formatDuration(ms, ctx.language)
  answer(ctx, workLines(work, { days: statsDays, t: ctx.t, duration }).join('\n'))
}

async function away(
  ctx: DeskContext,
  { desk }: BotDeps,
  agent: Agent,
  argument: string,
): Promise<void> {
  const { now } = ctx.work
  const read = readMoment(argument, { now, timezone: desk.timezone })
  if (!read.ok) {
    answer(ctx, ctx.t('staff-needs-away'))
    return
  }
  await setAway(await ctx.work.transaction(), agent.id, read.at)
  const time = formatMoment(read.at, now, desk.timezone, ctx.language)
  answer(ctx, ctx.t('staff-away', { time }))
}

async function back(ctx: DeskContext, _deps: BotDeps, agent: Agent): Promise<void> {
  await setAway(await ctx.work.transaction(), agent.id, null)
  answer(ctx, ctx.t('staff-back'))
}

function list(ctx: DeskContext, title: string, tickets: Parameters<typeof ticketLines>[0]): string {
  const since = (at: Date) => formatDuration(ctx.work.now.getTime() - at.getTime(), ctx.language)
  return [title, ...ticketLines(tickets, { t: ctx.t, since })].join('\n')
}
