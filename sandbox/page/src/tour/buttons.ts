import type { MessageView } from '../../../play/protocol.ts'

/**
 * The newest button whose data a pattern describes. The data is the same in every language; the
 * words are not.
 */
export function findButton(
  messages: readonly MessageView[],
  pattern: RegExp,
): { messageId: number; data: string } | null {
  for (const { message_id: messageId, reply_markup: markup } of messages.toReversed()) {
    for (const { callback_data: data = '' } of markup?.inline_keyboard?.flat() ?? []) {
      if (pattern.test(data)) return { messageId, data }
    }
  }
  return null
}
