import type { Agent } from '../../domain/people.ts'
import { takeTicket } from '../../services/tickets/take-ticket.ts'
import { unpack } from '../buttons/callback-data.ts'
import type { CardCommand } from '../commands/card-buttons.ts'
import { askingStaffCommands, type AskingStaffCommand } from '../commands/staff.ts'
import type { BotDeps } from '../update/bot-deps.ts'
import type { DeskContext } from '../update/desk-context.ts'
import { toast } from '../update/toast.ts'
import { finish } from './commands/command.ts'
import { showMore } from './commands/showing.ts'
import { heldSolution } from './held-solution.ts'
import { sendPrompt } from './prompts.ts'
import { sayToClient } from './topic/say-to-client.ts'
import { ticketHere } from './topic/ticket-here.ts'

/** A button of a card, or of a question the desk put to an agent. */
export async function press(ctx: DeskContext, deps: BotDeps): Promise<void> {
  const query = ctx.callbackQuery
  const found = query !== undefined && 'data' in query ? unpack(query.data) : null
  const here = await ticketHere(ctx)
  const { agent } = ctx
  const number = here.kind === 'ticket' ? here.number : null
  if (found === null || !('ticket' in found) || found.ticket !== number || agent === null) {
    toast(ctx, ctx.t(here.kind === 'former' ? 'staff-foreign-card' : 'refusal-not_current'))
    ctx.work.ignore('button of another place or version')
    return
  }
  const asking = askingStaffCommands.find((name) => name === found.action)
  if (asking !== undefined) {
    sendPrompt(ctx, asking, number, agent)
    toast(ctx)
    return
  }
  switch (found.action) {
    case 'take':
      await presses[found.action](ctx, deps, { number, agent })
      return
    case 'more':
      await showMore(ctx, number)
      toast(ctx)
      return
    case 'force':
      await sendAnyway(ctx, deps, { number, agent })
      return
    default:
      toast(ctx, ctx.t('refusal-not_current'))
      ctx.work.ignore('a client button in the staff group')
  }
}

type Press = (
  ctx: DeskContext,
  deps: BotDeps,
  where: { number: number; agent: Agent },
) => Promise<void>

/** What the buttons of the card do that ask for nothing. */
const presses: Record<Exclude<CardCommand, AskingStaffCommand>, Press> = {
  async take(ctx, deps, { number, agent }) {
    const tx = await ctx.work.transaction()
    const verdict = await takeTicket(tx, deps, { number, agent, now: ctx.work.now })
    if (verdict.ok) await finish(ctx, deps, verdict)
    toast(ctx, verdict.ok ? undefined : ctx.t(`refusal-${verdict.reason}`))
  },
}

/**
 * Sends the solution that was held back. Telegram brings it along: the question replies to it.
 * Only its author can, for it goes out in his name.
 */
async function sendAnyway(
  ctx: DeskContext,
  deps: BotDeps,
  { number, agent }: { number: number; agent: Agent },
): Promise<void> {
  const question = ctx.callbackQuery?.message
  const held =
    question !== undefined && 'reply_to_message' in question ? question.reply_to_message : undefined
  const said = await heldSolution(ctx, held)
  if (question === undefined || said === null || held?.from?.id !== agent.telegramUserId) {
    toast(ctx, ctx.t('refusal-not_current'))
    return
  }
  const verdict = await sayToClient(ctx, deps, 'solve', {
    number,
    agent,
    written: { ...said, sentAt: ctx.work.now },
    force: true,
  })
  toast(ctx, verdict.ok ? ctx.t('staff-sent') : undefined)
  const at = { chatId: question.chat.id, messageId: question.message_id }
  ctx.work.send({ kind: 'strip', place: { kind: 'topic', ticketNumber: number }, at })
}
