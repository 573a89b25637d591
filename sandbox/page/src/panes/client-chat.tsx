import type { PersonView } from '../../../play/protocol.ts'
import { nameOf } from '../chat/author.ts'
import { Avatar } from '../chat/avatar.tsx'
import { ChatView } from '../chat/chat-view.tsx'
import { MenuButton } from '../chat/menu-button.tsx'
import { MenuItem } from '../chat/menu-item.tsx'
import { act } from '../store/act.ts'
import { generalId } from '../store/by-topic.ts'
import type { ChatState, SandboxState } from '../store/chats.ts'
import { useReads } from '../store/use-reads.ts'
import { languageName } from './languages.ts'
import { PaneHeader } from './pane-header.tsx'
import { sumOf, unreadOf } from './unread.ts'
import { useTrouble } from './use-trouble.tsx'

interface ClientChatProps {
  state: SandboxState
  person: PersonView
  chat: ChatState
  onBack: () => void
}

/** A person's private chat with the bot. */
export function ClientChat({ state, person, chat, onBack }: ClientChatProps) {
  const reads = useReads(state)
  const others = state.people.filter(({ id }) => id !== person.id)
  const { tell, trouble } = useTrouble()
  const name = nameOf(person)
  const setBlocked = (blocked: boolean) => tell(act('block', { userId: person.id, blocked }))
  const start = () => tell(act('message', { userId: person.id, chatId: chat.id, text: '/start' }))
  return (
    <>
      <PaneHeader
        title={name}
        subtitle={`${languageName(person.language_code)} · chat with ${nameOf(state.bot)}`}
        picture={<Avatar id={person.id} name={name} />}
        onBack={onBack}
        unread={sumOf(others.map((other) => unreadOf(state, reads, other)))}
      >
        <MenuButton label="Chat menu">
          {(close) => (
            <MenuItem
              icon="stop"
              label={person.blockedBot ? 'Unblock the bot' : 'Block the bot'}
              isDanger={!person.blockedBot}
              onPick={() => {
                setBlocked(!person.blockedBot)
                close()
              }}
            />
          )}
        </MenuButton>
      </PaneHeader>
      <ChatView
        key={person.id}
        state={state}
        chat={chat}
        viewer={person}
        topicId={generalId}
        instead={insteadOfInput()}
      />
      {trouble}
    </>
  )

  function insteadOfInput() {
    if (person.blockedBot) {
      return <BigButton label="Unblock the bot" onClick={() => setBlocked(false)} />
    }
    if (chat.messages.size === 0) return <BigButton label="Start" onClick={start} />
    return undefined
  }
}

function BigButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <button type="button" class="big-button" data-start onClick={onClick}>
      {label}
    </button>
  )
}
