import { agentsOf, staffGroup } from '../store/staff-group.ts'
import { generalId, topicsOf } from '../store/by-topic.ts'
import type { SandboxState } from '../store/chats.ts'
import type { Selection } from '../store/selection.ts'
import { Pane } from './pane.tsx'
import { StaffHome } from './staff-home.tsx'
import { TopicChat } from './topic-chat.tsx'

interface StaffPaneProps {
  state: SandboxState
  selection: Selection
  onSelect: (change: Partial<Selection>) => void
}

/** An agent's Telegram: the topics of the staff group, or one of them. */
export function StaffPane({ state, selection, onSelect }: StaffPaneProps) {
  const group = staffGroup(state)
  const agents = agentsOf(state, group)
  const agent = agents.find(({ id }) => id === selection.agentId) ?? agents[0]
  const topics = group === null ? [] : topicsOf(group)
  const topic = topics.find(({ topicId }) => topicId === selection.topicId)
  const isOpen = group !== null && agent !== undefined && topic !== undefined
  const open = isOpen ? String(topic.topicId) : ''
  return (
    <Pane label="Staff" name="staff" open={open} selection={selection} onSelect={onSelect}>
      {group === null || agent === undefined || topic === undefined ? (
        <StaffHome
          state={state}
          group={group}
          agents={agents}
          agent={agent}
          topics={topics}
          onSelect={onSelect}
        />
      ) : (
        <TopicChat
          state={state}
          group={group}
          agent={agent}
          topic={topic}
          topics={topics}
          isGeneral={topic.topicId === generalId}
          onBack={() => onSelect({ topicId: null })}
        />
      )}
    </Pane>
  )
}
