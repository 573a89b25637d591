import type { WrittenMessage } from '../../domain/message.ts'
import type { Agent } from '../../domain/people.ts'
import type { Queryable } from '../../storage/sql.ts'
import type { Verdict } from '../change.ts'
import { applyEvent, type TicketDeps } from './apply-event.ts'

export interface AgentActs {
  number: number
  agent: Agent
  now: Date
}

/** T03: an agent takes a ticket of the queue; of two at once the second gets `taken_by_other`. */
export function takeTicket(tx: Queryable, deps: TicketDeps, input: AgentActs): Promise<Verdict> {
  return applyEvent(tx, deps, { ...input, event: { type: 'claim' }, actor: actorOf(input.agent) })
}

/**
 * T35: hands a ticket to a colleague.
 *
 * @param input.note what he should know of it; it stays inside
 */
export function assignTicket(
  tx: Queryable,
  deps: TicketDeps,
  input: AgentActs & { toAgent: Agent; note?: WrittenMessage },
): Promise<Verdict> {
  const { toAgent, note: written, ...acts } = input
  const author = { kind: 'agent', agentId: acts.agent.id } as const
  return applyEvent(tx, deps, {
    ...acts,
    event: { type: 'reassign', toAgentId: toAgent.id },
    actor: actorOf(acts.agent),
    ...(written !== undefined && { said: { written, kind: 'note', author, purpose: 'note' } }),
  })
}

/** Lays a ticket down: it goes back to the queue. */
export function releaseTicket(tx: Queryable, deps: TicketDeps, input: AgentActs): Promise<Verdict> {
  return applyEvent(tx, deps, { ...input, event: { type: 'release' }, actor: actorOf(input.agent) })
}

/** T23: takes back a proposed solution. */
export function withdrawSolution(
  tx: Queryable,
  deps: TicketDeps,
  input: AgentActs,
): Promise<Verdict> {
  const event = { type: 'withdraw_solution' } as const
  return applyEvent(tx, deps, { ...input, event, actor: actorOf(input.agent) })
}

/** An agent as the actor of an event. */
export function actorOf({ id, supervisor }: Agent) {
  return { kind: 'agent', agentId: id, supervisor } as const
}
