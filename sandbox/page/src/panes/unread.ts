import { generalId, messagesIn, type ListedTopic } from '../store/by-topic.ts'
import type { ChatState, SandboxState } from '../store/chats.ts'
import { unreadIn, type Reads } from '../store/reads.ts'

type Person = SandboxState['people'][number]

/** How much a person has not read of his chat with the bot. */
export function unreadOf(state: SandboxState, reads: Reads, { id, chatId }: Person): number {
  const chat = state.chats.get(chatId)
  if (chat === undefined) return 0
  const viewed = { viewerId: id, chatId, topicId: generalId }
  return unreadIn(reads, viewed, messagesIn(chat, generalId))
}

/** How much an agent has not read of a topic. */
export function unreadInTopic(
  reads: Reads,
  group: ChatState,
  viewerId: number,
  { topicId, messages }: ListedTopic,
): number {
  return unreadIn(reads, { viewerId, chatId: group.id, topicId }, messages)
}

/** All of these together. */
export function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}
