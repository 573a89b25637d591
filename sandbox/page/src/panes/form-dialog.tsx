import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'

import { Dialog } from '../chat/dialog.tsx'

interface FormDialogProps {
  title: string
  /** What the button says. */
  action: string
  /** Closes the dialog with null; a sentence is shown instead. */
  onSubmit: () => Promise<string | null>
  onClose: () => void
  /** The fields. */
  children: ComponentChildren
}

/** Asks for something in a few fields. */
export function FormDialog({ title, action, onSubmit, onClose, children }: FormDialogProps) {
  const [problem, setProblem] = useState('')
  const submit = async () => {
    const found = await onSubmit()
    if (found === null) onClose()
    else setProblem(found)
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        {children}
        <p class="problem" role="alert">
          {problem}
        </p>
        <div class="dialog-buttons">
          <button type="button" class="text-button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" class="text-button is-main">
            {action}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
