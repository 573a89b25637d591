import type { MessagePlace } from '../../../domain/message.ts'
import type { Traces } from '../../../services/notifier/outcome.ts'
import type { Outgoing, Place } from '../../../services/notifier/outgoing.ts'
import { packSlot, type SlotKey } from '../../../services/notifier/slot.ts'
import type { Attempt } from './attempt.ts'
import { isInDoubt } from './doubt.ts'

/** The message an agent wrote, for effects that carry it to the client. */
export function markOf(effect: Outgoing): MessagePlace | undefined {
  return 'mark' in effect ? effect.mark : undefined
}

/** 👌: it arrived, all of it. */
export async function markDelivered(attempt: Attempt, effect: Outgoing): Promise<Outgoing[]> {
  const mark = markOf(effect)
  if (mark === undefined) return []
  if (effect.kind === 'revise') return markRevised(attempt, effect, mark)
  const part = 'part' in effect ? effect.part : undefined
  if (part === 'more') return []
  if (part === 'last' && (await isUndelivered(attempt, mark))) return []
  return [arrived(mark)]
}

/** An edit has arrived, but 👌 says more: that all of the message is there, and nothing besides it. */
async function markRevised(
  attempt: Attempt,
  { message, place }: Extract<Outgoing, { kind: 'revise' }>,
  mark: MessagePlace,
): Promise<Outgoing[]> {
  // An edit of what never arrived had nothing to change.
  if (attempt.calls === 0) return []
  if (await isInDoubt(attempt, message)) {
    return markFailed(attempt, mark, attempt.remarks.doubled())
  }
  if (place.kind === 'person' && (await isUndelivered(attempt, mark))) {
    const chatId = await attempt.privateChatOf(place.personId)
    if (chatId === null) return []
    const { standing, attachments } = await attempt.whereabouts.copiesAt(message, chatId)
    const files = standing.filter(({ shows }) => shows !== 'text')
    if (files.length < attachments) return []
  }
  return [arrived(mark)]
}

function arrived(mark: MessagePlace): Outgoing {
  return { kind: 'react', place: chatOf(mark), at: mark, emoji: '👌' }
}

/** 💔, and in reply why. */
export async function markFailed(
  attempt: Pick<Attempt, 'whereabouts'>,
  mark: MessagePlace,
  text: string,
): Promise<Outgoing[]> {
  return [
    { kind: 'react', place: chatOf(mark), at: mark, emoji: '💔' },
    ...(await answerAt(attempt, mark, text)),
  ]
}

/** A line in reply to what an agent wrote. */
export async function answerAt(
  { whereabouts }: Pick<Attempt, 'whereabouts'>,
  mark: MessagePlace,
  text: string,
): Promise<Outgoing[]> {
  const ticketNumber = await whereabouts.ticketAt(mark)
  const place: Place = ticketNumber === undefined ? chatOf(mark) : { kind: 'topic', ticketNumber }
  return [{ kind: 'say', place, content: { text, entities: [] }, replyTo: mark }]
}

/** Keeps that a part of a message did not arrive, until the last part asks. */
export function undelivered(mark: MessagePlace): NonNullable<Traces['slot']> {
  return { key: keyOf(mark), place: mark, content: { text: '', entities: [] } }
}

/** Whether a part of it is known not to have arrived. */
export async function isUndelivered(
  { whereabouts }: Pick<Attempt, 'whereabouts'>,
  mark: MessagePlace,
): Promise<boolean> {
  return (await whereabouts.slotOf(keyOf(mark))) !== undefined
}

function keyOf({ chatId, messageId }: MessagePlace): SlotKey {
  return packSlot({ kind: 'undelivered', chatId, messageId })
}

function chatOf({ chatId }: MessagePlace): Place {
  return { kind: 'chat', chatId, threadId: null }
}
