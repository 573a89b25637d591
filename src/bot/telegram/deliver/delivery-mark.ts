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

/** 💔, and in reply why. */
export async function markFailed(
  { whereabouts }: Pick<Attempt, 'whereabouts'>,
  mark: MessagePlace,
  text: string,
): Promise<Outgoing[]> {
  const ticketNumber = await whereabouts.ticketAt(mark)
  const place: Place = ticketNumber === undefined ? chatOf(mark) : { kind: 'topic', ticketNumber }
  return [
    { kind: 'react', place: chatOf(mark), at: mark, emoji: '💔' },
    { kind: 'say', place, content: { text, entities: [] }, replyTo: mark },
  ]
}

function chatOf({ chatId }: MessagePlace): Place {
  return { kind: 'chat', chatId, threadId: null }
}
