import { statement, type Queryable } from '../../storage/sql.ts'
import type { Agent } from '../tickets/change.ts'

const agentColumns = `id, telegram_user_id as "telegramUserId", name, username, supervisor`

const upsert = statement<Agent>(
  'agent_save',
  `insert into agent (telegram_user_id, name, username) values ($1, $2, $3)
   on conflict (telegram_user_id) do update
     set name = excluded.name, username = excluded.username, active = true
   returning ${agentColumns}`,
)

export type AgentIdentity = Pick<Agent, 'telegramUserId' | 'name' | 'username'>

const selectSame = statement<Agent>(
  'agent_same',
  `select ${agentColumns} from agent
   where telegram_user_id = $1 and name = $2 and username is not distinct from $3 and active`,
)

/**
 * Whoever writes in the staff group is an agent. One who is known is not written again: his row would
 * be locked, and all he does at once in several topics would wait in a row.
 */
export async function saveAgent(db: Queryable, agent: AgentIdentity): Promise<Agent> {
  const [known] = await selectSame(db, agent.telegramUserId, agent.name, agent.username)
  if (known !== undefined) return known
  const [saved] = await upsert(db, agent.telegramUserId, agent.name, agent.username)
  if (saved === undefined) throw new Error('An agent was not saved')
  return saved
}

const selectByName = statement<Agent>(
  'agent_by_name',
  `select ${agentColumns} from agent where active and lower(username) = lower($1)`,
)

/** @param name with or without `@`, in any case */
export async function findAgentByName(db: Queryable, name: string): Promise<Agent | null> {
  const [agent] = await selectByName(db, name.replace(/^@/, ''))
  return agent ?? null
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
export async function setAway(db: Queryable, agentId: number, until: Date | null): Promise<void> {
  await saveAway(db, agentId, until)
}

const saveRole = statement(
  'agent_role',
  `update agent set supervisor = $2, active = $3 where telegram_user_id = $1`,
)

/** What the group says of a member: its administrators are supervisors. */
export async function setRole(
  db: Queryable,
  telegramUserId: number,
  { supervisor, active }: { supervisor: boolean; active: boolean },
): Promise<void> {
  await saveRole(db, telegramUserId, supervisor, active)
}
