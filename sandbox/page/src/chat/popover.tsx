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
    const opener = document.activeElement
    menu.showPopover()
    placeAt(menu, at)
    itemsOf(menu)[0]?.focus()
    const onPointerDown = ({ target }: PointerEvent) => {
      const isElsewhere = target instanceof Node && !menu.contains(target)
      // The button that opened the menu closes it itself.
      if (isElsewhere && !(opener?.matches('button') && opener.contains(target))) onClose()
    }
    document.addEventListener('pointerdown', onPointerDown, true)
    return () => {
      document.removeEventListener('pointerdown', onPointerDown, true)
      const hadFocus = menu.contains(document.activeElement)
      menu.hidePopover()
      if (hadFocus && opener instanceof HTMLElement) opener.focus({ preventScroll: true })
    }
  }, [at.x, at.y])
  return (
    <div
      ref={element}
      class="popover"
      // An automatic one would be closed by the same right click that opened it.
      popover="manual"
      role="menu"
      aria-label={label}
      onKeyDown={(event) => {
        const { current } = element
        if (current === null) return
        if (event.key === 'Escape' || event.key === 'Tab') {
          event.preventDefault()
          event.stopPropagation()
          onClose()
        }
        const step = steps[event.key]
        if (step === undefined) return
        event.preventDefault()
        const items = itemsOf(current)
        const from = items.findIndex((item) => item === document.activeElement)
        items[(from + step + items.length) % items.length]?.focus()
      }}
    >
      {children}
    </div>
  )
}

/** Puts a menu where it was asked for, but wholly inside the window. */
function placeAt(menu: HTMLElement, at: PopoverProps['at']): void {
  const { width, height } = menu.getBoundingClientRect()
  const left = Math.min(at.x, window.innerWidth - width - marginPx)
  const fitsBelow = at.y + height + marginPx <= window.innerHeight
  menu.style.left = `${Math.max(marginPx, left)}px`
  menu.style.top = `${Math.max(marginPx, fitsBelow ? at.y : at.y - height)}px`
}

const steps: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

function itemsOf(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role=menuitem]:not(:disabled)')]
}
