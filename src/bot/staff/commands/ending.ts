import { closeReasons } from '../../../domain/event.ts'
import { cutStart } from '../../../domain/formatted.ts'
import { closeTicket } from '../../../services/tickets/close-ticket.ts'
import { reopenByAgent } from '../../../services/tickets/reopen-ticket.ts'
import { answer } from '../topic-context.ts'
import { refuseWords } from '../not-sent.ts'
import { finish, saysNothing, type Run } from './command.ts'

/** `/close duplicate text` */
export const close: Run = async (ctx, deps, { number, agent, written }) => {
  const [head, word] = /^\s*(\S+)\s*/.exec(written.text) ?? []
  const reason = closeReasons.find((one) => one === word?.toLowerCase())
  if (head === undefined || reason === undefined) {
    answer(ctx, ctx.t('staff-needs-close'))
    return
  }
  const comment = { ...written, ...cutStart(written, head.length) }
  const tx = await ctx.work.transaction()
  const input = { number, agent, reason, comment, now: ctx.work.now }
  const verdict = await closeTicket(tx, deps, input)
  // A comment on spam is for colleagues alone.
  const isSpoken = reason !== 'spam' && !verdict.ok && verdict.reason !== 'reason_missing'
  if (isSpoken) await refuseWords(ctx, deps, number, verdict.reason)
  else await finish(ctx, deps, verdict, 'staff-needs-close')
}

/** `/reopen text` */
export const reopen: Run = async (ctx, deps, { number, agent, written }) => {
  if (saysNothing(written)) {
    answer(ctx, ctx.t('staff-needs-reopen'))
    return
  }
  const tx = await ctx.work.transaction()
  const verdict = await reopenByAgent(tx, deps, { number, agent, written, now: ctx.work.now })
  if (verdict.ok) await finish(ctx, deps, verdict)
  else await refuseWords(ctx, deps, number, verdict.reason)
}
