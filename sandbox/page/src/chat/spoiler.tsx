import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'

/** Words that are hidden until somebody wants to read them. */
export function Spoiler({ children }: { children: ComponentChildren }) {
  const [isHidden, setHidden] = useState(true)
  if (!isHidden) return <span class="spoiler-shown">{children}</span>
  const show = () => setHidden(false)
  return (
    <span
      class="spoiler"
      role="button"
      tabIndex={0}
      aria-label="Hidden text: show it"
      onClick={show}
      onKeyDown={({ key }) => {
        if (key === 'Enter' || key === ' ') show()
      }}
    >
      <span aria-hidden="true">{children}</span>
    </span>
  )
}
