import type { MiddlewareFn } from 'telegraf'

import { readCommand } from '../../domain/read-command.ts'
import { cancelDraft, showDraftAgain } from '../../scenes/open-ticket.ts'
import { sceneNames } from '../../scenes/scene-names.ts'
import { isClientCommand, type ClientCommandName } from '../commands/client.ts'
import { clientHelp } from '../commands/help.ts'
import type { BotDeps } from '../update/bot-deps.ts'
import type { DeskContext } from '../update/desk-context.ts'
import { searchTickets, showClosedTickets, showLiveTickets } from './lists.ts'
import { sayTo, showMenu } from './menu.ts'
import { showSettings } from './settings.ts'

type Run = (ctx: DeskContext, deps: BotDeps, words: string) => Promise<void> | void

/** What each command does. */
const runs: Record<ClientCommandName, Run> = {
  new: openNew,
  tickets: (ctx) => showLiveTickets(ctx, 0),
  journal: (ctx, _deps, words) =>
    words === '' ? showClosedTickets(ctx, 0) : searchTickets(ctx, words),
  settings: showSettings,
  help: (ctx) => sayTo(ctx, clientHelp(ctx.t)),
  cancel,
  start: begin,
}

/** Commands work in the middle of any dialogue: they are looked at before it. One look-up each. */
export function obeyCommands(deps: BotDeps): MiddlewareFn<DeskContext> {
  return async (ctx, next) => {
    const { written } = ctx
    // A forwarded command was meant for somebody else.
    const isForwarded = ctx.message !== undefined && 'forward_origin' in ctx.message
    const command =
      written === null || isForwarded || ctx.message === undefined
        ? null
        : readCommand(written.text, ctx.me)
    if (command === null || !isClientCommand(command.name)) await next()
    else await runs[command.name](ctx, deps, command.argument.trim())
  }
}

/** Begins a ticket, or goes on with the one under way. */
export async function openNew(ctx: DeskContext): Promise<void> {
  if (ctx.scene.session.current === sceneNames.openTicket && showDraftAgain(ctx)) return
  await ctx.scene.enter(sceneNames.openTicket)
}

function begin(ctx: DeskContext, deps: BotDeps): void {
  showMenu(ctx, deps)
  if (ctx.scene.session.current === sceneNames.openTicket) showDraftAgain(ctx)
}

async function cancel(ctx: DeskContext): Promise<void> {
  const { current } = ctx.scene.session
  if (current === undefined) sayTo(ctx, ctx.t('client-nothing-to-cancel'))
  else if (current === sceneNames.openTicket) await cancelDraft(ctx)
  else {
    await ctx.scene.leave()
    sayTo(ctx, ctx.t('form-cancelled'))
  }
}
