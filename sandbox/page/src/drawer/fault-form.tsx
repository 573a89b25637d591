import { useState } from 'preact/hooks'

import type { FaultKind } from '../../../play/protocol.ts'
import { act } from '../store/act.ts'
import type { SandboxState } from '../store/chats.ts'
import type { Selection } from '../store/selection.ts'
import { ChatChoice, chatIdOf, type Scope } from './chat-choice.tsx'
import { faultKinds } from './fault-kinds.ts'

const methods = ['sendMessage', 'editMessageText', 'copyMessage', 'createForumTopic']

/** Lets the bot's next calls fail. */
export function FaultForm({ state, selection }: { state: SandboxState; selection: Selection }) {
  const [kind, setKind] = useState<FaultKind>('429')
  const [method, setMethod] = useState('')
  const [scope, setScope] = useState<Scope>('all')
  const [times, setTimes] = useState(1)
  const [problem, setProblem] = useState('')
  const inject = async () => {
    const chatId = chatIdOf(scope, state, selection)
    const answer = await act('fault', { kind, method: method.trim(), chatId, times })
    setProblem(answer.ok ? '' : answer.error)
  }
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault()
        void inject()
      }}
    >
      <label class="field">
        What happens
        <select
          value={kind}
          onChange={({ currentTarget }) => setKind(currentTarget.value as FaultKind)}
        >
          {Object.entries(faultKinds).map(([code, title]) => (
            <option key={code} value={code}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        Method (empty: any)
        <input
          list="methods"
          value={method}
          onInput={({ currentTarget }) => setMethod(currentTarget.value)}
        />
        <datalist id="methods">
          {methods.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </label>
      <ChatChoice scope={scope} onScope={setScope} />
      <label class="field">
        How many calls
        <input
          type="number"
          required
          min={1}
          max={100}
          value={times}
          onInput={({ currentTarget }) => setTimes(currentTarget.valueAsNumber)}
        />
      </label>
      <p class="problem" role="alert">
        {problem}
      </p>
      <button type="submit" class="text-button is-main">
        Let them fail
      </button>
    </form>
  )
}
