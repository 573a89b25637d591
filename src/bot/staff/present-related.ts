import { linked } from '../../domain/formatted.ts'
import type { Notice } from '../../domain/decision.ts'
import type { MessageKey, T } from '../../locales/texts.ts'
import type { Outgoing, Place } from '../../services/notifier/outgoing.ts'
import type { Change, RelatedTicket } from '../../services/tickets/change.ts'

const lines = {
  merged: 'staff-merged',
  took_in: 'staff-took-in',
  unmerged: 'staff-unmerged',
  gave_back: 'staff-gave-back',
  split: 'staff-split',
  split_off: 'staff-split-off',
} as const satisfies Partial<Record<Notice, MessageKey>>

/** A line that names the other ticket and leads to its topic, where it has one. */
export function presentRelated(
  notice: keyof typeof lines,
  { related, messages }: Change,
  place: Place,
  t: T,
): Outgoing[] {
  if (related === undefined) return []
  const { number: other, subject } = related
  const text = t(lines[notice], { other, subject })
  const [message] = messages
  return [
    {
      kind: 'say',
      place,
      content: linked(text, `#${String(other)}`, topicUrl(related)),
      // The mark of what was split off stands at the message itself.
      ...(notice === 'split' &&
        message !== undefined && { replyTo: { copyOfMessage: message.id } }),
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
