import type { WrittenMessage } from '../../domain/message.ts'
import type { Person } from '../../domain/people.ts'
import type { Queryable } from '../../storage/sql.ts'
import type { Verdict } from '../change.ts'
import { applyEvent, type TicketDeps } from './apply-event.ts'
import { actorOf, type AgentActs } from './take-ticket.ts'

/** T29: the client says what is still open. */
export function reopenByClient(
  tx: Queryable,
  deps: TicketDeps,
  input: { number: number; person: Person; written: WrittenMessage; now: Date },
): Promise<Verdict> {
  const { number, person, written, now } = input
  const author = { kind: 'client', personId: person.id } as const
  return applyEvent(tx, deps, {
    number,
    event: reopening(deps, written),
    actor: author,
    said: { written, kind: 'public', author, purpose: 'reopening' },
    now,
  })
}

/** T30: an agent opens a ticket again; the client reads why. */
export function reopenByAgent(
  tx: Queryable,
  deps: TicketDeps,
  input: AgentActs & { written: WrittenMessage },
): Promise<Verdict> {
  const { written, ...acts } = input
  const author = { kind: 'agent', agentId: acts.agent.id } as const
  return applyEvent(tx, deps, {
    ...acts,
    event: reopening(deps, written),
    actor: actorOf(acts.agent),
    said: { written, kind: 'public', author, purpose: 'reason' },
  })
}

function reopening({ desk }: TicketDeps, { text, attachments }: WrittenMessage) {
  // Files alone say something, too.
  const said = text.trim() === '' && attachments.length > 0 ? '📎' : text
  return { type: 'reopen', windowMs: desk.timers.reopenWindowMs, text: said } as const
}
