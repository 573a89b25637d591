import { cutStart } from '../../domain/formatted.ts'
import type { WrittenMessage } from '../../domain/message.ts'
import { addNote } from '../../services/tickets/add-note.ts'
import { withdrawSolution } from '../../services/tickets/take-ticket.ts'
import type { BotDeps } from '../bot-deps.ts'
import type { DeskContext } from '../desk-context.ts'
import { ban, unban } from './commands/access.ts'
import { finish, saysNothing, type CommandInput, type Run } from './commands/command.ts'
import { close, reopen } from './commands/ending.ts'
import { merge, open, split, unmerge } from './commands/joining.ts'
import { priority, tag, untag } from './commands/labels.ts'
import { assign, release, take } from './commands/responsibility.ts'
import { showCard, showHistory } from './commands/showing.ts'
import { unsend } from './commands/unsend.ts'
import { dev, done, later } from './commands/waiting.ts'
import { sayToClient } from './say-to-client.ts'
import { answer, answerRefusal } from './topic-context.ts'

/** What can be written in a ticket's topic, by name. */
export const commands: Partial<Record<string, Run>> = {
  take,
  assign,
  release,
  later,
  dev,
  done,
  priority,
  tag,
  untag,
  close,
  reopen,
  ask: (ctx, deps, input) => say(ctx, deps, 'ask', input),
  solve: (ctx, deps, input) => say(ctx, deps, 'solve', input),
  withdraw,
  unsend,
  merge,
  unmerge,
  split,
  open,
  ban,
  unban,
  note: (ctx, _deps, input) => keepNote(ctx, input),
  card: showCard,
  history: (ctx, _deps, { number }) => showHistory(ctx, number),
  help: showHelp,
  start: showHelp,
}

async function withdraw(ctx: DeskContext, deps: BotDeps, { number, agent }: CommandInput) {
  const tx = await ctx.work.transaction()
  await finish(ctx, deps, await withdrawSolution(tx, deps, { number, agent, now: ctx.work.now }))
}

async function say(ctx: DeskContext, deps: BotDeps, how: 'ask' | 'solve', input: CommandInput) {
  if (saysNothing(input.written)) answer(ctx, ctx.t(`staff-needs-text-${how}`))
  else await sayToClient(ctx, deps, how, input)
}

/** Keeps a message inside and marks it so. */
export async function keepNote(ctx: DeskContext, input: CommandInput): Promise<void> {
  const { number, agent, written } = input
  if (saysNothing(written)) {
    answer(ctx, ctx.t('staff-needs-text-note'))
    return
  }
  const verdict = await addNote(await ctx.work.transaction(), {
    number,
    agent,
    written,
    now: ctx.work.now,
  })
  const [at] = written.places
  if (!verdict.ok) answerRefusal(ctx, verdict.reason)
  else if (at !== undefined) {
    const place = { kind: 'topic', ticketNumber: number } as const
    ctx.work.send({ kind: 'react', place, at, emoji: '✍' })
  }
}

function showHelp(ctx: DeskContext, { desk }: BotDeps): Promise<void> {
  answer(ctx, ctx.t(desk.staff.plainText === 'public' ? 'staff-help' : 'staff-help-strict'))
  return Promise.resolve()
}

/** The message without its first `cut` units. */
export function withoutStart(written: WrittenMessage, cut: number): WrittenMessage {
  return { ...written, ...cutStart(written, cut) }
}
