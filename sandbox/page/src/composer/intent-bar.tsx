import { authorOf } from '../chat/author.ts'
import { excerptOf } from '../chat/excerpt.ts'
import { Icon } from '../chat/icon.tsx'
import type { Intent } from './intent.ts'

interface IntentBarProps {
  intent: Exclude<Intent, { kind: 'write' }>
  onJump: (messageId: number) => void
  onCancel: () => void
}

/** Above the input field: which message is answered or edited. */
export function IntentBar({ intent, onJump, onCancel }: IntentBarProps) {
  const isReply = intent.kind === 'reply'
  const message = isReply ? intent.to : intent.message
  const quote = isReply ? intent.quote : ''
  const title = isReply ? `Reply to ${authorOf(message)}` : 'Edit message'
  return (
    <div class="intent-bar">
      <Icon name={isReply ? (quote === '' ? 'reply' : 'quote') : 'edit'} />
      <button type="button" class="intent-words" onClick={() => onJump(message.message_id)}>
        <b>{title}</b>
        <span>{quote === '' ? excerptOf(message) : quote}</span>
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={isReply ? 'Do not reply' : 'Do not edit'}
        onClick={onCancel}
      >
        <Icon name="close" />
      </button>
    </div>
  )
}
