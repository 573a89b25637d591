import type { Agent } from '../../domain/people.ts'
import type { WrittenMessage } from '../../domain/message.ts'
import type { BotDeps } from '../update/bot-deps.ts'
import { staffHelp } from '../commands/help.ts'
import {
  staffCommands,
  type StaffCommand,
  type StaffCommandName,
  type StaffCommandsWith,
} from '../commands/staff.ts'
import type { DeskContext } from '../update/desk-context.ts'
import { ban, unban } from './commands/access.ts'
import { saysNothing, type CommandInput, type GroupInput, type Run } from './commands/command.ts'
import { close, reopen } from './commands/ending.ts'
import { merge, open, split, unmerge } from './commands/joining.ts'
import { priority, tag, untag } from './commands/labels.ts'
import { assign, release, take } from './commands/responsibility.ts'
import { showCard, showHistory } from './commands/showing.ts'
import { ask, keepNote, reply, solve, withdraw } from './commands/talking.ts'
import { unsend } from './commands/unsend.ts'
import { dev, done, later } from './commands/waiting.ts'
import { away, back, find, mine, queue, stats } from './overview.ts'
import { answer } from './topic/topic-context.ts'

type OfGroup = StaffCommandsWith<{ where: 'group'; who: 'agent' }>
type OfAnybody = StaffCommandsWith<{ who: 'anybody' }>

type RunOf<Name extends StaffCommandName> = Name extends OfAnybody
  ? Run<unknown>
  : Name extends OfGroup
    ? Run<GroupInput>
    : Run<CommandInput>

/** What each command does. */
const runs: { [Name in StaffCommandName]: RunOf<Name> } = {
  take,
  assign,
  release,
  ask,
  solve,
  withdraw,
  note: (ctx, _deps, input) => keepNote(ctx, input),
  later,
  dev,
  done,
  priority,
  tag,
  untag,
  close,
  reopen,
  open,
  merge,
  unmerge,
  split,
  ban,
  unban,
  unsend,
  card: showCard,
  history: (ctx, _deps, { number }) => showHistory(ctx, number),
  queue,
  mine,
  find,
  stats,
  away,
  back,
  help: showHelp,
  start: showHelp,
  r: reply,
  setup: saySet,
}

/** Carries out a command that stands in a ticket's topic, or says why it cannot. */
export async function runInTicket(
  ctx: DeskContext,
  deps: BotDeps,
  name: StaffCommandName,
  input: CommandInput,
): Promise<void> {
  const { who } = staffCommands[name]
  if (who === 'supervisor' && !input.agent.supervisor) {
    answer(ctx, ctx.t('refusal-supervisors_only'))
  } else await carryOut(ctx, deps, name, runs[name], input)
}

/**
 * The same outside of tickets.
 *
 * @param agent null: an administrator who writes without a name
 */
export async function runElsewhere(
  ctx: DeskContext,
  deps: BotDeps,
  name: StaffCommandName,
  { agent, written }: { agent: Agent | null; written: WrittenMessage },
): Promise<void> {
  if (isOfAnybody(name)) await runs[name](ctx, deps, written)
  else if (agent === null) answer(ctx, ctx.t('staff-anonymous'))
  else if (!isOfGroup(name)) answer(ctx, ctx.t('staff-no-ticket'))
  else await carryOut(ctx, deps, name, runs[name], { agent, written })
}

async function carryOut<Input extends GroupInput>(
  ctx: DeskContext,
  deps: BotDeps,
  name: StaffCommandName,
  run: Run<Input>,
  input: Input,
): Promise<void> {
  const command: StaffCommand = staffCommands[name]
  const isMissing =
    !hasWhatItNeeds(command, input.written) || (await run(ctx, deps, input)) === 'missing'
  if (isMissing && command.needs !== 'nothing') answer(ctx, ctx.t(command.missing))
}

/** What is read by the command itself is looked for there. */
function hasWhatItNeeds({ needs }: StaffCommand, written: WrittenMessage): boolean {
  if (needs === 'text') return !saysNothing(written)
  return needs !== 'reply' || written.replyTo !== null
}

/** Whether it may be asked for by somebody without a name, too. */
export function isOfAnybody(name: StaffCommandName): name is OfAnybody {
  return staffCommands[name].who === 'anybody'
}

function isOfGroup(name: StaffCommandName): name is OfGroup | OfAnybody {
  return staffCommands[name].where === 'group'
}

function showHelp(ctx: DeskContext, { desk }: BotDeps): Promise<void> {
  answer(ctx, staffHelp(ctx.t, desk.staff.plainText))
  return Promise.resolve()
}

/** While no group is set, it is read before (setup.ts). */
function saySet(ctx: DeskContext): Promise<void> {
  answer(ctx, ctx.t('staff-already-set'))
  return Promise.resolve()
}
