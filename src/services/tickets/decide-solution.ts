import type { WrittenMessage } from '../../domain/message.ts'
import type { Person } from '../../domain/people.ts'
import type { Queryable } from '../../storage/sql.ts'
import type { Verdict } from '../change.ts'
import { applyEvent, type Applied, type TicketDeps } from './apply-event.ts'
import { unansweredMessages } from './read-messages.ts'

interface ClientDecides {
  number: number
  person: Person
  /** The proposal whose button was pressed; an older one is `not_current`. */
  proposalNo: number
  now: Date
}

/** T20: the client agrees, and the ticket closes. */
export function acceptSolution(
  tx: Queryable,
  deps: TicketDeps,
  decision: ClientDecides,
): Promise<Verdict> {
  return decideAsClient(tx, deps, decision, {
    type: 'accept_solution',
    proposalNo: decision.proposalNo,
  })
}

/** T21: what the client had written to the solution is why it is not solved. */
export function rejectAsWritten(
  tx: Queryable,
  deps: TicketDeps,
  decision: ClientDecides,
): Promise<Verdict> {
  return decideAsClient(tx, deps, decision, async () => {
    const written = await unansweredMessages(tx, decision.number)
    const reason = written.map(({ text }) => text).join('\n')
    return { type: 'reject_solution', proposalNo: decision.proposalNo, reason }
  })
}

function decideAsClient(
  tx: Queryable,
  deps: TicketDeps,
  { number, person, now }: ClientDecides,
  event: Applied['event'],
): Promise<Verdict> {
  return applyEvent(tx, deps, {
    number,
    event,
    actor: { kind: 'client', personId: person.id },
    now,
  })
}

/** T21: the client says why it is not solved. */
export function rejectSolution(
  tx: Queryable,
  deps: TicketDeps,
  { number, person, proposalNo, written, now }: ClientDecides & { written: WrittenMessage },
): Promise<Verdict> {
  const author = { kind: 'client', personId: person.id } as const
  return applyEvent(tx, deps, {
    number,
    event: { type: 'reject_solution', proposalNo, reason: written.text },
    actor: author,
    said: { written, kind: 'public', author, purpose: 'rejection' },
    now,
  })
}
