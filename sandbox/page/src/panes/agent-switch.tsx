import { nameOf } from '../chat/author.ts'
import { Icon } from '../chat/icon.tsx'
import { MenuButton } from '../chat/menu-button.tsx'
import { MenuItem } from '../chat/menu-item.tsx'
import { act } from '../store/act.ts'
import type { ChatState } from '../store/chats.ts'
import type { Agent } from '../store/staff-group.ts'
import { useTrouble } from './use-trouble.tsx'

interface AgentSwitchProps {
  group: ChatState
  agents: readonly Agent[]
  agent: Agent | undefined
  onChoose: (userId: number) => void
  onAdd: () => void
}

/** Which agent one is, and what one is in the group. */
export function AgentSwitch({ group, agents, agent, onChoose, onAdd }: AgentSwitchProps) {
  const { tell, trouble } = useTrouble()
  const setStatus = (userId: number, status: 'administrator' | 'member' | 'left') =>
    tell(act('member', { userId, chatId: group.id, status }))
  return (
    <>
      {agent === undefined ? (
        <button type="button" class="text-button" onClick={onAdd}>
          <Icon name="plus" />
          Add an agent
        </button>
      ) : (
        <label class="agent-switch">
          <span>You are</span>
          <select
            value={agent.id}
            onChange={({ currentTarget }) => onChoose(Number(currentTarget.value))}
          >
            {agents.map((one) => (
              <option key={one.id} value={one.id}>
                {nameOf(one)}
                {one.isSupervisor ? ' (supervisor)' : ''}
              </option>
            ))}
          </select>
        </label>
      )}
      {agent !== undefined && (
        <MenuButton label="Group menu">
          {(close) => {
            const pick = (act: () => void) => () => {
              close()
              act()
            }
            const status = agent.isSupervisor ? 'member' : 'administrator'
            return (
              <>
                <MenuItem icon="plus" label="Add an agent" onPick={pick(onAdd)} />
                <MenuItem
                  icon="person"
                  label={agent.isSupervisor ? 'Make me an agent' : 'Make me a supervisor'}
                  onPick={pick(() => setStatus(agent.id, status))}
                />
                <MenuItem
                  icon="close"
                  label="Leave the group"
                  isDanger
                  onPick={pick(() => setStatus(agent.id, 'left'))}
                />
              </>
            )
          }}
        </MenuButton>
      )}
      {trouble}
    </>
  )
}
