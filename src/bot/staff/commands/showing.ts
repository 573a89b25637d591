import { shorten } from '../../../domain/subject.ts'
import { formatDuration, formatMoment } from '../../../locales/date-time.ts'
import { earlierTicketsOf } from '../../../services/reports/find-tickets.ts'
import { readHistory } from '../../../services/reports/read-history.ts'
import { cardFacts } from '../../../services/tickets/card-facts.ts'
import { readTicket } from '../../../services/tickets/read-tickets.ts'
import type { DeskContext } from '../../update/desk-context.ts'
import { ticketLines } from '../../views/overview.ts'
import { cardSlot, presentCard } from '../../telling/card.ts'
import { answer } from '../topic/topic-context.ts'
import type { CommandInput, Run } from './command.ts'

/** The card anew at the end of the topic; the old one loses its buttons. */
export const showCard: Run<CommandInput> = async (ctx, deps, { number }) => {
  const ticket = await readTicket(ctx.db, number)
  if (ticket === null) return
  const place = { kind: 'topic', ticketNumber: number } as const
  ctx.work.send({ kind: 'release', place, slot: cardSlot(number) })
  ctx.work.send(presentCard(await cardFacts(ctx.db, ticket), deps.desk, ctx.t, ctx.work.now))
}

const longestHistory = 30

/** What happened to the ticket, a line each. */
export async function showHistory(ctx: DeskContext, number: number): Promise<void> {
  answer(ctx, (await historyLines(ctx, number)).join('\n'))
}

async function historyLines(ctx: DeskContext, number: number): Promise<string[]> {
  const entries = await readHistory(ctx.db, number, longestHistory)
  const lines = entries.map(({ at, to, actor, reason }) => {
    const time = formatMoment(at, ctx.work.now, ctx.zone, ctx.language)
    const by = actor === null ? '' : ` (${actor})`
    const why = reason === null ? '' : `: ${shorten(reason, 100)}`
    return `${time} ${ctx.t(`status-${to}`)}${by}${why}`
  })
  return [ctx.t('staff-history', { number }), ...lines]
}

/** What happened to the ticket, and the client's earlier ones. */
export async function showMore(ctx: DeskContext, number: number): Promise<void> {
  const earlier = await earlierTicketsOf(ctx.db, number, 5)
  const since = (at: Date) => formatDuration(ctx.work.now.getTime() - at.getTime(), ctx.language)
  const tickets = ticketLines(earlier, { t: ctx.t, since })
  const lines = await historyLines(ctx, number)
  if (tickets.length > 0) lines.push('', ctx.t('staff-earlier'), ...tickets)
  answer(ctx, lines.join('\n'))
}
