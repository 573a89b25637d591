import type { WrittenMessage } from '../../domain/message.ts'
import type { Queryable } from '../../storage/sql.ts'
import type { Verdict } from '../change.ts'
import { applyEvent, type TicketDeps } from './apply-event.ts'
import { actorOf, type AgentActs } from './take-ticket.ts'

const dayMs = 86_400_000

/** The longest a ticket may be postponed. */
const maxPostponeMs = 30 * dayMs

/** T10: nothing can be done before a time; the client reads until when, and why. */
export function postponeTicket(
  tx: Queryable,
  deps: TicketDeps,
  input: AgentActs & { until: Date; reason: WrittenMessage },
): Promise<Verdict> {
  const { until, reason, ...acts } = input
  const author = { kind: 'agent', agentId: acts.agent.id } as const
  return applyEvent(tx, deps, {
    ...acts,
    event: { type: 'postpone', until, reason: reason.text, maxMs: maxPostponeMs },
    actor: actorOf(acts.agent),
    said: { written: reason, kind: 'public', author, purpose: 'reason' },
  })
}
