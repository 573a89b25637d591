import type { Outcome } from '../../../services/notifier/outcome.ts'
import type { Outgoing } from '../../../services/notifier/outgoing.ts'
import { judge } from '../calls/verdict.ts'
import type { Attempt } from './attempt.ts'
import { cut } from './cut-text.ts'
import { outcomeOf } from './outcome-of.ts'

/** Answers a pressed button, which costs no budget. One pressed too long ago needs no answer. */
export async function answer(
  attempt: Attempt,
  { callbackId, text, alert }: Extract<Outgoing, { kind: 'answer' }>,
): Promise<Outcome> {
  attempt.calls += 1
  const answered = await attempt.call('answerCallbackQuery', {
    callback_query_id: callbackId,
    // At most 200 characters (https://core.telegram.org/bots/api#answercallbackquery).
    ...(text !== undefined && { text: cut(text, 200) }),
    ...(alert && { show_alert: true }),
  })
  if (answered.ok) return { state: 'sent' }
  const { failure } = answered
  const verdict = judge(failure, { attempts: attempt.row.attempts })
  const outcome = await outcomeOf(attempt, verdict, failure, {
    chatId: 0,
    threadId: null,
    isStaff: false,
  })
  if (outcome.state !== 'retry') return outcome
  const { pauseChatId: _none, ...retry } = outcome
  return retry
}
