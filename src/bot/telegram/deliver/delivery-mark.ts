import type { MessagePlace } from '../../../domain/message.ts'
import type { Outgoing, Place } from '../../../services/notifier/outgoing.ts'
import type { Attempt } from './attempt.ts'

/** The message an agent wrote, for effects that carry it to the client. */
export function markOf(effect: Outgoing): MessagePlace | undefined {
  return 'mark' in effect ? effect.mark : undefined
}

/** 👌: it arrived. */
export function markDelivered(mark: MessagePlace): Outgoing {
  return { kind: 'react', place: chatOf(mark), at: mark, emoji: '👌' }
}

/** 💔, and in reply the reason. */
export async function markFailed(
  attempt: Attempt,
  mark: MessagePlace,
  error: string,
): Promise<Outgoing[]> {
  const { remarks, recipientGone, whereabouts } = attempt
  const ticketNumber = await whereabouts.ticketAt(mark)
  const place: Place = ticketNumber === undefined ? chatOf(mark) : { kind: 'topic', ticketNumber }
  const text = recipientGone ? remarks.unreachable() : remarks.refused(error)
  return [
    { kind: 'react', place: chatOf(mark), at: mark, emoji: '💔' },
    { kind: 'say', place, content: { text, entities: [] }, replyTo: mark },
  ]
}

function chatOf({ chatId }: MessagePlace): Place {
  return { kind: 'chat', chatId, threadId: null }
}
