import type { Change } from '../services/tickets/change.ts'
import type { BotDeps } from './bot-deps.ts'
import type { DeskContext } from './desk-context.ts'
import { present } from './present.ts'

/** Tells everybody concerned what an update changed. */
export function tell(ctx: DeskContext, deps: BotDeps, changes: Change[]): void {
  const { now } = ctx.work
  for (const change of changes) ctx.work.send(...present(change, { ...deps, now }))
}
