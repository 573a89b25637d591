import { momentAfter } from '../../domain/moment-after.ts'
import { statement, type Queryable } from '../../storage/sql.ts'
import type { Verdict } from '../change.ts'
import { addMessage } from './add-message.ts'
import type { AgentSays } from './answer-client.ts'
import { describeChange } from './apply-event.ts'
import { lockTicket } from './ticket-row.ts'

const saveCount = statement(
  'ticket_message_count',
  `update ticket set message_count = $2, updated_at = $3 where number = $1`,
)

/** Keeps an internal note with the ticket: no transition, nobody told. */
export async function addNote(
  tx: Queryable,
  { number, agent, written, now }: AgentSays,
): Promise<Verdict> {
  const found = await lockTicket(tx, number)
  if (found === undefined) return { ok: false, reason: 'no_such_ticket' }
  const ticket = { ...found, updatedAt: momentAfter(found, now) }
  const author = { kind: 'agent', agentId: agent.id } as const
  const note = await addMessage(tx, ticket, written, { kind: 'note', author, purpose: 'note' })
  await saveCount(tx, number, ticket.messageCount, ticket.updatedAt)
  const done = { before: ticket, ticket, messages: [note], notices: [], by: 'agent' as const }
  return { ok: true, changes: [await describeChange(tx, done, agent)] }
}
