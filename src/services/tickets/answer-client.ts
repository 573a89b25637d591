import type { WrittenMessage } from '../../domain/message.ts'
import type { Queryable } from '../../storage/sql.ts'
import { applyEvent, type TicketDeps } from './apply-event.ts'
import type { Agent, Verdict } from './change.ts'

export interface AgentSays {
  number: number
  agent: Agent
  written: WrittenMessage
  now: Date
}

/** T04: an agent answers; the first public answer to an unassigned ticket takes it. */
export function replyToClient(tx: Queryable, deps: TicketDeps, input: AgentSays): Promise<Verdict> {
  return saidByAgent(tx, deps, input, { type: 'reply' }, 'reply')
}

/** T05: the agent needs something from the client before he can go on. */
export function askForInformation(
  tx: Queryable,
  deps: TicketDeps,
  input: AgentSays,
): Promise<Verdict> {
  return saidByAgent(tx, deps, input, { type: 'request_info' }, 'question')
}

/**
 * T19: the agent proposes a solution.
 *
 * @param input.lastSeenMessageAt the newest message of the client the agent can have seen; when a
 *   newer one exists the verdict is `newer_message`. Left out, the proposal goes out all the same.
 */
export function proposeSolution(
  tx: Queryable,
  deps: TicketDeps,
  input: AgentSays & { lastSeenMessageAt?: Date },
): Promise<Verdict> {
  const { lastSeenMessageAt } = input
  const seen = lastSeenMessageAt === undefined ? {} : { lastSeenMessageAt }
  return saidByAgent(tx, deps, input, { type: 'propose_solution', ...seen }, 'solution')
}

function saidByAgent(
  tx: Queryable,
  deps: TicketDeps,
  { number, agent, written, now }: AgentSays,
  event: { type: 'reply' | 'request_info' | 'propose_solution'; lastSeenMessageAt?: Date },
  purpose: 'reply' | 'question' | 'solution',
): Promise<Verdict> {
  if (written.text.trim() === '' && written.attachments.length === 0) {
    return Promise.resolve({ ok: false, reason: 'nothing_said' })
  }
  const author = { kind: 'agent', agentId: agent.id } as const
  return applyEvent(tx, deps, {
    number,
    event: { ...event, writtenAt: written.sentAt },
    actor: { ...author, supervisor: agent.supervisor },
    agent,
    said: { written, kind: 'public', author, purpose },
    now,
  })
}
