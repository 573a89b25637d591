import { readTicketNumber } from '../../../domain/ticket-number.ts'
import { mergeTickets, unmergeTickets } from '../../../services/tickets/merge-tickets.ts'
import { openForClient } from '../../../services/tickets/open-for-client.ts'
import { splitTicket } from '../../../services/tickets/split-ticket.ts'
import { tell } from '../../telling/tell.ts'
import { refuseWords } from '../topic/not-sent.ts'
import { answer } from '../topic/topic-context.ts'
import { finish, type CommandInput, type Run } from './command.ts'

/** `/merge 12` */
export const merge: Run<CommandInput> = async (ctx, deps, { number, agent, written }) => {
  const into = readTicketNumber(written.text)
  if (into === null) {
    // A number no ticket can have is one, and none of a ticket.
    if (!/^\s*#?\d+\s*$/.test(written.text)) return 'missing'
    answer(ctx, ctx.t('refusal-no_such_ticket'))
    return
  }
  const tx = await ctx.work.transaction()
  const input = { number, agent, into, now: ctx.work.now }
  await finish(ctx, deps, await mergeTickets(tx, deps, input))
}

export const unmerge: Run<CommandInput> = async (ctx, deps, { number, agent }) => {
  const tx = await ctx.work.transaction()
  await finish(ctx, deps, await unmergeTickets(tx, deps, { number, agent, now: ctx.work.now }))
}

/** `/open text`: another ticket for the client of this one. */
export const open: Run<CommandInput> = async (ctx, deps, { number, agent, written }) => {
  const { now } = ctx.work
  const tx = await ctx.work.transaction()
  const verdict = await openForClient(tx, deps, { number, agent, written, now })
  if (!verdict.ok) await refuseWords(ctx, deps, number, verdict.reason)
  else {
    await tell(ctx, deps, verdict.changes)
    answer(ctx, ctx.t('staff-opened-other', { other: verdict.number }))
  }
}

/** `/split subject` in reply to a client's message */
export const split: Run<CommandInput> = async (ctx, deps, { number, agent, written }) => {
  const { replyTo: place, text: subject } = written
  const { now } = ctx.work
  if (place === null) return 'missing'
  const tx = await ctx.work.transaction()
  const verdict = await splitTicket(tx, deps, { number, agent, place, subject, now })
  if (verdict.ok) await tell(ctx, deps, verdict.changes)
  else if (verdict.reason === 'already_split') {
    answer(ctx, ctx.t('staff-already-split', { other: verdict.number }))
  } else return 'missing'
}
