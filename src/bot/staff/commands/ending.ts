import { closeReasons } from '../../../domain/event.ts'
import { closeTicket } from '../../../services/tickets/close-ticket.ts'
import { reopenByAgent } from '../../../services/tickets/reopen-ticket.ts'
import { refuseWords } from '../topic/not-sent.ts'
import { finish, withoutStart, type CommandInput, type Run } from './command.ts'

/** `/close duplicate text` */
export const close: Run<CommandInput> = async (ctx, deps, { number, agent, written }) => {
  const [head, word] = /^\s*(\S+)\s*/.exec(written.text) ?? []
  const reason = closeReasons.find((one) => one === word?.toLowerCase())
  if (head === undefined || reason === undefined) return 'missing'
  const comment = withoutStart(written, head.length)
  const tx = await ctx.work.transaction()
  const input = { number, agent, reason, comment, now: ctx.work.now }
  const verdict = await closeTicket(tx, deps, input)
  if (!verdict.ok && verdict.reason === 'reason_missing') return 'missing'
  // A comment on spam is for colleagues alone.
  if (!verdict.ok && reason !== 'spam') await refuseWords(ctx, deps, number, verdict.reason)
  else await finish(ctx, deps, verdict)
}

/** `/reopen text` */
export const reopen: Run<CommandInput> = async (ctx, deps, { number, agent, written }) => {
  const tx = await ctx.work.transaction()
  const verdict = await reopenByAgent(tx, deps, { number, agent, written, now: ctx.work.now })
  if (verdict.ok) await finish(ctx, deps, verdict)
  else await refuseWords(ctx, deps, number, verdict.reason)
}
