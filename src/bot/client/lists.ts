import { beginningOf } from '../../domain/beginning.ts'
import { maxSearchUnits } from '../../domain/bounds.ts'
import { bold, join } from '../../domain/formatted.ts'
import { canBeReopened } from '../../domain/guard.ts'
import { shorten } from '../../domain/subject.ts'
import { waitsForClient, type Ticket } from '../../domain/ticket.ts'
import { closesAt } from '../../domain/timers.ts'
import { formatMoment } from '../../locales/date-time.ts'
import type { Button, Content } from '../../services/notifier/outgoing.ts'
import { selectTicket } from '../../services/people/persons.ts'
import { agentById } from '../../services/people/agents.ts'
import { lastMessages } from '../../services/tickets/read-messages.ts'
import {
  closedTicketsOf,
  liveTicketsOf,
  readTicket,
  searchClosedTickets,
} from '../../services/tickets/read-tickets.ts'
import { pack } from '../buttons/callback-data.ts'
import type { DeskContext } from '../update/desk-context.ts'
import { ownChat } from '../update/own-chat.ts'
import { addButton, answerButtons, withdrawButton } from '../telling/answer-buttons.ts'
import { withHeader } from '../views/ticket-header.ts'

const pageSize = 5

/** Live tickets, those that wait for the client first. */
export async function showLiveTickets(ctx: DeskContext, page: number): Promise<void> {
  const { person } = ctx.work
  const all = person === null ? [] : await liveTicketsOf(ctx.db, person.id)
  const tickets = all.slice(page * pageSize, (page + 1) * pageSize)
  const more = all.length > (page + 1) * pageSize
  show(ctx, list(ctx, tickets, 'tickets', page, more))
}

/** Closed tickets, newest first. */
export async function showClosedTickets(ctx: DeskContext, page: number): Promise<void> {
  const { person } = ctx.work
  const range = { limit: pageSize + 1, offset: page * pageSize }
  const found = person === null ? [] : await closedTicketsOf(ctx.db, person.id, range)
  const more = found.length > pageSize
  show(ctx, list(ctx, found.slice(0, pageSize), 'journal', page, more))
}

/** Closed tickets in which words were written, newest first. */
export async function searchTickets(ctx: DeskContext, words: string): Promise<void> {
  const { person } = ctx.work
  const sought = beginningOf(words, maxSearchUnits)
  const found =
    person === null ? [] : await searchClosedTickets(ctx.db, person.id, sought, pageSize)
  show(ctx, list(ctx, found, 'journal', 0, false))
}

/** The card of one ticket; what the client writes next belongs to it. */
export async function showTicket(ctx: DeskContext, number: number): Promise<boolean> {
  const { person, now } = ctx.work
  const ticket = await readTicket(ctx.db, number)
  if (person === null || ticket?.requesterId !== person.id) return false
  await selectTicket(await ctx.work.transaction(), person.id, number, now)
  show(ctx, await card(ctx, ticket))
  return true
}

function show(ctx: DeskContext, content: Content): void {
  ctx.work.send({ kind: 'say', place: ownChat(ctx), content })
}

function list(
  { t }: DeskContext,
  tickets: Ticket[],
  action: 'tickets' | 'journal',
  page: number,
  more: boolean,
): Content {
  const isLive = action === 'tickets'
  if (tickets.length === 0) {
    return { text: t(isLive ? 'client-no-tickets' : 'client-no-closed'), entities: [] }
  }
  const rows = tickets.map(({ number, subject }): Button[] => [
    { label: `#${String(number)} ${subject}`, data: pack({ action: 'show', ticket: number }) },
  ])
  const turn = (label: string, to: number): Button => ({ label, data: pack({ action, page: to }) })
  const pages = [...(page > 0 ? [turn('←', page - 1)] : []), ...(more ? [turn('→', page + 1)] : [])]
  const lines = tickets.map((ticket) => `\n#${String(ticket.number)}: ${statusLine(ticket, t)}`)
  return {
    ...join(bold(t(isLive ? 'client-tickets' : 'client-closed-tickets')), ...lines),
    buttons: [...rows, ...(pages.length === 0 ? [] : [pages])],
  }
}

function statusLine({ status }: Ticket, t: DeskContext['t']): string {
  return waitsForClient(status)
    ? `${t(`status-${status}`)} (${t('client-waits')})`
    : t(`status-${status}`)
}

async function card(ctx: DeskContext, ticket: Ticket): Promise<Content> {
  const { t, desk } = ctx
  const assignee = await agentById(ctx.db, ticket.assigneeId)
  const last = await lastMessages(ctx.db, ticket.number, 5, { publicOnly: true })
  const closes = closesAt(ticket, desk.timers)
  const time = closes && formatMoment(closes, ctx.work.now, ctx.zone, ctx.language)
  const said = last.map(({ author, text, attachments }) => {
    const who = t(author === 'client' ? 'client-you' : 'client-support')
    const files = attachments.length === 0 ? '' : ` 📎 ${String(attachments.length)}`
    return `\n${who}: ${shorten(text, 300)}${files}`
  })
  const lines = [
    t('card-status', { status: statusLine(ticket, t) }),
    assignee === null ? t('card-queue') : t('card-assignee', { name: assignee.name }),
    ...(time === null ? [] : [t('notice-closes', { time })]),
    ...(ticket.mergedInto === null ? [] : [t('client-merged', { other: ticket.mergedInto })]),
  ]
  return {
    ...withHeader(ticket, join(lines.join('\n'), '\n', ...said)),
    buttons: actions(ctx, ticket),
  }
}

/** Only what is possible now. */
function actions({ t, desk, work }: DeskContext, ticket: Ticket): Button[][] {
  const { number, status, closureNo: closure, mergedInto } = ticket
  const button = (label: string, data: string): Button => ({ label, data })
  if (mergedInto !== null) {
    const label = `#${String(mergedInto)}`
    return [[button(label, pack({ action: 'show', ticket: mergedInto }))]]
  }
  if (status === 'closed') {
    if (!canBeReopened(ticket, desk.timers.reopenWindowMs, work.now)) return []
    return [[button(t('notice-reopen'), pack({ action: 'reopen', ticket: number, closure }))]]
  }
  const answers = answerButtons(ticket, t)
  return [answers.length > 0 ? answers : addButton(number, t), withdrawButton(number, t)]
}
