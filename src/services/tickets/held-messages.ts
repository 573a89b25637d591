import type { WrittenMessage } from '../../domain/message.ts'
import { statement, type Queryable } from '../../storage/sql.ts'

const insert = statement<{ id: number }>(
  'held_add',
  `insert into held_message (person_id, content, held_at) values ($1, $2, $3) returning id`,
)

/** Keeps a message until its author says which ticket it belongs to. */
export async function holdMessage(
  tx: Queryable,
  { personId, written, now }: { personId: number; written: WrittenMessage; now: Date },
): Promise<number> {
  const [row] = await insert(tx, personId, JSON.stringify(written), now)
  if (row === undefined) throw new Error('A message was not held')
  return row.id
}

const resolve = statement<{ content: Omit<WrittenMessage, 'sentAt'> & { sentAt: string } }>(
  'held_resolve',
  `update held_message set resolved_ticket_number = $3
   where id = $1 and person_id = $2 and resolved_ticket_number is null
   returning content`,
)

/**
 * Gives a held message to a ticket (0: to a draft of a new one).
 *
 * @returns the message, or null when it was given away before or is another person's
 */
export async function heldMessage(
  tx: Queryable,
  heldId: number,
  personId: number,
  ticketNumber: number,
): Promise<WrittenMessage | null> {
  const [row] = await resolve(tx, heldId, personId, ticketNumber)
  if (row === undefined) return null
  // JSON has no dates.
  return { ...row.content, sentAt: new Date(row.content.sentAt) }
}
