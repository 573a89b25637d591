import type { MessagePlace } from '../../../domain/message.ts'
import { packSlot, type SlotKey } from '../../../services/notifier/slot.ts'

/** Names the question whether a solution shall be sent that was held back. */
export function heldSlot({ chatId, messageId }: MessagePlace): SlotKey {
  return packSlot({ kind: 'held', chatId, messageId })
}
