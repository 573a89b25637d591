import type { Place } from '../../../services/notifier/outgoing.ts'
import type { Verdict } from '../calls/verdict.ts'
import { callIn, type Attempt } from './attempt.ts'
import type { Ease, Rung } from './ease.ts'
import { nextRung } from './ladder.ts'
import type { Target } from './outcome-of.ts'

/**
 * Puts right what made Telegram refuse.
 *
 * @returns how to send again, or null when nothing can be done
 */
export async function repair(
  attempt: Attempt,
  verdict: Verdict,
  {
    place,
    target,
    ease,
    rungs,
  }: { place: Place; target: Target; ease: Ease; rungs: readonly Rung[] },
): Promise<Ease | null> {
  switch (verdict.kind) {
    case 'migrated':
      if (verdict.newChatId === null) return null
      attempt.movedTo.set(target.chatId, verdict.newChatId)
      if (target.isStaff && attempt.staffChat.id() === target.chatId) {
        await attempt.staffChat.moved(verdict.newChatId)
      }
      return ease
    case 'topic_gone':
      if (place.kind !== 'topic' || target.threadId === null) return null
      await attempt.whereabouts.forgetTopic(place.ticketNumber, target.threadId)
      return ease
    case 'topic_closed':
      return (await reopen(attempt, place, target)) ? ease : null
    default:
      return nextRung(verdict, ease, rungs)
  }
}

async function reopen(
  attempt: Attempt,
  place: Place,
  { chatId, threadId }: Target,
): Promise<boolean> {
  // Only a place that is the General topic says so; elsewhere no thread means an unknown one.
  if (threadId === null && place.kind !== 'staff') return false
  const answer =
    threadId === null
      ? await callIn(attempt, chatId, 'reopenGeneralForumTopic', { chat_id: chatId })
      : await callIn(attempt, chatId, 'reopenForumTopic', {
          chat_id: chatId,
          message_thread_id: threadId,
        })
  attempt.reopened = answer.ok
  return answer.ok
}

/** What is said of a ticket that is closed leaves its topic closed. */
export async function closeAgain(
  attempt: Attempt,
  place: Place,
  { chatId, threadId }: Target,
): Promise<void> {
  if (!attempt.reopened || place.kind !== 'topic' || threadId === null) return
  const state = await attempt.whereabouts.topicOf(place.ticketNumber)
  if (state?.status !== 'closed') return
  const closed = await callIn(attempt, chatId, 'closeForumTopic', {
    chat_id: chatId,
    message_thread_id: threadId,
  })
  if (!closed.ok) attempt.log.warn({ chatId, threadId }, 'A topic could not be closed again')
}
