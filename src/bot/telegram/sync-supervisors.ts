import { nameOfUser } from '../../domain/shown-name.ts'
import { saveAgent, setRole, type AgentIdentity } from '../../services/people/save-agent.ts'
import type { Call } from './call.ts'
import { describeFailure } from './failure.ts'

/**
 * Asks Telegram who administers the staff group: they are supervisors. Who becomes one later is
 * told by an update.
 */
export async function syncSupervisors({
  call,
  db,
  staffChatId,
  log,
}: {
  call: Call
  db: Parameters<typeof saveAgent>[0]
  staffChatId: number
  log: { warn: (fields: object, message: string) => void }
}): Promise<void> {
  const answer = await call('getChatAdministrators', { chat_id: staffChatId })
  if (!answer.ok) {
    const failure = describeFailure(answer.failure)
    log.warn({ failure }, 'The administrators of the staff group could not be read')
    return
  }
  for (const { user } of answer.result) {
    if (user.is_bot) continue
    const agent = await saveAgent(db, identityOf(user))
    await setRole(db, agent.telegramUserId, { supervisor: true, active: true })
  }
}

/** A Telegram user as the desk knows an agent. */
export function identityOf(user: {
  id: number
  first_name: string
  last_name?: string
  username?: string
}): AgentIdentity {
  return { telegramUserId: user.id, name: nameOfUser(user), username: user.username ?? null }
}
