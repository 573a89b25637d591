import type { RefObject } from 'preact'
import { useLayoutEffect } from 'preact/hooks'

/** A wish to see a message; another object for each wish. */
export interface Jump {
  messageId: number
}

const flashMs = 1_700

/** Goes to a message that is wished for, and lets it flash. */
export function useJump(
  jump: Jump | null,
  scroller: RefObject<HTMLElement | null>,
  show: (messageId: number) => void,
  letGo: () => void,
  settle: () => void,
): void {
  useLayoutEffect(() => {
    if (jump === null) return undefined
    letGo()
    show(jump.messageId)
    // The message may only be drawn with the next frame.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        flash(scroller.current, jump.messageId)
        settle()
      })
    })
    return () => cancelAnimationFrame(frame)
  }, [jump])
}

function flash(list: HTMLElement | null, messageId: number): void {
  const line = list?.querySelector(`[data-ids~="${messageId}"]`)
  if (line === null || line === undefined) return
  line.scrollIntoView({ block: 'center' })
  line.classList.remove('is-flashing')
  line.classList.add('is-flashing')
  setTimeout(() => line.classList.remove('is-flashing'), flashMs)
}
