import type { TargetedKeyboardEvent } from 'preact'

const steps: Record<string, 'previous' | 'next'> = { ArrowUp: 'previous', ArrowDown: 'next' }

/** Arrow keys go from one bubble to the next. */
export function moveAmongLines(event: TargetedKeyboardEvent<HTMLElement>): void {
  const step = steps[event.key]
  const { target } = event
  if (step === undefined || !(target instanceof HTMLElement) || !target.matches('article')) return
  event.preventDefault()
  const lines = [...event.currentTarget.querySelectorAll('article')]
  const next = lines[lines.indexOf(target) + (step === 'next' ? 1 : -1)]
  next?.focus({ preventScroll: true })
  next?.scrollIntoView({ block: 'nearest' })
}
