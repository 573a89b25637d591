import { generalId, type ListedTopic } from '../store/by-topic.ts'

/** A topic's own emoji, or a sign for those without one. */
export function TopicIcon({ topic: { icon, topicId } }: { topic: ListedTopic }) {
  const sign = topicId === generalId ? '#' : '💬'
  return (
    <span class="topic-icon" aria-hidden="true">
      {icon === '' ? sign : icon}
    </span>
  )
}
