import type { TargetedMouseEvent } from 'preact'

import type { OpenMenu } from './chat-actions.ts'
import { Icon } from './icon.tsx'
import './bubble-tools.css'

interface BubbleToolsProps {
  isActive: boolean
  onOpen: (kind: OpenMenu['kind'], from: Element, at: OpenMenu['at']) => void
}

/** Two small buttons beside a bubble, seen when the pointer or the keyboard is there. */
export function BubbleTools({ isActive, onOpen }: BubbleToolsProps) {
  const tabIndex = isActive ? 0 : -1
  const open = (kind: OpenMenu['kind']) => (event: TargetedMouseEvent<HTMLElement>) => {
    const { left, bottom } = event.currentTarget.getBoundingClientRect()
    onOpen(kind, event.currentTarget, { x: left - 8, y: bottom + 4 })
  }
  // What is selected must stay so for a quotation.
  const keepSelection = (event: TargetedMouseEvent<HTMLElement>) => event.preventDefault()
  return (
    <div class="tools" onMouseDown={keepSelection}>
      <button type="button" tabIndex={tabIndex} aria-label="React" onClick={open('reactions')}>
        <Icon name="react" />
      </button>
      <button
        type="button"
        tabIndex={tabIndex}
        aria-label="Message menu"
        aria-haspopup="menu"
        onClick={open('message')}
      >
        <Icon name="more" />
      </button>
    </div>
  )
}
