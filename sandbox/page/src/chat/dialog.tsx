import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'

import './dialog.css'

interface DialogProps {
  title: string
  onClose: () => void
  children: ComponentChildren
  /** Another look than that of a small form. */
  look?: 'photo'
}

/** Something that must be dealt with first; Escape and a click beside it close it. */
export function Dialog({ title, onClose, children, look }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useLayoutEffect(() => {
    const dialog = element.current
    dialog?.showModal()
    // Closing gives the focus back to where it was.
    return () => dialog?.close()
  }, [])
  return (
    <dialog
      ref={element}
      class={look === undefined ? 'dialog' : `dialog dialog-${look}`}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={({ target }) => {
        if (target === element.current) element.current?.close()
      }}
    >
      <div class="dialog-body">
        <h2 id={titleId}>{title}</h2>
        {children}
      </div>
    </dialog>
  )
}
