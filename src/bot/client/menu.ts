import { shownName } from '../../domain/shown-name.ts'
import type { Button } from '../../services/notifier/outgoing.ts'
import { menuButtons } from '../commands/menus.ts'
import type { BotDeps } from '../update/bot-deps.ts'
import type { DeskContext } from '../update/desk-context.ts'
import { ownChat } from '../update/own-chat.ts'

/** Greets by name and shows what can be done. */
export function showMenu(ctx: DeskContext, { desk }: BotDeps): void {
  const { t } = ctx
  sayTo(ctx, t('menu-greeting', { name: greetedAs(ctx), desk: desk.name }), menuButtons(t))
}

/** A line of the bot to the person of this chat. */
export function sayTo(ctx: DeskContext, text: string, buttons?: Button[][]): void {
  ctx.work.send({
    kind: 'say',
    place: ownChat(ctx),
    content: { text, entities: [], ...(buttons !== undefined && { buttons }) },
  })
}

/** His first name, or all that can be read of him. */
function greetedAs({ from, work }: DeskContext): string {
  return shownName([from?.first_name], work.person?.name ?? '')
}
