import type { WrittenMessage } from '../../domain/message.ts'
import type { Agent } from '../../domain/people.ts'
import type { Queryable } from '../../storage/sql.ts'
import type { Verdict } from '../change.ts'
import { applyEvent, type TicketDeps } from './apply-event.ts'
import { readUnseen } from './read-unseen.ts'

export interface AgentSays {
  number: number
  agent: Agent
  written: WrittenMessage
  /** He has looked at what he could not have read, and sends it anyway. */
  force?: boolean
  now: Date
}

/** T04: an agent answers; the first public answer to an unassigned ticket takes it. */
export function replyToClient(tx: Queryable, deps: TicketDeps, input: AgentSays): Promise<Verdict> {
  return saidByAgent(tx, deps, input, 'reply', 'reply')
}

/** T05: the agent needs something from the client before he can go on. */
export function askForInformation(
  tx: Queryable,
  deps: TicketDeps,
  input: AgentSays,
): Promise<Verdict> {
  return saidByAgent(tx, deps, input, 'request_info', 'question')
}

/** T19: the agent proposes a solution; `newer_message` when the client wrote what he cannot have read. */
export function proposeSolution(
  tx: Queryable,
  deps: TicketDeps,
  input: AgentSays,
): Promise<Verdict> {
  return saidByAgent(tx, deps, input, 'propose_solution', 'solution')
}

function saidByAgent(
  tx: Queryable,
  deps: TicketDeps,
  { number, agent, written, force = false, now }: AgentSays,
  type: 'reply' | 'request_info' | 'propose_solution',
  purpose: 'reply' | 'question' | 'solution',
): Promise<Verdict> {
  if (written.text.trim() === '' && written.attachments.length === 0) {
    return Promise.resolve({ ok: false, reason: 'nothing_said' })
  }
  const author = { kind: 'agent', agentId: agent.id } as const
  return applyEvent(tx, deps, {
    number,
    event: async () => (force ? { type } : { type, unseen: await readUnseen(tx, number, written) }),
    actor: { ...author, supervisor: agent.supervisor },
    agent,
    said: { written, kind: 'public', author, purpose },
    now,
  })
}
