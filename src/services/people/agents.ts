import { namedAtStart } from '../../domain/named-at-start.ts'
import type { Agent } from '../../domain/people.ts'
import { statement, type Queryable } from '../../storage/sql.ts'
import type { DeskChange, Verdict } from '../change.ts'
import { agentColumns } from '../telegram/members.ts'

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
