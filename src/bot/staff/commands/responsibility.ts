import type { Agent } from '../../../domain/people.ts'
import type { Queryable } from '../../../services/intake/work.ts'
import { findAgentsByName } from '../../../services/people/agents.ts'
import { agentByUser } from '../../../services/telegram/members.ts'
import { assignTicket, releaseTicket, takeTicket } from '../../../services/tickets/take-ticket.ts'
import type { DeskContext } from '../../update/desk-context.ts'
import { answer } from '../topic/topic-context.ts'
import { finish, saysNothing, withoutStart, type CommandInput, type Run } from './command.ts'

export const take: Run<CommandInput> = async (ctx, deps, { number, agent }) => {
  const tx = await ctx.work.transaction()
  await finish(ctx, deps, await takeTicket(tx, deps, { number, agent, now: ctx.work.now }))
}

export const release: Run<CommandInput> = async (ctx, deps, { number, agent }) => {
  const tx = await ctx.work.transaction()
  await finish(ctx, deps, await releaseTicket(tx, deps, { number, agent, now: ctx.work.now }))
}

/** `/assign @name what he should know`; in reply to a message of his he needs no name. */
export const assign: Run<CommandInput> = async (ctx, deps, { number, agent, written }) => {
  const tx = await ctx.work.transaction()
  const { found, cut } = await findAgentsByName(tx, written.text)
  const toAgent = chooseAgent(found, written.text, await authorRepliedTo(ctx, tx))
  if (toAgent === null) {
    const [name = ''] = written.text.trim().split(/\s/u, 1)
    if (name === '') return 'missing'
    answer(ctx, whoIsMeant(ctx, found, name))
    return
  }
  const note = withoutStart(written, cut)
  const input = { number, agent, toAgent, now: ctx.work.now }
  const verdict = await assignTicket(tx, deps, { ...input, ...(!saysNothing(note) && { note }) })
  await finish(ctx, deps, verdict)
}

/** Of several with one name the one who is replied to is meant, and he alone where none is named. */
function chooseAgent(found: Agent[], text: string, replied: Agent | null): Agent | null {
  const [only, ...others] = found
  if (only !== undefined && others.length === 0) return only
  if (text.trim() === '') return replied
  return found.find(({ id }) => id === replied?.id) ?? null
}

/** What is answered when that is not clear. */
function whoIsMeant({ t }: DeskContext, found: Agent[], name: string): string {
  const [first] = found
  if (first === undefined) return t('staff-no-agent', { name })
  const agents = found.map((agent) =>
    agent.username === null ? agent.name : `${agent.name} (@${agent.username})`,
  )
  return t('staff-several-agents', { name: first.name, agents: agents.join(', ') })
}

async function authorRepliedTo({ message }: DeskContext, db: Queryable): Promise<Agent | null> {
  const replied =
    message !== undefined && 'reply_to_message' in message ? message.reply_to_message : undefined
  return replied?.from === undefined ? null : agentByUser(db, replied.from.id)
}
