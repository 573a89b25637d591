import type { Entity, MessagePlace } from '../../domain/message.ts'
import { waitsForClient, type Ticket } from '../../domain/ticket.ts'
import { jsonText } from '../../storage/json-text.ts'
import { statement, type Queryable } from '../../storage/sql.ts'
import type { MessageChange, MessageFacts, StoredMessage, Verdict } from '../change.ts'
import { personById } from '../people/persons.ts'
import { isAt, placeParams } from '../telegram/message-places.ts'
import { revisePiece } from './kept-pieces.ts'
import { messageById } from './read-messages.ts'
import { lockTicket } from './ticket-row.ts'

const selectNumber = statement<{ id: number; ticketNumber: number }>(
  'message_to_revise',
  `select m.id, m.ticket_number as "ticketNumber"
   from message_copy c join message m on m.id = c.message_id
   where ${isAt('c', 1)} and c.source
     and m.unsent_at is null`,
)

const revise = statement(
  'message_revise',
  `with kept as (
     insert into message_revision (message_id, revision, text, entities, at)
     select id, revision, text, entities, $4 from message where id = $1
   )
   update message set text = $2, entities = $3, revision = revision + 1 where id = $1`,
)

const selectLater = statement(
  'message_asked_later',
  `select from message
   where ticket_number = $1 and seq > $2 and purpose in ('question', 'solution') limit 1`,
)

/**
 * Its author edited a message, or one of those it was written as: the new text counts, the old one
 * is kept. What was taken back from the client stays so, whatever becomes of it.
 */
export async function reviseMessage(
  tx: Queryable,
  input: { place: MessagePlace; text: string; entities: Entity[]; now: Date },
): Promise<Verdict<[MessageChange], 'no_such_message' | 'unchanged'>> {
  const { place, now } = input
  const [found] = await selectNumber(tx, ...placeParams(place))
  if (found === undefined) return { ok: false, reason: 'no_such_message' }
  const ticket = await lockTicket(tx, found.ticketNumber)
  if (ticket === undefined) return { ok: false, reason: 'no_such_message' }
  const before = await messageById(tx, found.id)
  const { text, entities } = await revisePiece(tx, found.id, place, {
    text: input.text,
    entities: input.entities,
  })
  const sameFormat = jsonText(before.entities) === jsonText(entities)
  if (before.text === text && sameFormat) return { ok: false, reason: 'unchanged' }
  await revise(tx, before.id, text.replaceAll('\0', '\ufffd'), jsonText(entities), now)
  const facts: MessageFacts['edited'] = {
    message: { ...before, text, entities },
    before: { text: before.text, entities: before.entities },
    ticket,
    requester: await personById(tx, ticket.requesterId),
    waits: await isStillAsked(tx, ticket, before),
  }
  return { ok: true, changes: [{ about: 'message', notice: 'edited', facts }] }
}

/** Buttons belong to the last that was asked, and only while the ticket waits. */
async function isStillAsked(
  tx: Queryable,
  { number, status }: Ticket,
  { purpose, seq }: StoredMessage,
): Promise<boolean> {
  const waitsFor = { pending: 'question', solution_proposed: 'solution' } as const
  const isAsked = waitsForClient(status) && waitsFor[status] === purpose
  return isAsked && (await selectLater(tx, number, seq)).length === 0
}
