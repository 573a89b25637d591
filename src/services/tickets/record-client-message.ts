import { isAcknowledgement } from '../../domain/thanks.ts'
import type { WrittenMessage } from '../../domain/message.ts'
import type { TicketEvent } from '../../domain/event.ts'
import { waitsForClient, type Ticket } from '../../domain/ticket.ts'
import type { Person } from '../../domain/people.ts'
import type { Queryable } from '../../storage/sql.ts'
import { applyEvent, type TicketDeps } from './apply-event.ts'
import type { Verdict } from '../change.ts'
import { holdJoining } from './lock-joining.ts'
import { readSurvivor } from './read-tickets.ts'

/**
 * T06, T07, T12, T16, T22, T28, T32: a client writes to his ticket, or to the one it became part of.
 * A bare thank-you changes nothing while the ticket waits for him or is closed; everywhere else it
 * is a message like any other.
 */
export async function recordClientMessage(
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
  const { person, written, purpose, now } = input
  // A merge that is under way decides first which ticket it is.
  await holdJoining(tx, person.id)
  const number = (await readSurvivor(tx, input.number))?.number ?? input.number
  const author = { kind: 'client', personId: person.id } as const
  const isAck = deps.desk.thanks && isAcknowledgement(written.text, written.attachments.length > 0)
  const event = (ticket: Ticket): TicketEvent =>
    isAck && isFiltered(ticket) ? { type: 'message_ack' } : { type: 'message' }
  return applyEvent(tx, deps, {
    number,
    event,
    actor: author,
    said: { written, kind: 'public', author, purpose },
    now,
  })
}

function isFiltered({ status }: Ticket): boolean {
  return waitsForClient(status) || status === 'closed'
}
