import { reviseMessage } from '../../services/tickets/revise-message.ts'
import type { BotDeps } from '../bot-deps.ts'
import type { DeskContext } from '../desk-context.ts'
import { readWritten } from '../read-written.ts'
import { presentRevision } from '../staff/present-revision.ts'

/** A client edited a message: the agents see the text before and now. */
export async function revise(ctx: DeskContext, deps: BotDeps): Promise<void> {
  const written = readWritten([ctx.work.updates[0]?.payload['edited_message']])
  const [place] = written?.places ?? []
  if (written === null || place === undefined) {
    ctx.work.ignore('edit without content')
    return
  }
  const { now } = ctx.work
  const { text, entities } = written
  const verdict = await reviseMessage(await ctx.work.transaction(), { place, text, entities, now })
  if (verdict.ok) ctx.work.send(...presentRevision(verdict, { ...deps, now }))
  else ctx.work.ignore(verdict.reason)
}
