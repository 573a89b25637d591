import { namedAtStart } from '../../domain/named-at-start.ts'
import type { Agent } from '../../domain/people.ts'
import { statement, type Queryable } from '../../storage/sql.ts'
import type { DeskChange, Verdict } from '../tickets/change.ts'

const agentColumns = `id, telegram_user_id as "telegramUserId", name, username, supervisor`

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

const selectMembers = statement<Agent>(
  'agents_members',
  `select ${agentColumns} from agent where active order by id`,
)

/**
 * The agents a text begins with the name of, and where the rest of it begins.
 *
 * @param text `@anna see #12`, `Petro Ivanenko see #12`
 */
export async function findAgentsByName(
  db: Queryable,
  text: string,
): Promise<{ found: Agent[]; cut: number }> {
  return namedAtStart(text, await selectMembers(db))
}

const selectById = statement<Agent>(
  'agent_by_id',
  `select ${agentColumns} from agent where id = $1`,
)

/** The agent with this id, or null for null. */
export async function agentById(db: Queryable, id: number | null): Promise<Agent | null> {
  if (id === null) return null
  const [agent] = await selectById(db, id)
  if (agent === undefined) throw new Error(`No agent ${String(id)}`)
  return agent
}

const selectSupervisors = statement<Agent>(
  'agents_supervising',
  `select ${agentColumns} from agent where active and supervisor order by id`,
)

/** Those who are told when something goes wrong. */
export function supervisors(db: Queryable): Promise<Agent[]> {
  return selectSupervisors(db)
}

const saveAway = statement('agent_away', `update agent set away_until = $2 where id = $1`)

/** @param until null: available */
export async function setAway(
  db: Queryable,
  agent: Agent,
  until: Date | null,
): Promise<Verdict<[DeskChange]>> {
  await saveAway(db, agent.id, until)
  return {
    ok: true,
    changes: [{ about: 'desk', notice: 'absence_changed', facts: { agent, until } }],
  }
}
