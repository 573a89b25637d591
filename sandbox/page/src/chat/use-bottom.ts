import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'

const nearPx = 60

/** Keeps a list at its end as long as the reader is there. */
export function useBottom(
  scroller: RefObject<HTMLElement | null>,
  content: RefObject<HTMLElement | null>,
) {
  const [isAtBottom, setAtBottom] = useState(true)
  const sticks = useRef(true)
  const lastTop = useRef(0)

  const toBottom = () => {
    sticks.current = true
    setAtBottom(true)
    scroller.current?.scrollTo({ top: scroller.current.scrollHeight })
  }

  const onScroll = () => {
    const list = scroller.current
    // A list in a pane that is not shown has no height.
    if (list === null || list.clientHeight === 0) return
    const isNear = list.scrollHeight - list.scrollTop - list.clientHeight < nearPx
    const goesUp = list.scrollTop < lastTop.current
    lastTop.current = list.scrollTop
    // Lines get their true heights when they are first drawn: the end moves away by itself.
    if (sticks.current && !isNear && !goesUp) {
      list.scrollTop = list.scrollHeight
      return
    }
    sticks.current = isNear
    setAtBottom(isNear)
  }

  useLayoutEffect(toBottom, [])
  useEffect(() => {
    // Pictures that arrive and a keyboard that opens change heights without any scrolling.
    const observer = new ResizeObserver(() => {
      const list = scroller.current
      if (sticks.current && list !== null) list.scrollTop = list.scrollHeight
    })
    for (const { current } of [scroller, content]) if (current !== null) observer.observe(current)
    return () => observer.disconnect()
  }, [])

  /** From now on the list stays where it is shown. */
  const letGo = () => {
    sticks.current = false
    setAtBottom(false)
  }

  return { isAtBottom, toBottom, letGo, onScroll }
}
