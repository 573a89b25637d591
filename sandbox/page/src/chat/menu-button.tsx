import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'

import { Icon } from './icon.tsx'
import { Popover } from './popover.tsx'

interface MenuButtonProps {
  label: string
  /** The items; `close` is to be called by each. */
  children: (close: () => void) => ComponentChildren
}

/** A button with three dots that opens a menu below it. */
export function MenuButton({ label, children }: MenuButtonProps) {
  const [at, setAt] = useState<{ x: number; y: number } | null>(null)
  const close = () => setAt(null)
  return (
    <>
      <button
        type="button"
        class="icon-button"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={at !== null}
        onClick={({ currentTarget }) => {
          const { right, bottom } = currentTarget.getBoundingClientRect()
          setAt(at === null ? { x: right - 170, y: bottom + 4 } : null)
        }}
      >
        <Icon name="more" />
      </button>
      {at !== null && (
        <Popover label={label} at={at} onClose={close}>
          {children(close)}
        </Popover>
      )}
    </>
  )
}
