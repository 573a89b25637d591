import { unsendMessage } from '../../../services/tickets/unsend-message.ts'
import { tell } from '../../telling/tell.ts'
import { answer } from '../topic-context.ts'
import type { Run } from './command.ts'

/** `/unsend` in reply to a message that was sent: the client has it no longer. */
export const unsend: Run = async (ctx, deps, { agent, written }) => {
  const place = written.replyTo
  if (place === null) {
    answer(ctx, ctx.t('staff-needs-unsend'))
    return
  }
  const tx = await ctx.work.transaction()
  const verdict = await unsendMessage(tx, { place, agent, now: ctx.work.now })
  if (!verdict.ok) {
    answer(ctx, ctx.t('staff-needs-unsend'))
    return
  }
  await tell(ctx, deps, verdict.changes)
}
