import { createAtOnce } from '../../services/notifier/at-once.ts'
import { saveMember, type AgentIdentity, type Role } from '../../services/people/save-agent.ts'
import { backoffMs } from './backoff.ts'
import type { Call } from './call.ts'
import { describeFailure, type Failure } from './failure.ts'
import { identityOf, roleOf } from './member.ts'
import { judge } from './verdict.ts'

export interface AskMemberDeps {
  call: Call
  db: Parameters<typeof saveMember>[0]
  staffChat: {
    id(): number | null
    moved(newId: number): Promise<void>
  }
  log: { warn: (fields: object, message: string) => void }
  now: () => Date
  signal: AbortSignal
}

/** What somebody was in the staff group at a time; or for how long to wait before asking again. */
export type Asked =
  { ok: true; userId: number; role: Role; at: Date } | { ok: false; waitMs: number }

export interface AskMember {
  /**
   * Asks Telegram what a person is in the staff group, and keeps it. Never rejects. Few are asked about
   * at once; the others wait.
   *
   * @param failures so many times he has been asked about, this one included
   */
  one(userId: number, failures: number): Promise<Asked>
  /** The same for all who administer it. Null when Telegram did not say. */
  administrators(): Promise<Extract<Asked, { ok: true }>[] | null>
}

const answerWithinMs = 5_000
export const pauses = { firstMs: 500, lastMs: 30_000 }
const atOnceMost = 4

export function createAskMember(deps: AskMemberDeps): AskMember {
  const { call, db, staffChat, log, now, signal } = deps
  const atOnce = createAtOnce(atOnceMost)

  async function keep(identity: AgentIdentity, role: Role, at: Date) {
    await saveMember(db, identity, role, at)
    return { ok: true, userId: identity.telegramUserId, role, at } as const
  }

  async function askOnce(chatId: number, userId: number, failures: number): Promise<Asked> {
    const at = now()
    const params = { chat_id: chatId, user_id: userId }
    const answer = await call('getChatMember', params, { timeoutMs: answerWithinMs, signal })
    if (answer.ok) return keep(identityOf(answer.result.user), roleOf(answer.result), at)
    if (!isStranger(answer.failure)) return afterFailure(answer.failure, userId, failures)
    const nobody = { telegramUserId: userId, name: '', username: null }
    return keep(nobody, { supervisor: false, active: false }, at)
  }

  async function afterFailure(failure: Failure, userId: number, failures: number): Promise<Asked> {
    const verdict = judge(failure, { attempts: failures })
    if (verdict.kind === 'migrated' && verdict.newChatId !== null) {
      await staffChat.moved(verdict.newChatId)
      return { ok: false, waitMs: 0 }
    }
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
      const at = now()
      const answer = await call('getChatAdministrators', { chat_id: chatId }, { signal })
      if (!answer.ok) {
        const failure = describeFailure(answer.failure)
        if (!signal.aborted) {
          log.warn({ failure }, 'The administrators of the staff group could not be read')
        }
        return null
      }
      const people = answer.result.filter(({ user }) => !user.is_bot)
      const kept = []
      for (const one of people) kept.push(await keep(identityOf(one.user), roleOf(one), at))
      return kept
    },
  }
}

/** Telegram knows nobody of this id in the group; that it does not know the group is another matter. */
function isStranger(failure: Failure): boolean {
  return (
    failure.kind === 'refused' &&
    failure.code === 400 &&
    /(user|member) not found|(user|participant)_id_invalid|invalid user_id/i.test(
      failure.description,
    )
  )
}
