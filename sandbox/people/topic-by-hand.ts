import type { Chat, User } from '../state/shapes.ts'
import { addMessage, type World } from '../state/world.ts'

/** An administrator closes a topic or opens it again; Telegram says so in it. */
export function setTopicClosed(
  world: World,
  chat: Chat,
  { threadId, closed, by }: { threadId: number; closed: boolean; by: User },
): void {
  const topic = chat.topics.get(threadId)
  if (topic === undefined) return
  topic.closed = closed
  const service = { [closed ? 'forum_topic_closed' : 'forum_topic_reopened']: {} }
  const place = { message_thread_id: threadId, is_topic_message: true }
  const { message } = addMessage(world, chat, by, { ...service, ...place })
  world.changed(topic)
  world.updates.push({ message })
}
