import type { StoredMessage } from '../../services/change.ts'
import type { ReplyTarget } from '../../services/notifier/outgoing.ts'

/** What a message answers, where it is relayed to. */
export function answeredBy({
  replyToId: copyOfMessage,
  quote,
}: Pick<StoredMessage, 'replyToId' | 'quote'>): { replyTo?: ReplyTarget } {
  if (copyOfMessage === null) return {}
  return { replyTo: { copyOfMessage, ...(quote !== undefined && { quote }) } }
}
