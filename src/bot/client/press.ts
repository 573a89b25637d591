import { sceneNames } from '../../scenes/scene-names.ts'
import { acceptSolution, rejectAsWritten } from '../../services/tickets/decide-solution.ts'
import { withdrawTicket } from '../../services/tickets/close-ticket.ts'
import { ticketBegunAt } from '../../services/tickets/read-messages.ts'
import { readSurvivor, readTicket } from '../../services/tickets/read-tickets.ts'
import type { BotDeps } from '../update/bot-deps.ts'
import { pack, unpack, type Press, type PressOf } from '../buttons/callback-data.ts'
import type { DeskContext } from '../update/desk-context.ts'
import { tell } from '../telling/tell.ts'
import { toast } from '../update/toast.ts'
import { sayTo } from './menu.ts'
import { openNew } from './commands.ts'
import { showClosedTickets, showLiveTickets, showTicket } from './lists.ts'
import { rate, rateAgain } from '../../scenes/rate.ts'
import { pressOpinion } from './react.ts'
import { followUp, routeHeld } from './route-message.ts'
import { changeSetting, showSettings } from './settings.ts'

/** A button outside of a dialogue. What it may do is decided anew: data can be forged, and old. */
export async function press(ctx: DeskContext, deps: BotDeps): Promise<void> {
  const query = ctx.callbackQuery
  const found = query !== undefined && 'data' in query ? unpack(query.data) : null
  const isDone =
    found !== null && !(await isOfFormerTicket(ctx, found)) && (await carryOut(ctx, deps, found))
  if (isDone) {
    toast(ctx)
    return
  }
  toast(ctx, ctx.t('refusal-not_current'))
  ctx.work.ignore(found === null ? 'button of no known version' : 'button that is not current')
}

/**
 * The button was shown before the ticket began that has its number now: it belongs to a ticket of a
 * database that was lost, or of which an older copy was brought back. Both times are Telegram's.
 */
async function isOfFormerTicket(ctx: DeskContext, found: Press): Promise<boolean> {
  const message = ctx.callbackQuery?.message
  // Of a message that is out of reach Telegram tells no date (0).
  if (message === undefined || message.date === 0 || !('ticket' in found)) return false
  const shownAt = new Date(('edit_date' in message ? message.edit_date : message.date) * 1_000)
  const begunAt = await ticketBegunAt(ctx.db, found.ticket)
  return begunAt !== null && shownAt < begunAt
}

/** @returns false when it is not current */
async function carryOut(ctx: DeskContext, deps: BotDeps, found: Press): Promise<boolean> {
  switch (found.action) {
    case 'new':
      await openNew(ctx)
      return true
    case 'tickets':
      await showLiveTickets(ctx, found.page)
      return true
    case 'journal':
      await showClosedTickets(ctx, found.page)
      return true
    case 'settings':
      showSettings(ctx, deps)
      return true
    case 'language':
    case 'quiet':
    case 'mute':
      return changeSetting(ctx, deps, found)
    case 'show':
      return showTicket(ctx, found.ticket)
    case 'route':
      return routeHeld(ctx, deps, found)
    case 'add':
    case 'reply':
      return write(ctx, found)
    case 'accept':
      return accept(ctx, deps, found)
    case 'reject':
      return reject(ctx, deps, found)
    case 'withdraw':
      return withdraw(ctx, deps, found)
    case 'reopen':
      return reopen(ctx, found)
    case 'follow':
      return followUp(ctx, deps, found)
    case 'rate':
      return rate(ctx, deps, found)
    case 'rerate':
      return rateAgain(ctx, deps, found)
    case 'opinion':
      return pressOpinion(ctx, deps, found)
    case 'step':
    case 'take':
    case 'ask':
    case 'solve':
    case 'note':
    case 'later':
    case 'dev':
    case 'more':
    case 'force':
      return false
  }
}

async function write(ctx: DeskContext, found: PressOf<'add'> | PressOf<'reply'>): Promise<boolean> {
  const ticket = await ownTicket(ctx, found.ticket, readSurvivor)
  if (ticket === null || ticket.status === 'closed') return false
  // What was asked in a ticket that became part of another one is answered by a message to that.
  const isAnswer = found.action === 'reply' && ticket.number === found.ticket
  const isCurrent =
    !isAnswer || (ticket.status === 'pending' && ticket.proposalNo === found.proposal)
  if (!isCurrent) return false
  const purpose = isAnswer ? 'answer' : 'message'
  const state = { version: 1, number: ticket.number, purpose, messages: [] }
  await ctx.scene.enter(sceneNames.answerRequest, state)
  return true
}

async function accept(ctx: DeskContext, deps: BotDeps, found: PressOf<'accept'>): Promise<boolean> {
  const { person, now } = ctx.work
  if (person === null) return false
  const tx = await ctx.work.transaction()
  const { ticket: number, proposal: proposalNo } = found
  const verdict = await acceptSolution(tx, deps, { number, person, proposalNo, now })
  if (!verdict.ok) return false
  await tell(ctx, deps, verdict.changes)
  return true
}

/** Who has written already is not asked for a reason again. */
async function reject(ctx: DeskContext, deps: BotDeps, found: PressOf<'reject'>): Promise<boolean> {
  const { person, now } = ctx.work
  const ticket = await ownTicket(ctx, found.ticket)
  if (ticket?.status !== 'solution_proposed' || ticket.proposalNo !== found.proposal) return false
  if (person !== null && ticket.undecidedSince !== null) {
    const { number, proposalNo } = ticket
    const tx = await ctx.work.transaction()
    const verdict = await rejectAsWritten(tx, deps, { number, person, proposalNo, now })
    if (verdict.ok) {
      await tell(ctx, deps, verdict.changes)
      return true
    }
    if (verdict.reason !== 'reason_too_short') return false
  }
  const state = { version: 1, number: ticket.number, round: ticket.proposalNo }
  await ctx.scene.enter(sceneNames.rejectSolution, state)
  return true
}

/** Asked once more, because it ends the ticket. */
async function withdraw(
  ctx: DeskContext,
  deps: BotDeps,
  found: PressOf<'withdraw'>,
): Promise<boolean> {
  const { t } = ctx
  const { person, now } = ctx.work
  const ticket = await ownTicket(ctx, found.ticket)
  if (ticket === null || person === null || ticket.status === 'closed') return false
  const { number } = ticket
  if (found.sure !== 1) {
    const sure = pack({ action: 'withdraw', ticket: number, sure: 1 })
    sayTo(ctx, `#${String(number)}: ${t('client-withdraw-sure')}`, [
      [{ label: t('notice-withdraw'), data: sure }],
      [{ label: t('client-withdraw-no'), data: pack({ action: 'show', ticket: number }) }],
    ])
    return true
  }
  const tx = await ctx.work.transaction()
  const verdict = await withdrawTicket(tx, deps, { number, person, now })
  if (!verdict.ok) return false
  await tell(ctx, deps, verdict.changes)
  return true
}

async function reopen(ctx: DeskContext, found: PressOf<'reopen'>): Promise<boolean> {
  const ticket = await ownTicket(ctx, found.ticket)
  if (ticket?.status !== 'closed' || ticket.closureNo !== found.closure) return false
  const state = { version: 1, number: ticket.number, round: ticket.closureNo }
  await ctx.scene.enter(sceneNames.reopenTicket, state)
  return true
}

/** The ticket if it is this person's: anybody can forge a number. */
async function ownTicket(ctx: DeskContext, number: number, read = readTicket) {
  const ticket = await read(ctx.db, number)
  return ticket !== null && ticket.requesterId === ctx.work.person?.id ? ticket : null
}
