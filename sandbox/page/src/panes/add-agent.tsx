import { useState } from 'preact/hooks'

import { nameOf } from '../chat/author.ts'
import { act } from '../store/act.ts'
import type { ChatState, SandboxState } from '../store/chats.ts'
import { agentsOf } from '../store/staff-group.ts'
import { FormDialog } from './form-dialog.tsx'

interface AddAgentProps {
  state: SandboxState
  group: ChatState
  onClose: () => void
  onAdded: (userId: number) => void
}

/** Takes a person into the staff group: one who is there already, or a new one. */
export function AddAgent({ state, group, onClose, onAdded }: AddAgentProps) {
  const inside = new Set(agentsOf(state, group).map(({ id }) => id))
  const others = state.people.filter(({ id }) => !inside.has(id))
  const [userId, setUserId] = useState(0)
  const [name, setName] = useState('')
  const [isSupervisor, setSupervisor] = useState(false)

  const add = async () => {
    const made =
      userId === 0
        ? await act('person', { name, language: 'en' })
        : { ok: true as const, answer: { userId } }
    if (!made.ok) return made.error
    const joining = { userId: made.answer.userId, chatId: group.id }
    const status = isSupervisor ? 'administrator' : 'member'
    const joined = await act('member', { ...joining, status })
    if (!joined.ok) return joined.error
    onAdded(joining.userId)
    return null
  }

  return (
    <FormDialog title="Add an agent" action="Add" onSubmit={add} onClose={onClose}>
      <label class="field">
        Person
        <select
          autofocus
          value={userId}
          onChange={({ currentTarget }) => setUserId(Number(currentTarget.value))}
        >
          <option value={0}>Somebody new</option>
          {others.map((person) => (
            <option key={person.id} value={person.id}>
              {nameOf(person)}
            </option>
          ))}
        </select>
      </label>
      {userId === 0 && (
        <label class="field">
          Name
          <input
            maxLength={64}
            value={name}
            onInput={({ currentTarget }) => setName(currentTarget.value)}
          />
        </label>
      )}
      <label class="check">
        <input
          type="checkbox"
          checked={isSupervisor}
          onChange={({ currentTarget }) => setSupervisor(currentTarget.checked)}
        />
        Supervisor (administrator of the group)
      </label>
    </FormDialog>
  )
}
