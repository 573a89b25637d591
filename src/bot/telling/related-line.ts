import { linked } from '../../domain/formatted.ts'
import type { MessageKey } from '../../locales/texts.ts'
import type { RelatedTicket, StoredMessage, TicketChange } from '../../services/change.ts'
import type { Outgoing } from '../../services/notifier/outgoing.ts'
import type { Room } from './room.ts'

type Key = Extract<
  MessageKey,
  | 'staff-merged'
  | 'staff-took-in'
  | 'staff-unmerged'
  | 'staff-gave-back'
  | 'staff-split'
  | 'staff-split-off'
>

/**
 * A line that names the other ticket and leads to its topic, where it has one.
 *
 * @param message it stands at the copy of this one
 */
export function relatedLine(
  key: Key,
  { related }: TicketChange,
  { place, t }: Room,
  message?: StoredMessage,
): Outgoing[] {
  if (related === undefined) return []
  const { number: other, subject } = related
  const text = t(key, { other, subject })
  return [
    {
      kind: 'say',
      place,
      content: linked(text, `#${String(other)}`, topicUrl(related)),
      ...(message !== undefined && { replyTo: { copyOfMessage: message.id } }),
    },
  ]
}

/** Of a private supergroup (https://core.telegram.org/api/links#message-links). */
function topicUrl({ topic }: RelatedTicket): string | null {
  const id = topic === null ? undefined : /^-100(\d+)$/.exec(String(topic.chatId))?.[1]
  return id === undefined || topic === null
    ? null
    : `https://t.me/c/${id}/${String(topic.threadId)}`
}
