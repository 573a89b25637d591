import type { Outcome } from '../../../services/notifier/outcome.ts'
import type { Outgoing } from '../../../services/notifier/outgoing.ts'
import { mayNotManage } from '../rights/make-good.ts'
import { callIn, type Attempt } from './attempt.ts'
import { sendTo } from './send-to.ts'

/** What is said in the topic does not wait until the bot may change how it looks; see make-good.ts. */
const noRight: Outcome = { state: 'dead', error: mayNotManage }

/** Icon and openness of a topic. One that does not exist is left until something is said. */
export async function topic(
  attempt: Attempt,
  { ticketNumber, icon, open }: Extract<Outgoing, { kind: 'topic' }>,
): Promise<Outcome> {
  const state = await attempt.whereabouts.topicOf(ticketNumber)
  const { chatId: at = null, threadId = null } = state ?? {}
  if (at === null || threadId === null || at !== attempt.staffChat.id()) return { state: 'sent' }
  const place = { kind: 'chat', chatId: at, threadId } as const
  const iconId = icon === undefined ? undefined : (await attempt.topicIcons()).get(icon)

  if (iconId !== undefined) {
    const edited = await sendTo(attempt, place, ({ chatId }) =>
      callIn(attempt, chatId, 'editForumTopic', {
        chat_id: chatId,
        message_thread_id: threadId,
        icon_custom_emoji_id: iconId,
      }),
    )
    if (!edited.ok && edited.kind === 'topic_gone') return forget(attempt, ticketNumber, threadId)
    if (!edited.ok && edited.kind === 'right_missing') return noRight
    if (!edited.ok && edited.kind !== 'done') return edited.outcome
  }
  if (open === undefined) return { state: 'sent' }
  const method = open ? 'reopenForumTopic' : 'closeForumTopic'
  const changed = await sendTo(attempt, place, ({ chatId }) =>
    callIn(attempt, chatId, method, { chat_id: chatId, message_thread_id: threadId }),
  )
  if (!changed.ok && changed.kind === 'topic_gone') return forget(attempt, ticketNumber, threadId)
  if (changed.ok) return { state: 'sent' }
  return changed.kind === 'right_missing' ? noRight : changed.outcome
}

async function forget(attempt: Attempt, ticketNumber: number, threadId: number): Promise<Outcome> {
  await attempt.whereabouts.forgetTopic(ticketNumber, threadId)
  return { state: 'sent' }
}
