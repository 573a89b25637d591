import type { TelegramReactionTypeEmojiEmoji } from '@gramio/types'
import type { Outcome } from '../../../services/notifier/outcome.ts'
import type { Outgoing } from '../../../services/notifier/outgoing.ts'
import { callIn, type Attempt } from './attempt.ts'
import { sendTo } from './send-to.ts'

/** Sets the bot's one reaction on a message, or takes it away. */
export async function react(
  attempt: Attempt,
  { at, emoji }: Extract<Outgoing, { kind: 'react' }>,
): Promise<Outcome> {
  const place = { kind: 'chat', chatId: at.chatId, threadId: null } as const
  // Which emoji are allowed is Telegram's list and the group's choice: it says so when asked.
  const reaction =
    emoji === null
      ? []
      : [{ type: 'emoji' as const, emoji: emoji as TelegramReactionTypeEmojiEmoji }]
  const sent = await sendTo(attempt, place, ({ chatId }) =>
    callIn(attempt, chatId, 'setMessageReaction', {
      chat_id: chatId,
      message_id: at.messageId,
      reaction,
    }),
  )
  if (sent.ok || sent.kind === 'edit_gone') return { state: 'sent' }
  // A right the bot lacks for this only; no message has to wait for it.
  return sent.kind === 'right_missing'
    ? { state: 'dead', error: 'No right to react' }
    : sent.outcome
}
