import type { Outcome } from '../../../services/notifier/outcome.ts'
import type { Outgoing } from '../../../services/notifier/outgoing.ts'
import { callIn, type Attempt } from './attempt.ts'
import { sendTo } from './send-to.ts'

/**
 * Removes the topic of an erased ticket, with all that stands in it. Where Telegram does not let the
 * bot (it takes the right to delete messages), people have to: they are told, and told which.
 */
export async function removeTopic(
  attempt: Attempt,
  { place, ticket }: Extract<Outgoing, { kind: 'remove_topic' }>,
): Promise<Outcome> {
  const removed = await sendTo(attempt, place, ({ chatId, threadId }) =>
    callIn(attempt, chatId, 'deleteForumTopic', {
      chat_id: chatId,
      message_thread_id: threadId ?? 0,
    }),
  )
  if (removed.ok || removed.kind === 'topic_gone') return { state: 'sent' }
  const { outcome } = removed
  if (outcome.state !== 'dead') return outcome
  const text = attempt.remarks.topicStays(ticket, outcome.error)
  const told: Outgoing = { kind: 'say', place: { kind: 'staff' }, content: { text, entities: [] } }
  return { state: 'dead', error: outcome.error, followUps: [told] }
}
