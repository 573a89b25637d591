import type { ComponentChildren } from 'preact'

import { Icon } from '../chat/icon.tsx'

interface PaneHeaderProps {
  title: string
  subtitle?: ComponentChildren
  picture?: ComponentChildren
  /** Where the way back leads, if there is one. */
  onBack?: () => void
  /** Buttons at the end. */
  children?: ComponentChildren
}

/** The upper edge of a pane: where one is, and what can be done there. */
export function PaneHeader({ title, subtitle, picture, onBack, children }: PaneHeaderProps) {
  return (
    <header class="pane-header">
      {onBack !== undefined && (
        <button type="button" class="icon-button" aria-label="Back" onClick={onBack}>
          <Icon name="back" />
        </button>
      )}
      {picture}
      <div class="pane-title">
        <h2>{title}</h2>
        {subtitle !== undefined && <p>{subtitle}</p>}
      </div>
      {children}
    </header>
  )
}
