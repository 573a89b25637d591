import { readCommand, type ReadCommand } from '../../domain/read-command.ts'
import { readStaffText } from '../../domain/staff-text.ts'
import type { Saying } from '../../domain/staff-saying.ts'
import type { BotDeps } from '../update/bot-deps.ts'
import { isStaffCommand } from '../commands/staff.ts'
import type { DeskContext } from '../update/desk-context.ts'
import { isOfAnybody, runElsewhere, runInTicket } from './commands.ts'
import { saysNothing, withoutStart, type CommandInput } from './commands/command.ts'
import { keepNote } from './commands/talking.ts'
import { continueAlbum } from './continue-album.ts'
import { promptAt } from './prompts.ts'
import { answerNotSent } from './topic/not-sent.ts'
import { authorOfReplied } from './replied-to.ts'
import { doubtAbout, goesToClient, sayingHere } from './saying.ts'
import { sayToClient } from './topic/say-to-client.ts'
import { ticketHere } from './topic/ticket-here.ts'
import { answer, markMessage } from './topic/topic-context.ts'

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
  const name = saying.kind === 'command' && isStaffCommand(saying.name) ? saying.name : null
  if (agent === null && name !== null && isOfAnybody(name)) {
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
  if (saying.kind === 'command' && name !== null) {
    const argument = withoutStart(written, saying.cut)
    await runInTicket(ctx, deps, name, { number: here.number, agent, written: argument })
    return
  }
  // A note is one wherever it is written, also in reply to the question for the client's text.
  const prompt = saying.kind === 'words' ? await promptAt(ctx, written.replyTo) : null
  if (prompt === null) await relayText(ctx, deps, input, saying.kind === 'note')
  else await runInTicket(ctx, deps, prompt, input)
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
  else if (saysNothing(cut.written)) {
    answer(ctx, ctx.t('staff-needs-text-reply'))
  } else await sayToClient(ctx, deps, 'reply', cut)
}

/** General and topics of the team's own are for talk; only commands are answered there. */
async function outsideTickets(
  ctx: DeskContext,
  deps: BotDeps,
  command: ReadCommand | null,
): Promise<void> {
  const { agent, written } = ctx
  if (command === null || written === null) {
    ctx.work.ignore('talk outside of tickets')
  } else if (isStaffCommand(command.name)) {
    const argument = withoutStart(written, command.cut)
    await runElsewhere(ctx, deps, command.name, { agent, written: argument })
  } else answer(ctx, ctx.t(agent === null ? 'staff-anonymous' : 'staff-no-ticket'))
}
