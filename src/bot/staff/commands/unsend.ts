import { unsendMessage } from '../../../services/tickets/unsend-message.ts'
import { tell } from '../../telling/tell.ts'
import type { CommandInput, Run } from './command.ts'

/** `/unsend` in reply to a message that was sent: the client has it no longer. */
export const unsend: Run<CommandInput> = async (ctx, deps, { agent, written }) => {
  const place = written.replyTo
  if (place === null) return 'missing'
  const tx = await ctx.work.transaction()
  const verdict = await unsendMessage(tx, { place, agent, now: ctx.work.now })
  if (!verdict.ok) return 'missing'
  await tell(ctx, deps, verdict.changes)
}
