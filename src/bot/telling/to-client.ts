import { quietUntil } from '../../domain/quiet-hours.ts'
import type { TicketChange } from '../../services/change.ts'
import type { Outgoing } from '../../services/notifier/outgoing.ts'
import { holdNotice } from './hold-notice.ts'
import { notices } from './notices.ts'
import { readerOf } from './reader.ts'
import type { TellingDeps } from './telling-deps.ts'

/** What the requester of a ticket is told of a change, in his language and zone. */
export function tellClient(change: TicketChange, deps: TellingDeps): Outgoing[] {
  const { desk, now } = deps
  const { requester } = change
  const reader = readerOf(requester, deps)
  const effects = change.notices
    .map((notice) => notices[notice])
    .filter(({ optional }) => optional === undefined || !requester.muted.includes(optional))
    .flatMap(({ client }) => client(change, reader))
  // Whoever acts himself is awake and wants to see it.
  if (change.by === 'client') return effects
  const quiet = quietUntil(requester.quietHours, now, requester.timezone ?? desk.timezone)
  return effects.map((effect) => holdNotice(effect, quiet, now, desk))
}
