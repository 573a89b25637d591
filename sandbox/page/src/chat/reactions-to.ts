import type { MessageView } from '../../../play/protocol.ts'

/** What people offer each other here, in the order it is shown. */
export const offered = ['👍', '👎', '❤️', '🔥', '🎉', '😢', '🤔', '👌', '✍', '💔'] as const

export interface Reaction {
  emoji: string
  count: number
  isOwn: boolean
  /** The message it was given to; in an album this may be any. */
  messageId: number
}

/** All reactions to a bubble, in the order they came. */
export function reactionsTo(messages: readonly MessageView[], viewerId: number): Reaction[] {
  const found = new Map<string, Reaction>()
  for (const { message_id: messageId, reactions } of messages) {
    for (const { emoji, userId } of reactions) {
      const before = found.get(emoji)
      const isOwn = userId === viewerId
      found.set(emoji, {
        emoji,
        count: (before?.count ?? 0) + 1,
        isOwn: isOwn || before?.isOwn === true,
        messageId: isOwn || before === undefined ? messageId : before.messageId,
      })
    }
  }
  return [...found.values()]
}
