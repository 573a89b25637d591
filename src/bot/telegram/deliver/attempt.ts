import type { APIMethodReturn, APIMethods } from '@gramio/types'
import { messagesOf } from '../../../services/notifier/messages-of.ts'
import type { OutboxRow } from '../../../services/notifier/outcome.ts'
import type { Pace } from '../../../services/notifier/pace.ts'
import type { Whereabouts } from '../../../services/notifier/whereabouts.ts'
import type { Words } from '../../../services/tickets/words-of-message.ts'
import type { Call, CallParams } from '../calls/call.ts'
import type { Answer } from '../calls/failure.ts'
import type { StaffGroup } from '../rights/staff-group.ts'
import { learnRights } from './learn-rights.ts'
import type { NewestSent } from './newest-sent.ts'
import type { Remarks } from './remarks.ts'

/** Which group is the staff group. */
export interface StaffChat {
  /** Null while no group is set. */
  id(): number | null
  adopt(chatId: number): Promise<boolean>
  moved(newId: number): Promise<void>
}

export interface AttemptDeps {
  call: Call
  whereabouts: Whereabouts
  staffChat: StaffChat
  /** What the bot may do in that group. */
  staffGroup: Pick<StaffGroup, 'lacks' | 'refused' | 'granted'>
  newestSent: NewestSent
  pace: Pick<Pace, 'reserve'>
  remarks: Remarks
  /** What a ticket message says; asked for when it cannot be shown as it is. */
  wordsOf: (message: number) => Promise<Words>
  /** A message that was to be taken back from the client is still there. */
  keepSent: (message: number) => Promise<void>
  /** Tells the author of a message, in his language, that nobody can see it. */
  toAuthor: (words: Words, unshown: Words['attachments'], isPart: boolean) => string
  /** The private chat of a person; null when they have none in Telegram. */
  privateChatOf: (personId: number) => Promise<number | null>
  /** Told that nothing arrives in a private chat until whoever it belongs to comes back. */
  unreachable: (chatId: number) => Promise<void>
  /** Ids of the icons a topic may have, by emoji. */
  topicIcons: () => Promise<Map<string, string>>
  log: {
    warn: (fields: object, message: string) => void
    error: (fields: object, message: string) => void
  }
}

/** One attempt to deliver a row: what it may use, and what has happened in it. */
export interface Attempt extends AttemptDeps {
  row: OutboxRow
  /** Calls begun so far. */
  calls: number
  /** The person cannot be reached, so what is left of the effect needs no attempt. */
  recipientGone: boolean
  /** The staff group refused it for a reason that is not listed. */
  isOddlyRefused: boolean
  /** A closed topic was opened to write in it. */
  reopened: boolean
  /** New ids of groups that turned out to have moved. */
  movedTo: Map<number, number>
}

export function beginAttempt(deps: AttemptDeps, row: OutboxRow): Attempt {
  return {
    ...deps,
    row,
    calls: 0,
    recipientGone: false,
    isOddlyRefused: false,
    reopened: false,
    movedTo: new Map(),
  }
}

/**
 * Calls Telegram in a chat. The dispatcher has waited for the turn of the calls that were to be
 * expected; further ones are counted in the chat's budget but not waited for, since they are rare
 * and the row is under way. Questions cost nothing.
 */
export async function callIn<Method extends keyof APIMethods>(
  attempt: Attempt,
  chatId: number,
  method: Method,
  params: CallParams<Method>,
): Promise<Answer<APIMethodReturn<Method>>> {
  attempt.calls += 1
  const isExpected = attempt.calls <= Math.max(1, messagesOf(attempt.row.effect))
  if (!isExpected && !method.startsWith('get'))
    attempt.pace.reserve(chatId, { bulk: attempt.row.bulk })
  const answer = await attempt.call(method, params)
  if (chatId === attempt.staffChat.id()) {
    learnRights(attempt, method, params, answer)
    attempt.newestSent.learn(chatId, method, answer)
  }
  return answer
}
