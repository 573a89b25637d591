import type { TicketEvent } from '../../domain/event.ts'
import type { WrittenMessage } from '../../domain/message.ts'
import type { Person } from '../../domain/people.ts'
import type { Queryable } from '../../storage/sql.ts'
import type { Verdict } from '../change.ts'
import { applyEvent, type TicketDeps } from './apply-event.ts'
import { actorOf, type AgentActs } from './take-ticket.ts'

/** T26: a supervisor closes a ticket that needs no solution. */
export function closeTicket(
  tx: Queryable,
  deps: TicketDeps,
  input: AgentActs & {
    reason: Extract<TicketEvent, { type: 'close' }>['reason']
    comment: WrittenMessage
  },
): Promise<Verdict> {
  const { reason, comment, ...acts } = input
  const author = { kind: 'agent', agentId: acts.agent.id } as const
  // A spammer is told nothing, so the comment is for colleagues.
  const kind = reason === 'spam' ? 'note' : 'public'
  return applyEvent(tx, deps, {
    ...acts,
    event: { type: 'close', reason, comment: comment.text },
    actor: actorOf(acts.agent),
    said: { written: comment, kind, author, purpose: 'reason' },
  })
}

/** T25: the client does not need an answer any more. */
export function withdrawTicket(
  tx: Queryable,
  deps: TicketDeps,
  { number, person, now }: { number: number; person: Person; now: Date },
): Promise<Verdict> {
  const actor = { kind: 'client', personId: person.id } as const
  return applyEvent(tx, deps, { number, event: { type: 'withdraw' }, actor, now })
}
