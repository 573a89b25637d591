import { useEffect, useRef, useState } from 'preact/hooks'

import type { MessageView } from '../../../play/protocol.ts'
import { countAfter, type Viewed } from '../store/reads.ts'
import { markRead } from '../store/use-reads.ts'
import { Bubble } from './bubble.tsx'
import type { ChatActions } from './chat-actions.ts'
import { Icon } from './icon.tsx'
import { moveAmongLines } from './move-among-lines.ts'
import { rowsOf, type Row } from './rows.ts'
import { dayTitle } from './times.ts'
import { useBottom } from './use-bottom.ts'
import { useJump, type Jump } from './use-jump.ts'
import { useSeen } from './use-seen.ts'
import { useShownPart } from './use-shown-part.ts'
import './message-list.css'

interface MessageListProps {
  messages: readonly MessageView[]
  viewed: Viewed
  isGroup: boolean
  nowMs: number
  jump: Jump | null
  actions: ChatActions
}

/** The messages of a chat, the newest at the bottom. */
export function MessageList(props: MessageListProps) {
  const { messages, viewed, isGroup, nowMs, jump, actions } = props
  const scroller = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const { isAtBottom, toBottom, letGo, onScroll } = useBottom(scroller, content)
  const part = useShownPart(messages, scroller)
  const toNewest = () => {
    part.reset()
    toBottom()
  }
  useJump(jump, scroller, part.show, letGo, onScroll)
  const isSeen = useSeen(scroller)
  const newest = messages.at(-1)
  const newestId = newest?.message_id ?? 0
  const isNewestOwn = newest?.from?.id === viewed.viewerId

  useEffect(() => {
    if (isSeen) markRead(viewed, newestId)
  }, [isSeen, newestId])
  // Who writes wants to see it.
  useEffect(() => {
    if (isNewestOwn) toNewest()
  }, [newestId])

  const lastAtBottom = useRef(newestId)
  if (isAtBottom) lastAtBottom.current = newestId
  const newCount = countAfter(messages, viewed.viewerId, lastAtBottom.current)

  const rows = rowsOf(part.shown)
  const [activeKey, setActiveKey] = useState('')
  const bubbles = rows.filter(({ kind }) => kind === 'bubble')
  const active = bubbles.find(({ key }) => key === activeKey) ?? bubbles.at(-1)

  const draw = (row: Row) => {
    if (row.kind === 'day') {
      return (
        <div key={row.key} class="day">
          <span>{dayTitle(row.date, nowMs)}</span>
        </div>
      )
    }
    if (row.kind === 'service') {
      return (
        <div key={row.key} class="service" data-ids={row.key}>
          <span>{row.text}</span>
        </div>
      )
    }
    const { viewerId } = viewed
    const isActive = row === active
    return (
      <Bubble
        key={row.key}
        row={row}
        viewerId={viewerId}
        isGroup={isGroup}
        isActive={isActive}
        actions={actions}
      />
    )
  }

  return (
    <div class="list-frame">
      <div
        ref={scroller}
        class="message-list"
        role="log"
        aria-live="polite"
        aria-label="Messages"
        onScroll={() => {
          if (part.isEndShown) onScroll()
          part.onScroll()
        }}
        onKeyDown={moveAmongLines}
        onFocusIn={({ target }) => {
          const line = (target as Element).closest('article')
          if (line !== null) setActiveKey(line.dataset.ids?.split(' ')[0] ?? '')
        }}
      >
        <div ref={content} class="message-lines">
          {rows.map(draw)}
        </div>
      </div>
      {!isAtBottom && (
        <button
          type="button"
          class="to-bottom"
          aria-label={
            newCount > 0 ? `To the newest message, ${newCount} new` : 'To the newest message'
          }
          onClick={toNewest}
        >
          <Icon name="down" />
          {newCount > 0 && <span class="badge">{newCount}</span>}
        </button>
      )}
    </div>
  )
}
