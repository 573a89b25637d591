import type { SandboxState } from '../store/chats.ts'
import type { Selection } from '../store/selection.ts'
import { ClientChat } from './client-chat.tsx'
import { Pane } from './pane.tsx'
import { PeopleList } from './people-list.tsx'

interface ClientPaneProps {
  state: SandboxState
  selection: Selection
  onSelect: (change: Partial<Selection>) => void
}

/** Somebody's Telegram: the people one can be, or the chat of one of them with the bot. */
export function ClientPane({ state, selection, onSelect }: ClientPaneProps) {
  const person = state.people.find(({ id }) => id === selection.clientId)
  const chat = person && state.chats.get(person.chatId)
  return (
    <Pane
      label="Client"
      name="client"
      open={chat === undefined ? '' : String(chat.id)}
      selection={selection}
      onSelect={onSelect}
    >
      {person === undefined || chat === undefined ? (
        <PeopleList state={state} onOpen={(clientId) => onSelect({ clientId })} />
      ) : (
        <ClientChat
          state={state}
          person={person}
          chat={chat}
          onBack={() => onSelect({ clientId: null })}
        />
      )}
    </Pane>
  )
}
