import type { Agent } from '../../src/domain/people.ts'
import { agentByUser, saveMember, type AgentIdentity } from '../../src/services/telegram/members.ts'

/** An agent as the desk has him after Telegram told of a member. */
export async function addAgent(
  db: Parameters<typeof saveMember>[0],
  identity: AgentIdentity,
  { supervisor = false } = {},
): Promise<Agent> {
  await saveMember(db, identity, { supervisor, active: true })
  const agent = await agentByUser(db, identity.telegramUserId)
  if (agent === null) throw new Error('The agent was not saved.')
  return agent
}
