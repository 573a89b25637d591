import { useState } from 'preact/hooks'

import type { SandboxState } from '../store/chats.ts'
import type { Selection } from '../store/selection.ts'
import { ChatChoice, chatIdOf, type Scope } from './chat-choice.tsx'
import { JournalEntry } from './journal-entry.tsx'
import { useJournal } from './use-journal.ts'

/** What the bot was sent and what it called, as it went over the wire. */
export function Traffic({ state, selection }: { state: SandboxState; selection: Selection }) {
  const [scope, setScope] = useState<Scope>(selection.clientId === null ? 'all' : selection.pane)
  const lines = useJournal(chatIdOf(scope, state, selection))
  return (
    <>
      <ChatChoice scope={scope} onScope={setScope} />
      {lines.length === 0 && <p class="drawer-note">Nothing has been sent here yet.</p>}
      <div class="journal">
        {lines.map((line) => (
          <JournalEntry key={line.seq} line={line} />
        ))}
      </div>
    </>
  )
}
