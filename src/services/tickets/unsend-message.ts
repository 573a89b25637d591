import type { MessagePlace } from '../../domain/message.ts'
import type { Agent } from '../../domain/people.ts'
import { statement, type Queryable } from '../../storage/sql.ts'
import type { MessageChange, Verdict } from '../change.ts'
import { personById } from '../people/persons.ts'
import { isAt, placeParams } from '../telegram/message-places.ts'

const take = statement<{ id: number; requesterId: number }>(
  'message_unsend',
  `update message m set unsent_at = $4
   from message_copy c, ticket k
   where ${isAt('c', 1)} and c.source and c.message_id = m.id
     and k.number = m.ticket_number and m.kind = 'public' and m.unsent_at is null
     and (m.agent_id = $3 or $5)
   returning m.id, k.requester_id as "requesterId"`,
)

const putBack = statement(
  'message_unsend_undo',
  `update message set unsent_at = null where id = $1`,
)

/** The client still has it: what he has he may also read in his list. */
export async function keepSent(db: Queryable, messageId: number): Promise<void> {
  await putBack(db, messageId)
}

/** Takes back from the client what an agent wrote; a supervisor may do it for a colleague. */
export async function unsendMessage(
  tx: Queryable,
  { place, agent, now }: { place: MessagePlace; agent: Agent; now: Date },
): Promise<Verdict<[MessageChange], 'nothing_to_unsend'>> {
  const [row] = await take(tx, ...placeParams(place), agent.id, now, agent.supervisor)
  if (row === undefined) return { ok: false, reason: 'nothing_to_unsend' }
  const requester = await personById(tx, row.requesterId)
  const facts = { messageId: row.id, requester, at: place }
  return { ok: true, changes: [{ about: 'message', notice: 'unsent', facts }] }
}
