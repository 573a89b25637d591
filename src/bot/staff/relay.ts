import { readCommand, type StaffCommand } from '../../domain/staff-command.ts'
import { readStaffText } from '../../domain/staff-text.ts'
import type { Saying } from '../../domain/staff-saying.ts'
import type { BotDeps } from '../bot-deps.ts'
import type { DeskContext } from '../desk-context.ts'
import { commands, keepNote, withoutStart } from './commands.ts'
import type { CommandInput } from './commands/command.ts'
import { continueAlbum } from './continue-album.ts'
import { overviews } from './overview.ts'
import { promptAt } from './prompts.ts'
import { answerNotSent } from './not-sent.ts'
import { authorOfReplied } from './replied-to.ts'
import { doubtAbout, goesToClient, sayingHere } from './saying.ts'
import { sayToClient } from './say-to-client.ts'
import { ticketHere } from './ticket-here.ts'
import { answer, markMessage } from './topic-context.ts'

/** A message of an agent in the staff group: a command, a note, or words for the client. */
export async function relay(ctx: DeskContext, deps: BotDeps): Promise<void> {
  const { written } = ctx
  if (written === null) {
    ctx.work.ignore('service message of the staff group')
    return
  }
  const saying = sayingHere(ctx)
  if (saying.kind === 'other_bot') {
    ctx.work.ignore('a command to another bot')
    return
  }
  const command = readCommand(written.text, ctx.me)
  const { agent } = ctx
  const here = await ticketHere(ctx)
  if (here.kind === 'elsewhere') {
    await outsideTickets(ctx, deps, command)
    return
  }
  if (agent === null) {
    answerUnheard(ctx, saying, ctx.t('staff-anonymous'))
    return
  }
  if (here.kind === 'former') {
    answerUnheard(ctx, saying, ctx.t('staff-foreign-topic'))
    return
  }
  const input: CommandInput = { number: here.number, agent, written }
  if (ctx.album !== null) {
    await continueAlbum(ctx, deps, ctx.album, saying, input)
    return
  }
  const doubt = doubtAbout(saying, ctx)
  if (doubt !== null) {
    markMessage(ctx, '✍')
    answer(ctx, doubt)
    return
  }
  // A note is one wherever it is written, also in reply to the question for the client's text.
  const prompt = saying.kind === 'words' ? await promptAt(ctx, written.replyTo) : null
  const name = saying.kind === 'command' ? saying.name : prompt
  if (name === null || name === 'r' || name === 'note') {
    await relayText(ctx, deps, input, saying.kind === 'note' || prompt === 'note')
    return
  }
  const run = Object.hasOwn(commands, name) ? commands[name] : undefined
  const show = Object.hasOwn(overviews, name) ? overviews[name] : undefined
  if (show !== undefined) await show(ctx, deps, agent, command?.argument ?? '')
  else if (run === undefined) answer(ctx, ctx.t('staff-already-set'))
  else {
    const cut = saying.kind === 'command' ? saying.cut : 0
    await run(ctx, deps, { ...input, written: withoutStart(written, cut) })
  }
}

/** Nobody gets what is written here; words that were meant for a client are marked so. */
function answerUnheard(ctx: DeskContext, saying: Saying, text: string): void {
  if (goesToClient(saying)) answerNotSent(ctx, text)
  else answer(ctx, text)
}

/** What is no command goes to the client or stays inside. */
async function relayText(
  ctx: DeskContext,
  deps: BotDeps,
  input: CommandInput,
  isNote: boolean,
): Promise<void> {
  const { written } = input
  const { plainText } = deps.desk.staff
  const repliesTo = await authorOfReplied(ctx, deps, written.replyTo)
  const read = readStaffText(written.text, { repliesTo, plainText })
  const cut = { ...input, written: withoutStart(written, read.cut) }
  if (isNote || read.kind === 'note') await keepNote(ctx, cut)
  else if (cut.written.text.trim() === '' && written.attachments.length === 0) {
    answer(ctx, ctx.t('staff-needs-text-reply'))
  } else await sayToClient(ctx, deps, 'reply', cut)
}

/** General and topics of the team's own are for talk; only commands are answered there. */
async function outsideTickets(
  ctx: DeskContext,
  deps: BotDeps,
  command: StaffCommand | null,
): Promise<void> {
  const { agent } = ctx
  const name = command?.name ?? ''
  const show = Object.hasOwn(overviews, name) ? overviews[name] : undefined
  if (show !== undefined && agent !== null) {
    await show(ctx, deps, agent, command?.argument ?? '')
  } else if (name === 'help' || name === 'start') {
    const { plainText } = deps.desk.staff
    answer(ctx, ctx.t(plainText === 'public' ? 'staff-help' : 'staff-help-strict'))
  } else if (command !== null) {
    answer(ctx, ctx.t(agent === null ? 'staff-anonymous' : 'staff-no-ticket'))
  } else ctx.work.ignore('talk outside of tickets')
}
