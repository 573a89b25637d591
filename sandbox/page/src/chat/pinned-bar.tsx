import { useState } from 'preact/hooks'

import type { MessageView } from '../../../play/protocol.ts'
import { excerptOf } from './excerpt.ts'
import { Icon } from './icon.tsx'
import './pinned-bar.css'

interface PinnedBarProps {
  messages: readonly MessageView[]
  onJump: (messageId: number) => void
}

/** The pinned messages of a chat, the newest first; each click goes on to the one before. */
export function PinnedBar({ messages, onJump }: PinnedBarProps) {
  const pinned = messages.filter((message) => message.pinned).reverse()
  const [turn, setTurn] = useState(0)
  const shown = pinned[turn % Math.max(1, pinned.length)]
  if (shown === undefined) return null
  return (
    <button
      type="button"
      class="pinned-bar"
      onClick={() => {
        onJump(shown.message_id)
        setTurn(turn + 1)
      }}
    >
      <Icon name="pin" />
      <span>
        <b>
          {pinned.length === 1
            ? 'Pinned message'
            : `Pinned message ${pinned.indexOf(shown) + 1} of ${pinned.length}`}
        </b>
        <span>{excerptOf(shown)}</span>
      </span>
    </button>
  )
}
