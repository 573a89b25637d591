import type { MessagePlace } from '../../domain/message.ts'

/** Names the question whether a solution shall be sent that was held back. */
export function heldSlot({ chatId, messageId }: MessagePlace): string {
  return `held:${String(chatId)}/${String(messageId)}`
}
