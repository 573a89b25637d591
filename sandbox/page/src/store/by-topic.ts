import type { MessageView, TopicView } from '../../../play/protocol.ts'
import type { ChatState } from './chats.ts'

/** General has no thread of its own. */
export const generalId = 0

const empty: readonly MessageView[] = []
const known = new WeakMap<ChatState['messages'], Map<number, MessageView[]>>()

/** The messages of a topic, oldest first; a private chat has but one, General. */
export function messagesIn(chat: ChatState, topicId: number): readonly MessageView[] {
  return byTopic(chat.messages).get(topicId) ?? empty
}

/** Sorted once for each state of a chat, however many ask. */
function byTopic(messages: ChatState['messages']): Map<number, MessageView[]> {
  const before = known.get(messages)
  if (before !== undefined) return before
  const sorted = new Map<number, MessageView[]>()
  for (const message of messages.values()) {
    const topicId = message.message_thread_id ?? generalId
    const inside = sorted.get(topicId)
    if (inside === undefined) sorted.set(topicId, [message])
    else inside.push(message)
  }
  known.set(messages, sorted)
  return sorted
}

/** A topic with what its entry in the list tells. */
export interface ListedTopic extends Omit<TopicView, 'threadId' | 'deleted'> {
  topicId: number
  messages: readonly MessageView[]
}

/** General, then the others, those with the newest messages first. */
export function topicsOf(chat: ChatState): ListedTopic[] {
  const listed = [...chat.topics.values()]
    .filter(({ deleted }) => !deleted)
    .map(({ threadId, name, icon, closed }) => ({
      topicId: threadId,
      name,
      icon,
      closed,
      messages: messagesIn(chat, threadId),
    }))
  const general = { topicId: generalId, name: 'General', icon: '', closed: false }
  listed.sort((one, other) => newestId(other) - newestId(one))
  return [{ ...general, messages: messagesIn(chat, generalId) }, ...listed]
}

function newestId({ messages, topicId }: ListedTopic): number {
  return messages.at(-1)?.message_id ?? topicId
}

/** Topics whose names have all the words. */
export function topicsNamed(topics: readonly ListedTopic[], words: string): ListedTopic[] {
  const wanted = words.toLowerCase().split(/\s+/)
  return topics.filter(({ name }) => wanted.every((word) => name.toLowerCase().includes(word)))
}
