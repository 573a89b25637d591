import type { MessageView } from '../../../play/protocol.ts'
import { reactionsTo } from './reactions-to.ts'
import './reactions.css'

interface ReactionsProps {
  messages: readonly MessageView[]
  viewerId: number
  onReact: (messageId: number, emoji: string) => void
}

/** Reactions below a bubble; a click joins in, or takes one's own back. */
export function Reactions({ messages, viewerId, onReact }: ReactionsProps) {
  const reactions = reactionsTo(messages, viewerId)
  if (reactions.length === 0) return null
  return (
    <div class="reactions">
      {reactions.map(({ emoji, count, isOwn, messageId }) => (
        <button
          key={emoji}
          type="button"
          class={isOwn ? 'reaction is-own' : 'reaction'}
          aria-pressed={isOwn}
          onClick={() => onReact(messageId, isOwn ? '' : emoji)}
        >
          <span class="emoji">{emoji}</span> {count}
        </button>
      ))}
    </div>
  )
}
