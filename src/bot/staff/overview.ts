import { calendarOf } from '../../desk/calendar.ts'
import { beginningOf } from '../../domain/beginning.ts'
import { maxSearchUnits } from '../../domain/bounds.ts'
import type { Ticket } from '../../domain/ticket.ts'
import { readMoment } from '../../domain/read-moment.ts'
import { formatDuration, formatMoment } from '../../locales/date-time.ts'
import { setAway } from '../../services/people/agents.ts'
import {
  countOfAgent,
  countQueued,
  findTickets,
  queuedTickets,
  ticketsOfAgent,
} from '../../services/reports/find-tickets.ts'
import { measureWork } from '../../services/reports/measure-work.ts'
import type { BotDeps } from '../update/bot-deps.ts'
import type { DeskContext } from '../update/desk-context.ts'
import { ticketLines, workLines } from '../views/overview.ts'
import { tell } from '../telling/tell.ts'
import type { GroupInput, Run } from './commands/command.ts'
import { answer } from './topic/topic-context.ts'

/** Lists are for a phone's screen. */
const longestList = 20
/** What many tickets have in common is not counted to its end: at a million that takes seconds. */
const mostCounted = 200
const dayMs = 86_400_000
const statsDays = 7

/** `/queue` */
export async function queue(ctx: DeskContext): Promise<void> {
  const tickets = await queuedTickets(ctx.db, longestList)
  const count = await countQueued(ctx.db)
  const title = ctx.t('staff-queue', { count })
  answer(ctx, count === 0 ? ctx.t('staff-queue-empty') : list(ctx, title, tickets, count))
}

/** `/mine` */
export const mine: Run<GroupInput> = async (ctx, _deps, { agent }) => {
  const tickets = await ticketsOfAgent(ctx.db, agent.id, longestList)
  const count = await countOfAgent(ctx.db, agent.id)
  const title = ctx.t('staff-mine', { count })
  answer(ctx, count === 0 ? ctx.t('staff-mine-empty') : list(ctx, title, tickets, count))
}

/** `/find words` */
export const find: Run<GroupInput> = async (ctx, _deps, { written }) => {
  const words = beginningOf(written.text.trim(), maxSearchUnits)
  if (words === '') return 'missing'
  const found = await findTickets(ctx.db, words, mostCounted + 1)
  const count = found.length
  if (count > mostCounted) {
    const title = ctx.t('staff-found-many', { count: mostCounted })
    const rest = ctx.t('staff-list-others')
    answer(ctx, [title, ...linesOf(ctx, found.slice(0, longestList)), rest].join('\n'))
    return
  }
  const title = ctx.t('staff-found', { count })
  answer(ctx, count === 0 ? ctx.t('staff-found-none') : list(ctx, title, found, count))
}

/** `/stats` */
export async function stats(ctx: DeskContext, { desk }: BotDeps): Promise<void> {
  const to = ctx.work.now
  const from = new Date(to.getTime() - statsDays * dayMs)
  const work = await measureWork(ctx.db, { from, to, calendar: calendarOf(desk) })
  const duration = (ms: number) => formatDuration(ms, ctx.language)
  answer(ctx, workLines(work, { days: statsDays, t: ctx.t, duration }).join('\n'))
}

/** `/away 2h` */
export const away: Run<GroupInput> = async (ctx, deps, { agent, written }) => {
  const { desk } = deps
  const { now } = ctx.work
  const read = readMoment(written.text, { now, timezone: desk.timezone })
  if (!read.ok) return 'missing'
  const verdict = await setAway(await ctx.work.transaction(), agent, read.at)
  if (verdict.ok) await tell(ctx, deps, verdict.changes)
  const time = formatMoment(read.at, now, desk.timezone, ctx.language)
  answer(ctx, ctx.t('staff-away', { time }))
}

/** `/back` */
export const back: Run<GroupInput> = async (ctx, deps, { agent }) => {
  const verdict = await setAway(await ctx.work.transaction(), agent, null)
  if (verdict.ok) await tell(ctx, deps, verdict.changes)
  answer(ctx, ctx.t('staff-back'))
}

/** The first tickets of a list, and how many there are besides. */
function list(ctx: DeskContext, title: string, tickets: Ticket[], count: number): string {
  const shown = tickets.slice(0, longestList)
  const rest = count - shown.length
  const more = rest > 0 ? [ctx.t('staff-list-more', { count: rest })] : []
  return [title, ...linesOf(ctx, shown), ...more].join('\n')
}

function linesOf(ctx: DeskContext, tickets: Ticket[]): string[] {
  const since = (at: Date) => formatDuration(ctx.work.now.getTime() - at.getTime(), ctx.language)
  return ticketLines(tickets, { t: ctx.t, since })
}
