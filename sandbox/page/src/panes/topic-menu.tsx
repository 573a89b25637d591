import { useState } from 'preact/hooks'

import { Dialog } from '../chat/dialog.tsx'
import { MenuButton } from '../chat/menu-button.tsx'
import { MenuItem } from '../chat/menu-item.tsx'
import { act } from '../store/act.ts'
import type { ListedTopic } from '../store/by-topic.ts'
import type { ChatState } from '../store/chats.ts'
import type { Agent } from '../store/staff-group.ts'
import { useTrouble } from './use-trouble.tsx'

interface TopicMenuProps {
  group: ChatState
  agent: Agent
  topic: ListedTopic
}

/** What supervisors can do with a topic. */
export function TopicMenu({ group, agent, topic }: TopicMenuProps) {
  const { tell, trouble } = useTrouble()
  const [isAsking, setAsking] = useState(false)
  const { topicId, name, closed } = topic
  const carryOut = (action: 'close' | 'reopen' | 'delete') =>
    tell(act('topic', { userId: agent.id, chatId: group.id, topicId, action }))
  return (
    <>
      <MenuButton label="Topic menu">
        {(close) => {
          const pick = (act: () => void) => () => {
            close()
            act()
          }
          const isDisabled = !agent.isSupervisor
          return (
            <>
              <MenuItem
                icon={closed ? 'unlock' : 'lock'}
                label={closed ? 'Reopen topic' : 'Close topic'}
                isDisabled={isDisabled}
                onPick={pick(() => carryOut(closed ? 'reopen' : 'close'))}
              />
              <MenuItem
                icon="trash"
                label="Delete topic"
                isDanger
                isDisabled={isDisabled}
                onPick={pick(() => setAsking(true))}
              />
              {isDisabled && <p class="menu-note">Only supervisors can do this.</p>}
            </>
          )
        }}
      </MenuButton>
      {isAsking && (
        <Dialog title="Delete this topic?" onClose={() => setAsking(false)}>
          <p>“{name}” and all its messages will be gone for everybody.</p>
          <div class="dialog-buttons">
            <button type="button" class="text-button" onClick={() => setAsking(false)}>
              Cancel
            </button>
            <button
              type="button"
              class="text-button is-danger"
              onClick={() => {
                setAsking(false)
                carryOut('delete')
              }}
            >
              Delete
            </button>
          </div>
        </Dialog>
      )}
      {trouble}
    </>
  )
}
