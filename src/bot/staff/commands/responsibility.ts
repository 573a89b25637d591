import { cutStart } from '../../../domain/formatted.ts'
import type { Agent } from '../../../domain/people.ts'
import { agentByUser, findAgentsByName } from '../../../services/people/save-agent.ts'
import { assignTicket, releaseTicket, takeTicket } from '../../../services/tickets/take-ticket.ts'
import type { DeskContext } from '../../desk-context.ts'
import { answer } from '../topic-context.ts'
import { finish, saysNothing, type Run } from './command.ts'

export const take: Run = async (ctx, deps, { number, agent }) => {
  const tx = await ctx.work.transaction()
  await finish(ctx, deps, await takeTicket(tx, deps, { number, agent, now: ctx.work.now }))
}

export const release: Run = async (ctx, deps, { number, agent }) => {
  const tx = await ctx.work.transaction()
  await finish(ctx, deps, await releaseTicket(tx, deps, { number, agent, now: ctx.work.now }))
}

/** `/assign @name what he should know`; in reply to a message of his he needs no name. */
export const assign: Run = async (ctx, deps, { number, agent, written }) => {
  const tx = await ctx.work.transaction()
  const { found, cut } = await findAgentsByName(tx, written.text)
  const toAgent = chooseAgent(found, written.text, await authorRepliedTo(ctx, tx))
  if (toAgent === null) {
    answer(ctx, whoIsMeant(ctx, found, written.text))
    return
  }
  const note = { ...written, ...cutStart(written, cut) }
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
function whoIsMeant({ t }: DeskContext, found: Agent[], text: string): string {
  const [first] = found
  if (first !== undefined) {
    const agents = found.map(({ name, username }) =>
      username === null ? name : `${name} (@${username})`,
    )
    return t('staff-several-agents', { name: first.name, agents: agents.join(', ') })
  }
  const [name = ''] = text.trim().split(/\s/u, 1)
  return name === '' ? t('staff-needs-text-assign') : t('staff-no-agent', { name })
}

async function authorRepliedTo(
  { message }: DeskContext,
  tx: Parameters<typeof agentByUser>[0],
): Promise<Agent | null> {
  const replied =
    message !== undefined && 'reply_to_message' in message ? message.reply_to_message : undefined
  return replied?.from === undefined ? null : agentByUser(tx, replied.from.id)
}
