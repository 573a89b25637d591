import { useMemo, useRef, useState } from 'preact/hooks'

import { Dialog } from './dialog.tsx'
import './notices.css'

/** What a pane tells the person who works in it. */
export interface Notices {
  /** For a few seconds. */
  toast: (text: string) => void
  /** Until it is answered. */
  alert: (text: string) => void
}

interface Told {
  toast: string
  alert: string
}

const shortestMs = 4_000
const msPerLetter = 45

/** A pane's notices, and the element that shows them. */
export function useNotices() {
  const [told, tell] = useState<Told>({ toast: '', alert: '' })
  const timer = useRef<number | undefined>(undefined)
  const notices = useMemo<Notices>(
    () => ({
      toast(text) {
        clearTimeout(timer.current)
        tell((before) => ({ ...before, toast: text }))
        const hide = () => tell((before) => ({ ...before, toast: '' }))
        timer.current = window.setTimeout(hide, shortestMs + text.length * msPerLetter)
      },
      alert: (text) => tell((before) => ({ ...before, alert: text })),
    }),
    [],
  )
  const close = () => tell((before) => ({ ...before, alert: '' }))
  const element = (
    <>
      <div class="toast-place" role="status">
        {told.toast !== '' && <p class="toast">{told.toast}</p>}
      </div>
      {told.alert !== '' && (
        <Dialog title="The bot says" onClose={close}>
          <p>{told.alert}</p>
          <div class="dialog-buttons">
            <button type="button" class="text-button" onClick={close}>
              OK
            </button>
          </div>
        </Dialog>
      )}
    </>
  )
  return { notices, element }
}
