import { useLayoutEffect, useRef } from 'preact/hooks'

/**
 * Opening and leaving a chat takes away the button that had the focus: gives it to the field of the
 * chat, or to the line of the list one came from.
 *
 * @param open what is open; empty: the list
 */
export function useKeptFocus(open: string) {
  const pane = useRef<HTMLElement>(null)
  const before = useRef(open)
  useLayoutEffect(() => {
    const left = before.current
    before.current = open
    // Whoever has the focus elsewhere keeps it.
    if (left === open || (document.activeElement ?? document.body) !== document.body) return
    const wanted = open === '' ? [`[data-line="${left}"]`, '[data-line]'] : inChat()
    const found = wanted.map((selector) => pane.current?.querySelector<HTMLElement>(selector))
    found.find((element) => element !== null)?.focus()
  }, [open])
  return pane
}

function inChat(): string[] {
  // On a touch screen the field would open the keyboard.
  return matchMedia('(pointer: coarse)').matches ? ['[data-back]'] : ['[data-start]', '[data-back]']
}
