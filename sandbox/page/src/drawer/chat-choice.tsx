import type { SandboxState } from '../store/chats.ts'
import type { Selection } from '../store/selection.ts'
import { staffGroup } from '../store/staff-group.ts'

export type Scope = 'client' | 'staff' | 'all'

interface ChatChoiceProps {
  scope: Scope
  onScope: (scope: Scope) => void
}

/** Which chat something is about. */
export function ChatChoice({ scope, onScope }: ChatChoiceProps) {
  return (
    <label class="field">
      Chat
      <select value={scope} onChange={({ currentTarget }) => onScope(currentTarget.value as Scope)}>
        <option value="client">The client's that is open</option>
        <option value="staff">The staff group</option>
        <option value="all">All chats</option>
      </select>
    </label>
  )
}

/** The chat it stands for; null: all of them, or none is open. */
export function chatIdOf(scope: Scope, state: SandboxState, selection: Selection): number | null {
  if (scope === 'all') return null
  if (scope === 'staff') return staffGroup(state)?.id ?? null
  return state.people.find(({ id }) => id === selection.clientId)?.chatId ?? null
}
