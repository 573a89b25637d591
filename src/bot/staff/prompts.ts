import type { MessagePlace } from '../../domain/message.ts'
import { packSlot } from '../../services/notifier/slot.ts'
import { slotAtPlace } from '../../services/telegram/slots.ts'
import { askingStaffCommands, staffCommands, type AskingStaffCommand } from '../commands/staff.ts'
import type { DeskContext } from '../update/desk-context.ts'

/** Asks the agent who pressed a button for the text it needs; his reply is that text. */
export function sendPrompt(
  ctx: DeskContext,
  kind: AskingStaffCommand,
  ticket: number,
  { telegramUserId: userId, name }: { telegramUserId: number; name: string },
): void {
  // Only who is mentioned is asked for the reply (https://core.telegram.org/bots/api#forcereply).
  const user = { id: userId, is_bot: false, first_name: name }
  const mention = { type: 'text_mention', offset: 0, length: name.length, user }
  ctx.work.send({
    kind: 'say',
    place: { kind: 'topic', ticketNumber: ticket },
    slot: packSlot({ kind: 'prompt', ticket, userId, command: kind }),
    content: {
      text: `${name}: ${ctx.t(staffCommands[kind].question)}`,
      entities: [mention],
      forceReply: { placeholder: ctx.t('staff-prompt-placeholder'), onlyUserId: userId },
    },
  })
}

/** Which command a reply completes, or null when it does not reply to a prompt. */
export async function promptAt(
  ctx: DeskContext,
  place: MessagePlace | null,
): Promise<AskingStaffCommand | null> {
  if (place === null) return null
  const slot = await slotAtPlace(ctx.db, place)
  if (slot?.kind !== 'prompt') return null
  return askingStaffCommands.find((one) => one === slot.command) ?? null
}
