import { useState } from 'preact/hooks'

import { authorOf } from '../chat/author.ts'
import { excerptOf } from '../chat/excerpt.ts'
import { Icon } from '../chat/icon.tsx'
import { serviceText } from '../chat/service-text.ts'
import { listTime } from '../chat/times.ts'
import { topicsNamed, type ListedTopic } from '../store/by-topic.ts'
import type { ChatState, SandboxState } from '../store/chats.ts'
import type { Agent } from '../store/staff-group.ts'
import { useReads } from '../store/use-reads.ts'
import { ListLine } from './list-line.tsx'
import { moveInList } from './move-in-list.ts'
import { TopicIcon } from './topic-icon.tsx'
import { unreadInTopic } from './unread.ts'

interface TopicsListProps {
  state: SandboxState
  group: ChatState
  agent: Agent
  topics: readonly ListedTopic[]
  onOpen: (topicId: number) => void
}

/** The topics of the staff group, those with the newest messages first. */
export function TopicsList({ state, group, agent, topics, onOpen }: TopicsListProps) {
  const reads = useReads(state)
  const [words, setWords] = useState('')
  const found = topicsNamed(topics, words)
  const nowMs = Date.now() + state.aheadMs
  return (
    <>
      <label class="search">
        <Icon name="search" />
        <input
          type="search"
          aria-label="Search topics"
          placeholder="Search topics"
          value={words}
          onInput={({ currentTarget }) => setWords(currentTarget.value)}
        />
      </label>
      <ul class="list" aria-label="Topics" onKeyDown={moveInList}>
        {found.map((topic) => (
          <ListLine
            key={topic.topicId}
            id={topic.topicId}
            picture={<TopicIcon topic={topic} />}
            name={topic.name}
            mark={topic.closed && <ClosedMark />}
            time={timeOf(topic, nowMs)}
            excerpt={newestOf(topic)}
            unread={unreadInTopic(reads, group, agent.id, topic)}
            onOpen={() => onOpen(topic.topicId)}
          />
        ))}
      </ul>
      {found.length === 0 && <p class="list-empty">No topic has these words in its name.</p>}
    </>
  )
}

function ClosedMark() {
  return (
    <span class="mark">
      <Icon name="lock" />
      <span class="unseen">closed</span>
    </span>
  )
}

function timeOf({ messages }: ListedTopic, nowMs: number): string {
  const newest = messages.at(-1)
  return newest === undefined ? '' : listTime(newest.date, nowMs)
}

function newestOf({ messages }: ListedTopic): string {
  const newest = messages.at(-1)
  if (newest === undefined) return 'No messages yet'
  return serviceText(newest) ?? `${authorOf(newest)}: ${excerptOf(newest)}`
}
