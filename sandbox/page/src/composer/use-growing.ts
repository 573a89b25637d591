import type { RefObject } from 'preact'
import { useLayoutEffect } from 'preact/hooks'

const tallestPx = 180

/** An input field as high as its words. */
export function useGrowing(field: RefObject<HTMLTextAreaElement | null>, text: string): void {
  useLayoutEffect(() => {
    const { current } = field
    if (current === null) return
    current.style.height = 'auto'
    current.style.height = `${Math.min(tallestPx, current.scrollHeight)}px`
  }, [text])
}
