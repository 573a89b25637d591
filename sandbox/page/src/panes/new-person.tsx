import { useState } from 'preact/hooks'

import { Dialog } from '../chat/dialog.tsx'
import { act } from '../store/act.ts'
import { languages } from './languages.ts'

interface NewPersonProps {
  onClose: () => void
  onMade: (userId: number) => void
}

/** Asks for the name and the language of somebody new. */
export function NewPerson({ onClose, onMade }: NewPersonProps) {
  const [name, setName] = useState('')
  const [language, setLanguage] = useState('en')
  const [problem, setProblem] = useState('')
  const create = async () => {
    const made = await act('person', { name, language })
    if (!made.ok) {
      setProblem(made.error)
      return
    }
    onClose()
    onMade(made.answer.userId)
  }
  return (
    <Dialog title="New person" onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault()
          void create()
        }}
      >
        <label class="field">
          Name
          <input
            autofocus
            maxLength={64}
            value={name}
            onInput={({ currentTarget }) => setName(currentTarget.value)}
          />
        </label>
        <label class="field">
          Language
          <select
            value={language}
            onChange={({ currentTarget }) => setLanguage(currentTarget.value)}
          >
            {Object.entries(languages).map(([code, title]) => (
              <option key={code} value={code}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <p class="problem" role="alert">
          {problem}
        </p>
        <div class="dialog-buttons">
          <button type="button" class="text-button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" class="text-button is-main">
            Create
          </button>
        </div>
      </form>
    </Dialog>
  )
}
