import { useState } from 'preact/hooks'

import type { ListedTopic } from '../store/by-topic.ts'
import type { ChatState, SandboxState } from '../store/chats.ts'
import type { Selection } from '../store/selection.ts'
import type { Agent } from '../store/staff-group.ts'
import { AddAgent } from './add-agent.tsx'
import { AgentSwitch } from './agent-switch.tsx'
import { PaneHeader } from './pane-header.tsx'
import { TopicsList } from './topics-list.tsx'

interface StaffHomeProps {
  state: SandboxState
  group: ChatState | null
  agents: readonly Agent[]
  agent: Agent | undefined
  topics: readonly ListedTopic[]
  onSelect: (change: Partial<Selection>) => void
}

/** The staff group as a whole: who one is in it, and its topics. */
export function StaffHome({ state, group, agents, agent, topics, onSelect }: StaffHomeProps) {
  const [isAdding, setAdding] = useState(false)
  return (
    <>
      <PaneHeader
        title={group?.title ?? 'Staff'}
        subtitle={agents.length === 1 ? '1 agent' : `${agents.length} agents`}
      >
        {group !== null && (
          <AgentSwitch
            group={group}
            agents={agents}
            agent={agent}
            onChoose={(agentId) => onSelect({ agentId })}
            onAdd={() => setAdding(true)}
          />
        )}
      </PaneHeader>
      {group === null && <p class="list-empty">No staff group yet. The demo makes one.</p>}
      {group !== null && agent === undefined && (
        <p class="list-empty">Nobody is in the staff group yet. Add an agent to see its topics.</p>
      )}
      {group !== null && agent !== undefined && (
        <TopicsList
          state={state}
          group={group}
          agent={agent}
          topics={topics}
          onOpen={(topicId) => onSelect({ topicId, agentId: agent.id })}
        />
      )}
      {isAdding && group !== null && (
        <AddAgent
          state={state}
          group={group}
          onClose={() => setAdding(false)}
          onAdded={(agentId) => onSelect({ agentId })}
        />
      )}
    </>
  )
}
