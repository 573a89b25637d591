import { isAcknowledgement } from '../../domain/thanks.ts'
import type { WrittenMessage } from '../../domain/message.ts'
import type { TicketEvent } from '../../domain/event.ts'
import type { Ticket } from '../../domain/ticket.ts'
import type { Queryable } from '../../storage/sql.ts'
import type { Person } from '../intake/work.ts'
import { applyEvent, type TicketDeps } from './apply-event.ts'
import type { Verdict } from './change.ts'

/**
 * T06, T07, T12, T16, T22, T28, T32: a client writes to his ticket. A bare thank-you changes nothing
 * while the ticket waits for him or is closed; everywhere else it is a message like any other.
 */
export function recordClientMessage(
  tx: Queryable,
  deps: TicketDeps,
  input: {
    number: number
    person: Person
    written: WrittenMessage
    purpose: 'message' | 'answer' | 'unsorted'
    now: Date
  },
): Promise<Verdict> {
  const { number, person, written, purpose, now } = input
  const author = { kind: 'client', personId: person.id } as const
  const isAck = deps.desk.thanks && isAcknowledgement(written.text, written.attachments.length > 0)
  const event = (ticket: Ticket): TicketEvent =>
    isAck && isFiltered(ticket) ? { type: 'message_ack' } : { type: 'message', text: written.text }
  return applyEvent(tx, deps, {
    number,
    event,
    actor: author,
    said: { written, kind: 'public', author, purpose },
    now,
  })
}

function isFiltered({ status }: Ticket): boolean {
  return status === 'pending' || status === 'solution_proposed' || status === 'closed'
}
