import { useState } from 'preact/hooks'

import { act } from '../store/act.ts'
import { FormDialog } from './form-dialog.tsx'
import { languages } from './languages.ts'

interface NewPersonProps {
  onClose: () => void
  onMade: (userId: number) => void
}

/** Asks for the name and the language of somebody new. */
export function NewPerson({ onClose, onMade }: NewPersonProps) {
  const [name, setName] = useState('')
  const [language, setLanguage] = useState('en')
  const create = async () => {
    const made = await act('person', { name, language })
    if (!made.ok) return made.error
    onMade(made.answer.userId)
    return null
  }
  return (
    <FormDialog title="New person" action="Create" onSubmit={create} onClose={onClose}>
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
        <select value={language} onChange={({ currentTarget }) => setLanguage(currentTarget.value)}>
          {Object.entries(languages).map(([code, title]) => (
            <option key={code} value={code}>
              {title}
            </option>
          ))}
        </select>
      </label>
    </FormDialog>
  )
}
