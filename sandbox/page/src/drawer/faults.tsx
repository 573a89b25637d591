import { act } from '../store/act.ts'
import type { SandboxState } from '../store/chats.ts'
import type { Selection } from '../store/selection.ts'
import { FaultForm } from './fault-form.tsx'
import { faultKinds } from './fault-kinds.ts'

/** Troubles that calls of the bot will meet, and a form for more of them. */
export function Faults({ state, selection }: { state: SandboxState; selection: Selection }) {
  const { faults } = state
  return (
    <>
      <p class="drawer-note">
        Telegram is not always well. What the bot does then can be seen here: nothing should be
        lost, and nothing said twice.
      </p>
      <FaultForm state={state} selection={selection} />
      <h3>Waiting for a call</h3>
      {faults.length === 0 && <p class="drawer-note">None: the bot's calls succeed.</p>}
      <ul class="fault-list" aria-label="Waiting faults">
        {faults.map(({ id, kind, method, left }) => (
          <li key={id}>
            {faultKinds[kind]} ({method === '' ? 'any method' : method}, {left} left)
          </li>
        ))}
      </ul>
      {faults.length > 0 && (
        <button type="button" class="text-button" onClick={() => void act('clear-faults', {})}>
          Remove all
        </button>
      )}
    </>
  )
}
