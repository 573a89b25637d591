import { statement, type Queryable } from '../../storage/sql.ts'
import type { Verdict } from '../change.ts'
import { personById } from '../people/persons.ts'
import type { TicketDeps } from '../tickets/apply-event.ts'
import { heldMessage, writtenOf, type HeldContent } from '../tickets/held-messages.ts'
import { recordClientMessage } from '../tickets/record-client-message.ts'

/** A message whose author has not said in time which of his live tickets it belongs to. */
export interface UnsortedMessage {
  id: number
  personId: number
  /** The one in which something was said last. */
  number: number
}

const select = statement<UnsortedMessage>(
  'held_unsorted_live',
  `select h.id, h.person_id as "personId", k.number
   from held_message h cross join lateral (
     select number from ticket
     where requester_id = h.person_id and status <> 'closed'
     order by last_public_message_at desc, number desc limit 1
   ) as k
   where h.resolved_ticket_number is null and h.closed_ticket_number is null
     and h.draft_id is null and h.held_at <= $1
   order by h.id limit $2`,
)

/** What has waited for its author long enough. */
export function unsortedMessages(
  db: Queryable,
  { desk }: TicketDeps,
  now: Date,
  limit: number,
): Promise<UnsortedMessage[]> {
  return select(db, new Date(now.getTime() - desk.timers.unsortedMessageMs), limit)
}

const lock = statement<{ content: HeldContent }>(
  'held_lock',
  `select content from held_message
   where id = $1 and resolved_ticket_number is null for update skip locked`,
)

/**
 * Gives it to the ticket it most likely belongs to: better there than nowhere.
 *
 * @returns null when its author has just said it himself, or the ticket was closed meanwhile
 */
export async function sortMessage(
  tx: Queryable,
  deps: TicketDeps,
  { message, now }: { message: UnsortedMessage; now: Date },
): Promise<Verdict | null> {
  const { id, personId, number } = message
  const [row] = await lock(tx, id)
  if (row === undefined) return null
  const person = await personById(tx, personId)
  const written = writtenOf(row.content)
  const said = { number, person, written, purpose: 'unsorted', now } as const
  const verdict = await recordClientMessage(tx, deps, said)
  if (!verdict.ok) return null
  await heldMessage(tx, id, personId)
  return verdict
}
