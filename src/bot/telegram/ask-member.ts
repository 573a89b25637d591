import type { Queryable } from '../../services/intake/work.ts'
import { createAtOnce } from '../../services/notifier/at-once.ts'
import { saveMember } from '../../services/telegram/members.ts'
import { backoffMs } from './calls/backoff.ts'
import type { Call } from './calls/call.ts'
import { describeFailure, type Failure } from './calls/failure.ts'
import { judge, type Verdict } from './calls/verdict.ts'
import { identityOf, roleOf } from './member.ts'
import type { StaffGroup } from './rights/staff-group.ts'

export interface AskMemberDeps {
  call: Call
  db: Queryable
  staffChat: {
    id(): number | null
    moved(newId: number): Promise<void>
  }
  /** Told when Telegram answers nobody but an administrator. */
  staffGroup: Pick<StaffGroup, 'refused'>
  log: { warn: (fields: object, message: string) => void }
  /** Milliseconds that pass evenly. */
  elapsedMs: () => number
  signal: AbortSignal
}

/** Telegram's word on a person, the group for which it was given, and when it was asked for. */
export interface Word {
  chatId: number
  isMember: boolean
  atMs: number
}

/** What somebody was in the staff group; or for how long to wait before asking again. */
export type Asked = { ok: true; word: Word } | { ok: false; waitMs: number }

export interface AskMember {
  /**
   * Asks Telegram what a person is in the staff group, and keeps it. Never rejects. Few are asked about
   * at once; the others wait.
   *
   * @param failures so many times he has been asked about, this one included
   */
  one(userId: number, failures: number): Promise<Asked>
  /** Who administers it. Null when Telegram did not say. */
  administrators(): Promise<number[] | null>
}

const answerWithinMs = 5_000
export const pauses = { firstMs: 500, lastMs: 30_000 }
const atOnceMost = 4
/** So often the desk asks about somebody of whom Telegram says no in words that nobody knows. */
const unlistedMost = 3

export function createAskMember(deps: AskMemberDeps): AskMember {
  const { call, db, staffChat, staffGroup, log, elapsedMs, signal } = deps
  const atOnce = createAtOnce(atOnceMost)

  async function askOnce(chatId: number, userId: number, failures: number): Promise<Asked> {
    const atMs = elapsedMs()
    const params = { chat_id: chatId, user_id: userId }
    const answer = await call('getChatMember', params, { timeoutMs: answerWithinMs, signal })
    if (!answer.ok && !isNobody(answer.failure, failures)) {
      return afterFailure(answer.failure, userId, failures)
    }
    const role = answer.ok ? roleOf(answer.result) : { supervisor: false, active: false }
    const user = answer.ok ? answer.result.user : { id: userId, first_name: '' }
    await saveMember(db, identityOf(user), role)
    return { ok: true, word: { chatId, isMember: role.active, atMs } }
  }

  async function afterFailure(failure: Failure, userId: number, failures: number): Promise<Asked> {
    const verdict = judge(failure, { attempts: failures })
    if (verdict.kind === 'migrated' && verdict.newChatId !== null) {
      await staffChat.moved(verdict.newChatId)
      return { ok: false, waitMs: 0 }
    }
    if (verdict.kind === 'right_missing') staffGroup.refused('administrator')
    if (!signal.aborted) {
      const fields = { userId, failures, failure: describeFailure(failure) }
      log.warn(fields, 'Telegram does not say who is in the staff group; what he did there waits')
    }
    const waitMs = backoffMs(failures, pauses)
    const floodMs = verdict.kind === 'flood' ? verdict.retryAfterMs : 0
    return { ok: false, waitMs: Math.max(waitMs, floodMs) }
  }

  return {
    async one(userId, failures) {
      await atOnce.enter()
      try {
        const chatId = staffChat.id()
        if (chatId === null) return { ok: false, waitMs: backoffMs(failures, pauses) }
        return await askOnce(chatId, userId, failures)
      } catch (error) {
        log.warn({ err: error, userId }, 'What somebody is in the staff group could not be kept')
        return { ok: false, waitMs: backoffMs(failures, pauses) }
      } finally {
        atOnce.leave()
      }
    },
    async administrators() {
      const chatId = staffChat.id()
      if (chatId === null) return null
      const answer = await call('getChatAdministrators', { chat_id: chatId }, { signal })
      if (answer.ok) {
        return answer.result.filter(({ user }) => !user.is_bot).map(({ user }) => user.id)
      }
      if (!signal.aborted) {
        const failure = describeFailure(answer.failure)
        log.warn({ failure }, 'The administrators of the staff group could not be read')
      }
      return null
    },
  }
}

/**
 * Whether Telegram says no to the person, and not to the bot or of the group: then he is no member.
 * It has many words for that; one that is not listed may be a passing trouble the first times.
 */
function isNobody(failure: Failure, failures: number): boolean {
  if (failure.kind !== 'refused' || failure.code !== 400) return false
  if (nobody.test(failure.description)) return true
  const { kind } = judge(failure, { attempts: failures })
  const isOfPerson = !ofOthers.includes(kind) && !ofGroup.test(failure.description)
  return isOfPerson && failures >= unlistedMost
}

/** Texts of the Bot API server, and codes of Telegram behind it, for a person who is not there. */
const nobody = new RegExp(
  [
    '(user|member|participant) not found',
    'invalid user_id',
    'user_not_participant',
    '(user|participant)_id_invalid',
    'input_user_deactivated',
  ].join('|'),
  'i',
)
/** What a refusal says of the bot and of the group, and nothing of the person. */
const ofOthers: Verdict['kind'][] = ['chat_lost', 'right_missing', 'migrated']
const ofGroup = /chat not found|channel_(invalid|private)|chat_(id_)?invalid|chat_forbidden/i
