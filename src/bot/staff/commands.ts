import { cutStart } from '../../domain/formatted.ts'
import type { WrittenMessage } from '../../domain/message.ts'
import { findAgentByName } from '../../services/people/save-agent.ts'
import { addNote } from '../../services/tickets/add-note.ts'
import type { Agent, Verdict } from '../../services/tickets/change.ts'
import { cardFacts } from '../../services/tickets/read-tickets.ts'
import { assignTicket, takeTicket, withdrawSolution } from '../../services/tickets/take-ticket.ts'
import type { BotDeps } from '../bot-deps.ts'
import type { DeskContext } from '../desk-context.ts'
import { present } from '../present.ts'
import { cardSlot, presentCard } from './present-card.ts'
import { sayToClient } from './say-to-client.ts'
import { answer, answerRefusal } from './topic-context.ts'

export interface CommandInput {
  number: number
  agent: Agent
  /** What follows the command, with its formatting and files. */
  written: WrittenMessage
}

type Run = (ctx: DeskContext, deps: BotDeps, input: CommandInput) => Promise<void>

/** What can be written in a ticket's topic, by name. */
export const commands: Partial<Record<string, Run>> = {
  take,
  assign,
  ask: (ctx, deps, input) => say(ctx, deps, 'ask', input),
  solve: (ctx, deps, input) => say(ctx, deps, 'solve', input),
  withdraw,
  note: keepNote,
  card: showCard,
  help: showHelp,
  start: showHelp,
}

async function take(ctx: DeskContext, deps: BotDeps, { number, agent }: CommandInput) {
  const tx = await ctx.work.transaction()
  finish(ctx, deps, await takeTicket(tx, deps, { number, agent, now: ctx.work.now }))
}

async function withdraw(ctx: DeskContext, deps: BotDeps, { number, agent }: CommandInput) {
  const tx = await ctx.work.transaction()
  finish(ctx, deps, await withdrawSolution(tx, deps, { number, agent, now: ctx.work.now }))
}

async function assign(ctx: DeskContext, deps: BotDeps, { number, agent, written }: CommandInput) {
  const name = written.text.trim()
  if (name === '') {
    answer(ctx, ctx.t('staff-needs-text-assign'))
    return
  }
  const tx = await ctx.work.transaction()
  const toAgent = await findAgentByName(tx, name)
  if (toAgent === null) answer(ctx, ctx.t('staff-no-agent', { name }))
  else {
    const verdict = await assignTicket(tx, deps, { number, agent, toAgent, now: ctx.work.now })
    finish(ctx, deps, verdict)
  }
}

async function say(ctx: DeskContext, deps: BotDeps, how: 'ask' | 'solve', input: CommandInput) {
  if (saysNothing(input.written)) answer(ctx, ctx.t(`staff-needs-text-${how}`))
  else await sayToClient(ctx, deps, how, input)
}

/** Keeps a message inside and marks it so. */
export async function keepNote(ctx: DeskContext, _deps: BotDeps, input: CommandInput) {
  const { number, agent, written } = input
  if (saysNothing(written)) {
    answer(ctx, ctx.t('staff-needs-text-note'))
    return
  }
  const verdict = await addNote(await ctx.work.transaction(), { number, agent, written })
  const [at] = written.places
  if (!verdict.ok) answerRefusal(ctx, verdict.reason)
  else if (at !== undefined) {
    const place = { kind: 'topic', ticketNumber: number } as const
    ctx.work.send({ kind: 'react', place, at, emoji: '✍' })
  }
}

/** The card anew at the end of the topic; the old one loses its buttons. */
async function showCard(ctx: DeskContext, deps: BotDeps, { number }: CommandInput) {
  const facts = await cardFacts(ctx.db, number, { publicOnly: true })
  if (facts === null) return
  const source = { ...facts, messages: facts.lastMessages }
  const place = { kind: 'topic', ticketNumber: number } as const
  ctx.work.send({ kind: 'release', place, slot: cardSlot(number) })
  ctx.work.send(presentCard(source, deps.desk, ctx.t, ctx.work.now))
}

function showHelp(ctx: DeskContext, { desk }: BotDeps): Promise<void> {
  answer(ctx, ctx.t(desk.staff.plainText === 'public' ? 'staff-help' : 'staff-help-strict'))
  return Promise.resolve()
}

/** Sends what follows from a verdict, or says why nothing does. */
export function finish(ctx: DeskContext, deps: BotDeps, verdict: Verdict): void {
  if (verdict.ok) ctx.work.send(...present(verdict.change, { ...deps, now: ctx.work.now }))
  else answerRefusal(ctx, verdict.reason)
}

/** The message without its first `cut` units. */
export function withoutStart(written: WrittenMessage, cut: number): WrittenMessage {
  return { ...written, ...cutStart(written, cut) }
}

function saysNothing({ text, attachments }: WrittenMessage): boolean {
  return text.trim() === '' && attachments.length === 0
}
