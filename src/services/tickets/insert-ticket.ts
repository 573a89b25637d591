import type { Ticket } from '../../domain/ticket.ts'
import { jsonText } from '../../storage/json-text.ts'
import { statement, type Queryable } from '../../storage/sql.ts'

const insert = statement<{ number: number }>(
  'ticket_open',
  `insert into ticket (type_key, subject, priority, requester_id, entered_at, needs_reply_since,
                       key_data, draft_id, created_at, updated_at, follow_up_of, split_from)
   values ($1, $2, $3::priority, $4, $5, $5, $6, $7, $5, $5, $8, $9)
   returning number`,
)

/**
 * Gives a new ticket its number. The caller adds what was written and saves it.
 *
 * @param draftId what it was made from, once
 */
export async function insertTicket(tx: Queryable, ticket: Ticket, draftId: string): Promise<void> {
  const { typeKey, subject, priority, requesterId, keyData } = ticket
  const [row] = await insert(
    tx,
    typeKey,
    subject,
    priority,
    requesterId,
    ticket.createdAt,
    jsonText(keyData),
    draftId,
    ticket.followUpOf,
    ticket.splitFrom,
  )
  if (row === undefined) throw new Error(`The ticket of draft ${draftId} was not stored`)
  ticket.number = row.number
}
