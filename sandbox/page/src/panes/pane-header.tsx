import type { ComponentChildren } from 'preact'

import { Icon } from '../chat/icon.tsx'

interface PaneHeaderProps {
  title: string
  subtitle?: ComponentChildren
  picture?: ComponentChildren
  /** Where the way back leads, if there is one. */
  onBack?: () => void
  /** How much is unread elsewhere, where the way back leads. */
  unread?: number
  /** Buttons at the end. */
  children?: ComponentChildren
}

/** The upper edge of a pane: where one is, and what can be done there. */
export function PaneHeader({
  title,
  subtitle,
  picture,
  onBack,
  unread = 0,
  children,
}: PaneHeaderProps) {
  return (
    <header class="pane-header">
      {onBack !== undefined && (
        <button type="button" class="icon-button" aria-label="Back" data-back onClick={onBack}>
          <Icon name="back" />
          {unread > 0 && <span class="badge">{unread}</span>}
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
