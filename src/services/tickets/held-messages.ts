import type { MessagePlace, WrittenMessage } from '../../domain/message.ts'
import { jsonText } from '../../storage/json-text.ts'
import { statement, type Queryable } from '../../storage/sql.ts'
import { holdsPlace, placeParams } from '../telegram/message-places.ts'

const insert = statement<{ id: number }>(
  'held_add',
  `insert into held_message (person_id, content, held_at, closed_ticket_number)
   values ($1, $2, $3, $4) returning id`,
)

/**
 * Keeps a message until its author says which ticket it belongs to.
 *
 * @param held.closedTicket the closed ticket it was written to, if it was
 */
export async function holdMessage(
  tx: Queryable,
  held: { personId: number; written: WrittenMessage; closedTicket?: number; now: Date },
): Promise<number> {
  const { personId, written, closedTicket = null, now } = held
  const [row] = await insert(tx, personId, jsonText(written), now, closedTicket)
  if (row === undefined) throw new Error('A message was not held')
  return row.id
}

/** JSON has no dates. */
export type HeldContent = Omit<WrittenMessage, 'sentAt'> & { sentAt: string }

const resolve = statement<{ content: HeldContent }>(
  'held_resolve',
  `delete from held_message where id = $1 and person_id = $2 and resolved_ticket_number is null
   returning content`,
)

/**
 * Takes a held message for the ticket or the draft that keeps it from now on.
 *
 * @returns the message, or null when it was taken before or is another person's
 */
export async function heldMessage(
  tx: Queryable,
  heldId: number,
  personId: number,
): Promise<WrittenMessage | null> {
  const [row] = await resolve(tx, heldId, personId)
  return row === undefined ? null : writtenOf(row.content)
}

export function writtenOf(content: HeldContent): WrittenMessage {
  return { ...content, sentAt: new Date(content.sentAt) }
}

const selectAt = statement<{ id: number; content: HeldContent }>(
  'held_at_place',
  `select id, content from held_message
   where person_id = $1 and resolved_ticket_number is null
     and ${holdsPlace('content', 2)}
   order by id desc limit 1 for update`,
)

/** The message that stands at a place and still waits for its author's word, or null. */
export async function heldAtPlace(
  tx: Queryable,
  personId: number,
  place: MessagePlace,
): Promise<{ id: number; written: WrittenMessage } | null> {
  const [row] = await selectAt(tx, personId, ...placeParams(place))
  return row === undefined ? null : { id: row.id, written: writtenOf(row.content) }
}

const updateContent = statement(
  'held_revise',
  `update held_message set content = $2 where id = $1 and resolved_ticket_number is null`,
)

/** Replaces what a message says that still waits. */
export async function reviseHeld(
  tx: Queryable,
  heldId: number,
  written: WrittenMessage,
): Promise<void> {
  await updateContent(tx, heldId, jsonText(written))
}
