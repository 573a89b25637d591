import type { WrittenMessage } from '../../domain/message.ts'
import { statement, type Queryable } from '../../storage/sql.ts'
import { addMessage } from './add-message.ts'
import { describeChange } from './apply-event.ts'
import type { Agent, Verdict } from './change.ts'
import { lockTicket } from './ticket-row.ts'

const saveCount = statement(
  'ticket_message_count',
  `update ticket set message_count = $2 where number = $1`,
)

/** Keeps an internal note with the ticket: no transition, nobody told. */
export async function addNote(
  tx: Queryable,
  { number, agent, written }: { number: number; agent: Agent; written: WrittenMessage },
): Promise<Verdict> {
  const ticket = await lockTicket(tx, number)
  if (ticket === undefined) return { ok: false, reason: 'no_such_ticket' }
  const author = { kind: 'agent', agentId: agent.id } as const
  const note = await addMessage(tx, ticket, written, { kind: 'note', author, purpose: 'note' })
  await saveCount(tx, number, ticket.messageCount)
  const done = { before: ticket, ticket, messages: [note], notices: [] }
  return { ok: true, change: await describeChange(tx, done, agent) }
}
