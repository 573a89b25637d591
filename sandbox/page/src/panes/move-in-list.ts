import type { TargetedKeyboardEvent } from 'preact'

const steps: Record<string, number> = { ArrowUp: -1, ArrowDown: 1 }

/** Arrow keys go from one line of a list to the next. */
export function moveInList(event: TargetedKeyboardEvent<HTMLElement>): void {
  const step = steps[event.key]
  if (step === undefined) return
  event.preventDefault()
  const lines = [...event.currentTarget.querySelectorAll<HTMLElement>('li > button')]
  const at = lines.findIndex((line) => line === document.activeElement)
  lines[at + step]?.focus()
}
