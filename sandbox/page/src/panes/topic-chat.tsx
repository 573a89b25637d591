import { ChatView } from '../chat/chat-view.tsx'
import { nameOf } from '../chat/author.ts'
import type { ListedTopic } from '../store/by-topic.ts'
import type { ChatState, SandboxState } from '../store/chats.ts'
import type { Agent } from '../store/staff-group.ts'
import { useReads } from '../store/use-reads.ts'
import { PaneHeader } from './pane-header.tsx'
import { TopicIcon } from './topic-icon.tsx'
import { TopicMenu } from './topic-menu.tsx'
import { sumOf, unreadInTopic } from './unread.ts'

interface TopicChatProps {
  state: SandboxState
  group: ChatState
  agent: Agent
  topic: ListedTopic
  topics: readonly ListedTopic[]
  isGeneral: boolean
  onBack: () => void
}

/** One topic of the staff group. */
export function TopicChat({
  state,
  group,
  agent,
  topic,
  topics,
  isGeneral,
  onBack,
}: TopicChatProps) {
  const reads = useReads(state)
  const others = topics.filter((other) => other.topicId !== topic.topicId)
  const { topicId, name, closed } = topic
  const rank = agent.isSupervisor ? 'supervisor' : 'agent'
  const isShut = closed && !agent.isSupervisor
  return (
    <>
      <PaneHeader
        title={name}
        subtitle={`${closed ? 'Closed · ' : ''}You are ${nameOf(agent)}, ${rank}`}
        picture={<TopicIcon topic={topic} />}
        onBack={onBack}
        unread={sumOf(others.map((other) => unreadInTopic(reads, group, agent.id, other)))}
      >
        {!isGeneral && <TopicMenu group={group} agent={agent} topic={topic} />}
      </PaneHeader>
      <ChatView
        key={`${agent.id} ${group.id} ${topicId}`}
        state={state}
        topicId={topicId}
        chat={group}
        viewer={agent}
        instead={
          isShut ? (
            <p class="shut-note">This topic is closed: only supervisors write in it.</p>
          ) : undefined
        }
      />
    </>
  )
}
