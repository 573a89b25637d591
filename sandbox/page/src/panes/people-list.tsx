import { useState } from 'preact/hooks'

import { nameOf } from '../chat/author.ts'
import { Avatar } from '../chat/avatar.tsx'
import { excerptOf } from '../chat/excerpt.ts'
import { Icon } from '../chat/icon.tsx'
import { listTime } from '../chat/times.ts'
import { generalId, messagesIn } from '../store/by-topic.ts'
import type { SandboxState } from '../store/chats.ts'
import { agentsOf, staffGroup } from '../store/staff-group.ts'
import { useReads } from '../store/use-reads.ts'
import { ListLine } from './list-line.tsx'
import { moveInList } from './move-in-list.ts'
import { NewPerson } from './new-person.tsx'
import { PaneHeader } from './pane-header.tsx'
import { unreadOf } from './unread.ts'

interface PeopleListProps {
  state: SandboxState
  onOpen: (userId: number) => void
}

/** The people one can be, each with the newest message of his chat with the bot. */
export function PeopleList({ state, onOpen }: PeopleListProps) {
  const reads = useReads(state)
  const [isAdding, setAdding] = useState(false)
  const agents = new Set(agentsOf(state, staffGroup(state)).map(({ id }) => id))
  const nowMs = Date.now() + state.aheadMs
  const listed = state.people.map((person) => {
    const chat = state.chats.get(person.chatId)
    const messages = chat === undefined ? [] : messagesIn(chat, generalId)
    return {
      person,
      unread: unreadOf(state, reads, person),
      newest: messages.at(-1),
      isAgent: agents.has(person.id),
    }
  })
  // Who works in the staff group is seldom the client one wants to play.
  listed.sort(
    (one, other) =>
      (other.newest?.date ?? 0) - (one.newest?.date ?? 0) ||
      Number(one.isAgent) - Number(other.isAgent),
  )
  return (
    <>
      <PaneHeader title="Clients" subtitle="Choose who you are">
        <button type="button" class="text-button" onClick={() => setAdding(true)}>
          <Icon name="plus" />
          New person
        </button>
      </PaneHeader>
      <ul class="list" aria-label="People" onKeyDown={moveInList}>
        {listed.map(({ person, unread, newest, isAgent }) => (
          <ListLine
            key={person.id}
            id={person.id}
            picture={<Avatar id={person.id} name={nameOf(person)} />}
            name={nameOf(person)}
            mark={markOf(person.blockedBot, isAgent)}
            time={newest === undefined ? '' : listTime(newest.date, nowMs)}
            excerpt={newest === undefined ? 'Nothing written yet' : excerptOf(newest)}
            unread={unread}
            onOpen={() => onOpen(person.id)}
          />
        ))}
      </ul>
      {listed.length === 0 && (
        <p class="list-empty">Nobody is here yet. Create a person to write to the bot.</p>
      )}
      {isAdding && <NewPerson onClose={() => setAdding(false)} onMade={onOpen} />}
    </>
  )
}

function markOf(blockedBot: boolean, isAgent: boolean) {
  if (!blockedBot && !isAgent) return null
  return <span class="mark">{blockedBot ? 'blocked the bot' : 'agent'}</span>
}
