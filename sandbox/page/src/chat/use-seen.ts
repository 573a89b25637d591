import type { RefObject } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/** Whether an element is before somebody's eyes. */
export function useSeen(element: RefObject<Element | null>): boolean {
  const [isShown, setShown] = useState(false)
  const [isPageSeen, setPageSeen] = useState(!document.hidden)
  useEffect(() => {
    const observer = new IntersectionObserver((entries) =>
      setShown(entries.some(({ isIntersecting }) => isIntersecting)),
    )
    if (element.current !== null) observer.observe(element.current)
    const look = () => setPageSeen(!document.hidden)
    document.addEventListener('visibilitychange', look)
    return () => {
      observer.disconnect()
      document.removeEventListener('visibilitychange', look)
    }
  }, [])
  return isShown && isPageSeen
}
