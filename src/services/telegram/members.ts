import type { Agent } from '../../domain/people.ts'
import { statement, type Queryable } from '../../storage/sql.ts'

/** All of an agent; Telegram's user id is for mentions of people without a user name. */
export const agentColumns = `id, telegram_user_id as "telegramUserId", name, username, supervisor`

export type AgentIdentity = Pick<Agent, 'telegramUserId' | 'name' | 'username'>

/** What somebody is in the staff group. */
export interface Role {
  supervisor: boolean
  /** False: no member, so nobody who is obeyed. */
  active: boolean
}

const saveActive = statement(
  'agent_member',
  `insert into agent (telegram_user_id, name, username, supervisor, checked_at)
   values ($1, $2, $3, $4, now())
   on conflict (telegram_user_id) do update
     set name = excluded.name, username = excluded.username, active = true,
         supervisor = excluded.supervisor, checked_at = excluded.checked_at`,
)

const saveGone = statement(
  'agent_gone',
  `update agent set active = false, supervisor = false, checked_at = now()
   where telegram_user_id = $1`,
)

/**
 * Keeps what Telegram says of a member of the staff group in place of what it said before. Who asks
 * keeps the answers in the order of the questions (bot/telegram/members.ts). Somebody who is none and
 * never was leaves no row.
 */
export async function saveMember(
  db: Queryable,
  { telegramUserId, name, username }: AgentIdentity,
  { supervisor, active }: Role,
): Promise<void> {
  if (active) await saveActive(db, telegramUserId, name, username, supervisor)
  else await saveGone(db, telegramUserId)
}

const selectActive = statement<{ telegramUserId: number }>(
  'agents_active',
  `select telegram_user_id as "telegramUserId" from agent where active order by id`,
)

/** The Telegram users who are agents as far as the desk knows. */
export async function activeAgents(db: Queryable): Promise<number[]> {
  return (await selectActive(db)).map(({ telegramUserId }) => telegramUserId)
}

const selectMember = statement<Agent>(
  'agent_by_user',
  `select ${agentColumns} from agent where telegram_user_id = $1 and active`,
)

/** The agent who is this Telegram user, or null when he is no member of the staff group. */
export async function agentByUser(db: Queryable, telegramUserId: number): Promise<Agent | null> {
  const [agent] = await selectMember(db, telegramUserId)
  return agent ?? null
}

const saveName = statement(
  'agent_name',
  `update agent set name = $2, username = $3 where telegram_user_id = $1`,
)

/** What an agent is called now. */
export async function renameAgent(
  db: Queryable,
  { telegramUserId, name, username }: AgentIdentity,
): Promise<void> {
  await saveName(db, telegramUserId, name, username)
}
