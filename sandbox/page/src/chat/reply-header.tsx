import type { MessageView } from '../../../play/protocol.ts'
import { isRecord } from './attachment.ts'
import { authorOf } from './author.ts'
import { excerptOf } from './excerpt.ts'
import './reply-header.css'

interface ReplyHeaderProps {
  message: MessageView
  onJump: (messageId: number) => void
}

/** What a message answers, or the words of it that were quoted; a click goes there. */
export function ReplyHeader({ message, onJump }: ReplyHeaderProps) {
  const { reply_to_message: answered, quote } = message
  // In a topic everything hangs on the message that began it.
  if (answered === undefined || 'forum_topic_created' in answered) return null
  const quoted = isRecord(quote) && typeof quote['text'] === 'string' ? quote['text'] : null
  return (
    <button
      type="button"
      class={`reply-header hue-${(answered.from?.id ?? 0) % 7}`}
      onClick={() => onJump(answered.message_id)}
    >
      <b>{authorOf(answered)}</b>
      <span class={quoted === null ? '' : 'is-quote'}>{quoted ?? excerptOf(answered)}</span>
    </button>
  )
}
