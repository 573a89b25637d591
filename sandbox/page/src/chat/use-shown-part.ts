import type { RefObject } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'

import type { MessageView } from '../../../play/protocol.ts'
import { indexOfId, pageLength, shownFrom, shownTo } from './shown-part.ts'

const nearPx = 800
const muchRendered = 3 * pageLength

/** The newest part of a chat, or what stands around an older message; more as somebody scrolls. */
export function useShownPart(
  messages: readonly MessageView[],
  scroller: RefObject<HTMLElement | null>,
) {
  const [earliestId, setEarliestId] = useState<number | null>(null)
  const [latestId, setLatestId] = useState<number | null>(null)
  const held = useRef<{ line: Element; top: number } | null>(null)
  // On the way to a message that is wished for, the end is still what is seen.
  const isOnTheWay = useRef(false)
  const start = shownFrom(messages, earliestId)
  const end = shownTo(messages, latestId)

  /** Shows a message and what stands around it. */
  const show = (messageId: number) => {
    const index = indexOfId(messages, messageId)
    if (index >= start && index < end) return
    isOnTheWay.current = true
    const first = Math.max(0, index - pageLength / 2)
    setEarliestId(messages[first]?.message_id ?? null)
    const isFar = messages.length - first > muchRendered
    setLatestId(isFar ? idAt(index + pageLength) : null)
  }

  /** Shows the newest part. */
  const reset = () => {
    setEarliestId(null)
    setLatestId(null)
  }

  const idAt = (index: number) => messages[index]?.message_id ?? null

  const onScroll = () => {
    const list = scroller.current
    if (list === null || list.clientHeight === 0) return
    const belowPx = list.scrollHeight - list.scrollTop - list.clientHeight
    if (latestId !== null && belowPx < nearPx) {
      if (!isOnTheWay.current) setLatestId(idAt(end + pageLength))
      return
    }
    if (latestId === null && belowPx < 60) {
      const isMuch = earliestId !== null && messages.length - start > muchRendered
      if (isMuch && !isOnTheWay.current) setEarliestId(null)
      return
    }
    isOnTheWay.current = false
    if (start === 0 || list.scrollTop > nearPx) return
    const line = list.querySelector('article')
    held.current = line && { line, top: line.getBoundingClientRect().top }
    setEarliestId(idAt(Math.max(0, start - pageLength)))
  }

  // What was looked at stays where it was when something is put above it.
  useLayoutEffect(() => {
    const list = scroller.current
    if (held.current === null || list === null) return
    const { line, top } = held.current
    held.current = null
    if (line.isConnected) list.scrollTop += line.getBoundingClientRect().top - top
  }, [start])

  return {
    shown: messages.slice(start, end),
    isEndShown: end === messages.length,
    show,
    reset,
    onScroll,
  }
}
