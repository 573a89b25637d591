import type { Outcome } from '../../../services/notifier/outcome.ts'
import { backoffMs } from '../calls/backoff.ts'
import { describeFailure, type Failure } from '../calls/failure.ts'
import type { Verdict } from '../calls/verdict.ts'
import type { Attempt } from './attempt.ts'

export interface Target {
  chatId: number
  threadId: number | null
  /** In the staff group nothing is given up: what goes wrong there is put right by people. */
  isStaff: boolean
}

const untilPeopleActMs = 60_000

/** How an attempt ends with a failure that nothing in it could repair. */
export async function outcomeOf(
  attempt: Attempt,
  verdict: Verdict,
  failure: Failure,
  target: Target,
): Promise<Outcome> {
  const error = describeFailure(failure)
  const fields = { chatId: target.chatId, outboxId: attempt.row.id, error }
  /** Its lane alone waits: what needs no more than the bot may goes on. */
  const waitForPeople = (message: string): Outcome => {
    attempt.log.error(fields, message)
    return { state: 'retry', afterMs: untilPeopleActMs, error }
  }
  switch (verdict.kind) {
    case 'done':
    case 'callback_expired':
      return { state: 'sent' }
    case 'flood': {
      const afterMs = verdict.retryAfterMs + Math.round(Math.random() * 500)
      return { state: 'retry', afterMs, error, pauseChatId: target.chatId }
    }
    case 'transient':
      if (verdict.sent === 'unknown') return { state: 'unknown', error }
      return { state: 'retry', afterMs: retryMs(attempt), error }
    case 'fatal':
    case 'poller_conflict':
      attempt.log.error(fields, 'Telegram refuses the bot itself; its messages wait')
      return { state: 'retry', afterMs: retryMs(attempt), error }
    case 'recipient_gone':
      if (target.isStaff) return waitForPeople('The staff group is not found; its messages wait')
      if (target.chatId > 0) {
        attempt.recipientGone = true
        await attempt.unreachable(target.chatId)
      }
      return { state: 'dead', error }
    case 'forbidden':
      noteUnlisted(attempt, target, fields)
      return { state: 'dead', error }
    case 'topic_gone':
      // An exact place is not made anew, and nobody can bring it back.
      if (isExact(attempt.row)) return { state: 'dead', error }
      return waitForPeople('The staff group does not take this message; it waits')
    case 'chat_lost':
    case 'not_forum':
    case 'migrated':
    case 'topic_closed':
      if (!target.isStaff) return { state: 'dead', error }
      return waitForPeople('The staff group does not take this message; it waits')
    case 'bad_content':
      if (verdict.unlisted) noteUnlisted(attempt, target, fields)
      return { state: 'dead', error }
    case 'right_missing':
    case 'undeletable':
    case 'edit_gone':
    case 'other_kind_of_text':
    case 'reply_gone':
    case 'quote_gone':
    case 'copy_gone':
    case 'unparsable':
    case 'too_long':
    case 'photo_dimensions':
    case 'bad_buttons':
      return { state: 'dead', error }
  }
}

/** The group itself takes what everybody writes: a refusal nobody knows may be over soon. */
function noteUnlisted(attempt: Attempt, { isStaff }: Target, fields: object): void {
  attempt.log.warn(fields, 'A refusal of a kind that is not listed')
  if (isStaff) attempt.isOddlyRefused = true
}

function isExact({ effect }: Attempt['row']): boolean {
  return 'place' in effect && effect.place.kind === 'chat'
}

export function retryMs({ row }: Attempt): number {
  return backoffMs(Math.max(row.attempts, 1), { firstMs: 1_000, lastMs: 60_000 })
}
