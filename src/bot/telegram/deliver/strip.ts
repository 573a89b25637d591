import type { MessagePlace } from '../../../domain/message.ts'
import type { Outcome } from '../../../services/notifier/outcome.ts'
import { callIn, type Attempt } from './attempt.ts'
import { sendTo } from './send-to.ts'

/** Takes the buttons from a message. One that is gone has none. */
export async function strip(attempt: Attempt, at: MessagePlace): Promise<Outcome> {
  const place = { kind: 'chat', chatId: at.chatId, threadId: null } as const
  const sent = await sendTo(attempt, place, ({ chatId }) =>
    callIn(attempt, chatId, 'editMessageReplyMarkup', {
      chat_id: chatId,
      message_id: at.messageId,
    }),
  )
  return sent.ok || sent.kind === 'edit_gone' ? { state: 'sent' } : sent.outcome
}
