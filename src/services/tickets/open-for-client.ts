import { localized } from '../../desk/localized.ts'
import { placeKey, type WrittenMessage } from '../../domain/message.ts'
import { newTicketByAgent } from '../../domain/open-ticket.ts'
import type { Queryable } from '../../storage/sql.ts'
import { addMessage } from './add-message.ts'
import { describeChange, type TicketDeps } from './apply-event.ts'
import { insertTicket } from './insert-ticket.ts'
import type { OpenVerdict } from './open-ticket.ts'
import { recordAssignmentChange, recordOpening } from './save-ticket.ts'
import { storeTicket } from './store-ticket.ts'
import { actorOf, type AgentActs } from './take-ticket.ts'
import { lockTicket } from './ticket-row.ts'

/**
 * T02: an agent opens another ticket for a client and writes the first words of it.
 *
 * @param input.number a ticket of that client; the new one is of its type
 */
export async function openForClient(
  tx: Queryable,
  deps: TicketDeps,
  input: AgentActs & { written: WrittenMessage },
): Promise<OpenVerdict> {
  const { number, agent, written, now } = input
  const known = await lockTicket(tx, number)
  if (known === undefined) return { ok: false, reason: 'no_such_ticket' }
  const { typeKey, requesterId } = known
  const type = deps.desk.types.find(({ key }) => key === typeKey)
  if (type === undefined) return { ok: false, reason: 'no_such_type' }

  const draft = {
    typeKey,
    requesterId,
    priority: type.priority,
    keyData: {},
    description: written.text,
    typeTitle: localized(type.title, deps.desk.languages[0], deps.desk),
  }
  const ticket = newTicketByAgent(draft, agent.id, now)
  const [place] = written.places
  // A message opens one ticket, however often its update comes.
  await insertTicket(tx, ticket, `agent:${place === undefined ? '0:0' : placeKey(place)}`)
  const author = { kind: 'agent', agentId: agent.id } as const
  const said = { kind: 'public', author, purpose: 'description' } as const
  const messages = [await addMessage(tx, ticket, written, said)]
  await storeTicket(tx, deps, null, ticket, null)
  const opening = { transition: 'T02', event: 'create_on_behalf' }
  await recordOpening(tx, ticket, opening, actorOf(agent))
  const assignment = { fromAgentId: null, toAgentId: agent.id, cause: 'reply' } as const
  await recordAssignmentChange(tx, ticket.number, assignment, actorOf(agent), now)
  const done = { before: null, ticket, messages, by: 'agent' as const }
  const notices = ['opened_for_client' as const]
  return {
    ok: true,
    changes: [await describeChange(tx, { ...done, notices }, agent)],
    number: ticket.number,
  }
}
