import type { RefObject } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'

import type { MessageView } from '../../../play/protocol.ts'
import { indexOfId, pageLength, shownFrom } from './shown-part.ts'

const nearTopPx = 800
const muchRendered = 3 * pageLength

/** The newest part of a chat, and more of it the further somebody scrolls up. */
export function useShownPart(
  messages: readonly MessageView[],
  scroller: RefObject<HTMLElement | null>,
) {
  const [earliestId, setEarliestId] = useState<number | null>(null)
  const held = useRef<{ line: Element; top: number } | null>(null)
  // On the way to a message that is wished for, the end is still what is seen.
  const isOnTheWay = useRef(false)
  const start = shownFrom(messages, earliestId)

  /** Shows a message and what stands around it. */
  const show = (messageId: number) => {
    const index = indexOfId(messages, messageId)
    if (index >= start) return
    isOnTheWay.current = true
    setEarliestId(messages[Math.max(0, index - pageLength / 2)]?.message_id ?? null)
  }

  const onScroll = (isAtBottom: boolean) => {
    const list = scroller.current
    if (list === null || list.clientHeight === 0) return
    if (isAtBottom) {
      if (isOnTheWay.current) return
      if (earliestId !== null && messages.length - start > muchRendered) setEarliestId(null)
      return
    }
    isOnTheWay.current = false
    if (start === 0 || list.scrollTop > nearTopPx) return
    const line = list.querySelector('article')
    held.current = line && { line, top: line.getBoundingClientRect().top }
    setEarliestId(messages[Math.max(0, start - pageLength)]?.message_id ?? null)
  }

  // What was looked at stays where it was when something is put above it.
  useLayoutEffect(() => {
    const list = scroller.current
    if (held.current === null || list === null) return
    const { line, top } = held.current
    held.current = null
    if (line.isConnected) list.scrollTop += line.getBoundingClientRect().top - top
  }, [start])

  return { shown: messages.slice(start), show, onScroll }
}
