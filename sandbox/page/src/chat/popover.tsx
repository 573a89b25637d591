import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

import './popover.css'

interface PopoverProps {
  label: string
  /** Where it was asked for, in the window. */
  at: { x: number; y: number }
  onClose: () => void
  children: ComponentChildren
}

const marginPx = 8

/** A menu at a place; arrow keys move in it, Escape and a click elsewhere close it. */
export function Popover({ label, at, onClose, children }: PopoverProps) {
  const element = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const menu = element.current
    if (menu === null) return
    menu.showPopover()
    const { width, height } = menu.getBoundingClientRect()
    const left = Math.min(at.x, window.innerWidth - width - marginPx)
    const fitsBelow = at.y + height + marginPx <= window.innerHeight
    menu.style.left = `${Math.max(marginPx, left)}px`
    menu.style.top = `${Math.max(marginPx, fitsBelow ? at.y : at.y - height)}px`
    itemsOf(menu)[0]?.focus()
    // Hiding gives the focus back to where it was.
    return () => menu.hidePopover()
  }, [at.x, at.y])
  return (
    <div
      ref={element}
      class="popover"
      popover="auto"
      role="menu"
      aria-label={label}
      onToggle={({ newState }) => {
        if (newState === 'closed') onClose()
      }}
      onKeyDown={(event) => {
        const step = steps[event.key]
        if (step === undefined || element.current === null) return
        event.preventDefault()
        const items = itemsOf(element.current)
        const at = items.findIndex((item) => item === document.activeElement)
        items[(at + step + items.length) % items.length]?.focus()
      }}
    >
      {children}
    </div>
  )
}

const steps: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

function itemsOf(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role=menuitem]:not(:disabled)')]
}
